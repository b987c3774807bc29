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
