package org.xinheng.kernel.pack;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules a pack must keep, beyond its form. */
final class PackRules {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private static final Period SHORTEST_QUERY_LOG = Period.ofYears(5);

    private PackRules() {}

    static List<Fault> faults(LayeredPack layered) {
        var faults = new ArrayList<>(layered.faults());
        if (layered.isEmpty()) {
            return faults;
        }
        var pack = layered.pack();
        HeadRules.check(pack, faults);
        layered.entries().forEach(written -> {
            var rule = new EntryRule(written, pack, faults);
            rule.faultIf(!ID.matcher(written.value().id()).matches(), "id", "the id must be in kebab-case");
            if (written.value() instanceof PackEntry.Grounded grounded) {
                basis(rule, grounded);
            }
            if (written.value() instanceof PackEntry.Named named) {
                rule.faultIf(
                        named.namedAs().stream().distinct().count()
                                != named.namedAs().size(),
                        "named-as",
                        "says a name twice");
            }
            switch (written.value()) {
                case Document document -> document(rule, document);
                case Agency agency -> agency(rule, agency);
                case Item item -> ItemRules.check(rule, item);
                case CreditList list -> ListRules.check(rule, list);
                case Measure measure -> MeasureRules.check(rule, measure);
                case Matter matter -> {
                    rule.faultIf(matter.agencies().isEmpty(), "agencies", "a matter names the agencies that decide it");
                    rule.refer("agencies", matter.agencies(), pack.agencies());
                }
                case PublicityTerm term -> rule.refer("item", List.of(term.item()), pack.items());
                case Behaviour behaviour -> BehaviourRules.check(rule, behaviour);
                case Memorandum memorandum -> MemorandumRules.check(rule, memorandum);
                case Retention retention -> retention(rule, retention);
                case Indicator indicator -> IndicatorRules.check(rule, indicator);
                case AssessmentScheme scheme -> AssessmentRules.check(rule, scheme);
                case AgencyGroup group -> {
                    rule.faultIf(group.members().isEmpty(), "members", "a collective name means some agencies");
                    rule.refer("members", group.members(), pack.agencies());
                }
                case Refusal _ -> {}
            }
        });
        return faults;
    }

    private static void basis(EntryRule rule, PackEntry.Grounded entry) {
        rule.faultIf(entry.basis().isEmpty(), "basis", "has no basis");
        for (var citation : entry.basis()) {
            var document = rule.pack().documents().get(citation.document());
            if (document == null) {
                rule.fault("basis", "document '" + citation.document() + "' is not in the register");
            } else if (hasEffect(entry)) {
                var day = repealed(rule, entry, document);
                rule.faultIf(
                        day != null,
                        "basis",
                        "document '" + document.id() + "' is not in force on " + day
                                + (document.repealedBy() == null
                                        ? ""
                                        : ", repealed by '" + document.repealedBy() + "'"));
                rule.faultIf(
                        !document.covers(rule.division()),
                        "basis",
                        "document '" + document.id() + "' does not hold in the territory of this layer");
            }
        }
    }

    /** A dormant or refused entry cites whoever names it, in force or not; a refusal explains. */
    static boolean hasEffect(PackEntry.Grounded entry) {
        return switch (entry) {
            case CreditList list -> list.state() == EntryState.ACTIVE;
            case Measure measure -> measure.state() == EntryState.ACTIVE || measure.state() == EntryState.FORWARDED;
            case Memorandum memorandum -> memorandum.state() == EntryState.ACTIVE;
            case Behaviour behaviour -> behaviour.disposition().hasEffect();
            case Refusal _ -> false;
            case Item _, Matter _, PublicityTerm _, Retention _, Indicator _, AssessmentScheme _ -> true;
        };
    }

    /** A day on which the document should be in force and is not; null for none. */
    private static @Nullable LocalDate repealed(EntryRule rule, PackEntry.Grounded entry, Document document) {
        if (entry instanceof PublicityTerm term && term.decidedUntil() != null) {
            return document.inForceOn(term.decidedUntil()) ? null : term.decidedUntil();
        }
        return rule.days().filter(day -> !document.inForceOn(day)).findFirst().orElse(null);
    }

    private static void document(EntryRule rule, Document document) {
        var local = document.level() == DocumentLevel.LOCAL_REGULATION || document.level() == DocumentLevel.LOCAL_RULE;
        rule.faultIf(local && document.territory() == null, "territory", "a local document needs a territory");
        rule.faultIf(
                !local && document.level() != DocumentLevel.OTHER_DOCUMENT && document.territory() != null,
                "territory",
                "a national document holds everywhere and has no territory");
        rule.refer("rules-for", document.rulesFor(), rule.pack().lists());
        if (document.pilot() != null) {
            rule.refer("pilot", document.pilot().lists(), rule.pack().lists());
        }
        rule.faultIf(
                document.inForceUntil() != null && document.inForceUntil().isBefore(document.inForceFrom()),
                "in-force-until",
                "ends before it begins");
        var repealing = document.repealedBy();
        if (repealing != null) {
            rule.refer("repealed-by", List.of(repealing), rule.pack().documents());
            rule.faultIf(
                    document.inForceUntil() == null,
                    "repealed-by",
                    "what was repealed has a last day: 'in-force-until'");
            rule.faultIf(repealing.equals(document.id()), "repealed-by", "no document repeals itself");
        }
    }

    private static void retention(EntryRule rule, Retention retention) {
        if (retention.item() != null) {
            rule.refer("item", List.of(retention.item()), rule.pack().items());
        }
        rule.faultIf(
                retention.item() != null && retention.kept() != Retention.Kept.RECORD,
                "item",
                "only records are of an item");
        rule.faultIf(
                retention.from() == Retention.From.END_OF_USE
                        && retention.kept() != Retention.Kept.RECORD
                        && retention.kept() != Retention.Kept.LISTING,
                "from",
                "only records and listings are used for a time");
        rule.faultIf(
                retention.from() == Retention.From.CLOSING
                        && (retention.kept() == Retention.Kept.RECORD || retention.kept() == Retention.Kept.LISTING),
                "from",
                "records and listings are not closed; their use ends");
        // Every query about a person is logged for five years; a city may keep the log longer, never shorter.
        rule.faultIf(
                retention.kept() == Retention.Kept.QUERY_LOG
                        && retention.keepFor() != null
                        && retention.keepFor().toTotalMonths() < SHORTEST_QUERY_LOG.toTotalMonths(),
                "keep-for",
                "the log of queries is kept for five years at least");
    }

    private static void agency(EntryRule rule, Agency agency) {
        if (agency.superior() != null) {
            rule.refer("superior", List.of(agency.superior()), rule.pack().agencies());
        }
        rule.refer("predecessors", agency.predecessors(), rule.pack().agencies());
        rule.faultIf(
                agency.from() != null
                        && agency.until() != null
                        && agency.until().isBefore(agency.from()),
                "until",
                "ends before it begins");
    }
}
