package org.xinheng.kernel.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * No effect without a basis of the level it needs (依法依规), in force that day and in that place. Asked when a pack is
 * checked and again whenever a list or measure is about to have effect.
 */
public final class BasisRule {

    private BasisRule() {}

    /**
     * What the list lacks to have effect that day in this division; empty when its basis suffices. A serious list needs
     * one of the first five levels, a nationwide one at least a department rule; other lists any document.
     */
    public static Optional<BasisLack> lack(
            CreditList list, Map<String, Document> documents, LocalDate day, String division) {
        Predicate<Document> reaches = switch (list.kind()) {
            case INCENTIVE, WATCH -> _ -> true;
            case SERIOUS ->
                document -> carriesRestraint(document)
                        || list.nationwide()
                                && document.level() == DocumentLevel.DEPARTMENT_RULE
                                && document.territory() == null;
        };
        return lack(list.basis(), documents, day, division, reaches);
    }

    /**
     * What the measure lacks to have effect that day in this division; empty when its basis suffices. A restraint needs
     * one of the first five levels; an incentive any document, and a fair-competition review number (公平竞争审查) where
     * it favours some competitors over others.
     */
    public static Optional<BasisLack> lack(
            Measure measure, Map<String, Document> documents, LocalDate day, String division) {
        var lack = lack(
                measure.basis(),
                documents,
                day,
                division,
                measure.kind() == MeasureKind.RESTRAINT ? BasisRule::carriesRestraint : _ -> true);
        if (lack.isEmpty() && measure.favoursCompetitors() && !reviewed(measure, documents)) {
            return Optional.of(BasisLack.NO_REVIEW_NUMBER);
        }
        return lack;
    }

    /** What the citation lacks to allow that records of natural persons are public: a statute in force. */
    public static Optional<BasisLack> lackForPersons(
            Basis basis, Map<String, Document> documents, LocalDate day, String division) {
        return lack(List.of(basis), documents, day, division, BasisRule::carriesRestraint);
    }

    /** What the citations lack to be a basis at all, of whatever level. */
    static Optional<BasisLack> lack(
            List<Basis> basis, Map<String, Document> documents, LocalDate day, String division) {
        return lack(basis, documents, day, division, _ -> true);
    }

    private static Optional<BasisLack> lack(
            List<Basis> basis,
            Map<String, Document> documents,
            LocalDate day,
            String division,
            Predicate<Document> reaches) {
        if (basis.isEmpty()) {
            return Optional.of(BasisLack.NONE_CITED);
        }
        var cited = basis.stream()
                .map(citation -> documents.get(citation.document()))
                .filter(Objects::nonNull)
                .toList();
        if (cited.isEmpty()) {
            return Optional.of(BasisLack.NOT_IN_REGISTER);
        }
        var inForce = cited.stream().filter(document -> document.inForceOn(day)).toList();
        if (inForce.isEmpty()) {
            return Optional.of(BasisLack.NOT_IN_FORCE);
        }
        var here =
                inForce.stream().filter(document -> document.covers(division)).toList();
        if (here.isEmpty()) {
            return Optional.of(BasisLack.OUTSIDE_TERRITORY);
        }
        return here.stream().anyMatch(reaches) ? Optional.empty() : Optional.of(BasisLack.LEVEL_TOO_LOW);
    }

    /** A local regulation without a territory would hold everywhere, which none does. */
    private static boolean carriesRestraint(Document document) {
        return document.level().carriesRestraint()
                && (document.level() != DocumentLevel.LOCAL_REGULATION || document.territory() != null);
    }

    private static boolean reviewed(Measure measure, Map<String, Document> documents) {
        return measure.fairCompetitionReview() != null
                || measure.basis().stream()
                        .map(citation -> documents.get(citation.document()))
                        .anyMatch(document -> document != null && document.reviewNumber() != null);
    }
}
