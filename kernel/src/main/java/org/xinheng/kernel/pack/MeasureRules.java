package org.xinheng.kernel.pack;

import java.util.Objects;

/** The rules of a measure (奖惩措施): a basis that reaches, no compelled guest, no points for honours in competition. */
final class MeasureRules {

    private MeasureRules() {}

    static void check(EntryRule rule, Measure measure) {
        var pack = rule.pack();
        rule.refer("lists", measure.lists(), pack.lists());
        rule.refer("matters", measure.matters(), pack.matters());
        rule.refer("executors", measure.executors(), pack.agencies());
        rule.faultIf(
                measure.state() != EntryState.ACTIVE && measure.reason() == null,
                "reason",
                "what has no effect says the reason why");
        if (measure.state() != EntryState.REFUSED) {
            rule.neverWish("label", measure.label());
            rule.neverWish("instruction", measure.instruction());
        }
        guests(rule, measure);
        degrees(rule, measure);
        switch (measure.state()) {
            case ACTIVE -> active(rule, measure);
            case FORWARDED -> {
                rule.lack(day -> BasisRule.lack(measure, pack.documents(), day, rule.division()));
                unprompted(rule, measure, "forwarded");
            }
            case REFUSED -> unprompted(rule, measure, "refused");
            case DORMANT -> {}
        }
    }

    private static void active(EntryRule rule, Measure measure) {
        var pack = rule.pack();
        rule.lack(day -> BasisRule.lack(measure, pack.documents(), day, rule.division()));
        Vocabulary.SWITCHABLE
                .find(measure.label())
                .or(() -> Vocabulary.SWITCHABLE.find(measure.instruction()))
                .ifPresent(wish -> rule.fault(
                        "state",
                        "speaks of " + wish + ", which needs a legal review, an impact assessment and an end within"
                                + " two years beside its basis: it may stand dormant"));
        rule.faultIf(measure.reason() != null, "reason", "an active measure has no reason for being without effect");
        rule.faultIf(measure.lists().isEmpty(), "lists", "an active measure names the lists that bring it");
        rule.faultIf(measure.matters().isEmpty(), "matters", "an active measure names the matters it is prompted at");
        rule.faultIf(measure.executors().isEmpty(), "executors", "an active measure names its executors");
        rule.faultIf(measure.targets().isEmpty(), "targets", "an active measure names its targets");
        rule.faultIf(measure.feedbackDays() < 1, "feedback-days", "an active measure asks for feedback in some days");
        rule.faultIf(
                measure.honourPoints()
                        && measure.matters().stream()
                                .map(pack.matters()::get)
                                .filter(Objects::nonNull)
                                .anyMatch(Matter::competitive),
                "honour-points",
                "no extra points for honours at bidding and procurement");
        var outside = measure.executors().stream()
                .map(pack.agencies()::get)
                .filter(Objects::nonNull)
                .filter(agency -> !within(agency.division(), pack.division()))
                .toList();
        rule.faultIf(
                !outside.isEmpty() && outside.size() == measure.executors().size(),
                "executors",
                "all executors are outside the city: 'state: forwarded'");
    }

    /** Degrees are for watch lists: elsewhere nothing has one, and the measure would never be brought. */
    private static void degrees(EntryRule rule, Measure measure) {
        rule.faultIf(
                !measure.degrees().isEmpty()
                        && measure.lists().stream()
                                .map(rule.pack().lists()::get)
                                .anyMatch(list -> list != null && list.kind() != ListKind.WATCH),
                "degrees",
                "only a place on a watch list has a degree");
    }

    /** Promise 11: third parties are asked, never compelled; a court's own order is another matter. */
    private static void guests(EntryRule rule, Measure measure) {
        var guest = measure.executors().stream()
                .map(rule.pack().agencies()::get)
                .anyMatch(agency -> agency != null && agency.guest());
        rule.faultIf(
                guest && !measure.advisory() && measure.state() != EntryState.REFUSED && !courtOrder(measure),
                "advisory",
                "an executor is no public body: 'advisory: true'");
        rule.faultIf(
                measure.advisory() && measure.nature() == Nature.MANDATORY,
                "nature",
                "what is advisory cannot be mandatory");
    }

    private static boolean courtOrder(Measure measure) {
        return measure.family() == Family.JUDICIAL && measure.origin() == MeasureOrigin.OPERATIVE;
    }

    private static void unprompted(EntryRule rule, Measure measure, String state) {
        rule.faultIf(
                !measure.matters().isEmpty(),
                "matters",
                "a " + state + " measure is never prompted and has no matters");
    }

    private static boolean within(String division, String city) {
        return division.startsWith(city.replaceFirst("(00)+$", ""));
    }
}
