package org.xinheng.kernel.pack;

import java.util.List;

/** The rules of a list (名单): basis and field, a determination that hears the subject, a public body as its owner. */
final class ListRules {

    private ListRules() {}

    static void check(EntryRule rule, CreditList list) {
        var pack = rule.pack();
        rule.refer("owner", List.of(list.owner()), pack.agencies());
        rule.refer("evidence", list.evidence(), pack.items());
        rule.neverWish("label", list.label());
        rule.neverWish("entry", list.entry());
        rule.faultIf(list.targets().isEmpty(), "targets", "a list says who may be entered");
        var owner = pack.agencies().get(list.owner());
        rule.faultIf(owner != null && owner.guest(), "owner", "only a public body may keep a list");
        rule.faultIf(
                list.state() != EntryState.ACTIVE && list.state() != EntryState.DORMANT,
                "state",
                "a list is active or dormant");
        rule.faultIf(
                list.kind() != ListKind.SERIOUS && list.field() != null,
                "field",
                "only a serious list has one of the four grave fields");
        rule.faultIf(
                list.state() != EntryState.ACTIVE && list.reason() == null,
                "reason",
                "what has no effect says the reason why");
        procedure(rule, list);
        if (list.state() == EntryState.ACTIVE) {
            rule.faultIf(list.reason() != null, "reason", "an active list has no reason for being without effect");
            rule.lack(day -> BasisRule.lack(list, pack.documents(), day, rule.division()));
            rule.faultIf(
                    list.kind() == ListKind.SERIOUS && list.field() == null,
                    "field",
                    "a serious list needs one of the four grave fields");
            if (list.origin() == ListOrigin.DETERMINED_HERE && list.kind() != ListKind.INCENTIVE) {
                determination(rule, list);
            }
        }
    }

    private static void procedure(EntryRule rule, CreditList list) {
        var procedure = list.procedure();
        var hearing = procedure.hearing();
        rule.faultIf(
                hearing != null && (hearing.requestDays() < 1 || hearing.noticeDays() < 1),
                "procedure",
                "a hearing needs days to ask for it and days of notice before it");
        var consultation = procedure.consultation();
        rule.faultIf(
                consultation != null && consultation.days() < 1,
                "procedure",
                "a consultation stays open for at least one day");
        rule.faultIf(
                list.origin() == ListOrigin.RECEIVED && (hearing != null || consultation != null),
                "procedure",
                "a received list is decided elsewhere: no hearing and no consultation here");
        rule.faultIf(
                !procedure.responsible().isEmpty() && list.kind() != ListKind.SERIOUS,
                "procedure",
                "only a serious list names responsible persons");
        if (procedure.candidates().isEmpty()) {
            return;
        }
        rule.faultIf(
                list.kind() != ListKind.INCENTIVE || list.origin() != ListOrigin.DETERMINED_HERE,
                "procedure",
                "only an incentive list that is determined here has candidates");
        rule.faultIf(
                procedure.candidates().stream()
                        .noneMatch(condition ->
                                condition.operator() == RecordCondition.Operator.AT_LEAST && condition.count() > 0),
                "procedure",
                "candidates need a record that speaks for them: one 'at-least' of at least 1");
        for (var condition : procedure.candidates()) {
            candidate(rule, condition);
        }
    }

    private static void candidate(EntryRule rule, RecordCondition condition) {
        rule.refer("procedure", List.of(condition.item()), rule.pack().items());
        rule.faultIf(condition.count() < 0, "procedure", "a number of records must not be negative");
        var item = rule.pack().items().get(condition.item());
        var field = condition.field();
        rule.faultIf(
                field != null
                        && item != null
                        && item.fields().stream().noneMatch(known -> known.id().equals(field)),
                "procedure",
                "item '" + condition.item() + "' has no field '" + field + "'");
        rule.faultIf(
                (field == null) != condition.values().isEmpty(),
                "procedure",
                "a condition on a field names the field and its values");
    }

    private static void determination(EntryRule rule, CreditList list) {
        rule.faultIf(
                list.procedure().statementDays() < 1,
                "procedure",
                "a determination against a subject needs days for its statement");
        rule.faultIf(
                !list.procedure().legalReview(), "procedure", "a determination against a subject needs a legal review");
        rule.faultIf(list.evidence().isEmpty(), "evidence", "a determination rests on records: name their items");
    }
}
