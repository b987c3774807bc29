package org.xinheng.platform.record;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.pack.Item;
import org.xinheng.kernel.pack.ItemKind;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.kernel.pack.PublicityTerm;
import org.xinheng.kernel.pack.Severity;
import org.xinheng.kernel.pack.SubjectKind;

/**
 * Until when a record may be used and shown, by its item's terms of the regime its decision falls under. Publicity term
 * and use term are two things; a source may shorten publicity, never lengthen it.
 *
 * @param usedUntil last day of use; null = until ended
 * @param publicFrom first day on the portal; null = never public
 * @param publicUntil last day on the portal; null with a {@code publicFrom} = as long as it is in force
 */
public record Terms(
        @Nullable LocalDate usedUntil,
        @Nullable LocalDate publicFrom,
        @Nullable LocalDate publicUntil) {

    /**
     * @param severity class of untrustworthiness; a penalty without one is kept and not published
     * @param wanted what the source says of publicity (是否公开); null = nothing
     * @param endsOn last day the decision itself names; null = none
     * @param shownUntil last day of publicity the source names; null = none
     */
    public static Terms of(
            Pack rules,
            Item item,
            SubjectKind subject,
            @Nullable Severity severity,
            LocalDate decidedOn,
            @Nullable Boolean wanted,
            @Nullable LocalDate endsOn,
            @Nullable LocalDate shownUntil) {
        var term = term(rules, item, severity, decidedOn);
        var usedUntil =
                earlier(endsOn, term == null || term.usedFor() == null ? null : lastDay(decidedOn, term.usedFor()));
        boolean mayBePublic = subject.personal() ? item.personsPublicBy() != null : item.organisationsPublic();
        boolean classed = item.kind() != ItemKind.PENALTY || severity != null;
        boolean shown = term == null ? item.kind() != ItemKind.PENALTY : term.publicFor() != null;
        if (!mayBePublic || !classed || !shown || Boolean.FALSE.equals(wanted)) {
            return new Terms(usedUntil, null, null);
        }
        var longest = term == null || term.publicFor() == null ? usedUntil : lastDay(decidedOn, term.publicFor());
        return new Terms(usedUntil, decidedOn, earlier(longest, shownUntil));
    }

    private static LocalDate lastDay(LocalDate from, Period term) {
        return from.plus(term).minusDays(1);
    }

    private static @Nullable PublicityTerm term(
            Pack rules, Item item, @Nullable Severity severity, LocalDate decidedOn) {
        return rules.terms().values().stream()
                .filter(term -> term.item().equals(item.id()) && term.site() == null)
                .filter(term -> term.severity() == severity)
                .filter(term -> term.decidedFrom() == null || !decidedOn.isBefore(term.decidedFrom()))
                .filter(term -> term.decidedUntil() == null || !decidedOn.isAfter(term.decidedUntil()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
