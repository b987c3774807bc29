package org.xinheng.platform.integrity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.listing.Listing;
import org.xinheng.platform.listing.ListingState;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.SubjectId;

/**
 * A government body on the list of judgment defaulters (政府机构失信被执行人), as known at a moment. It comes with the court's
 * feed and in no other way.
 *
 * @param division the county it counts to
 * @param amount what it owes in yuan; null where no paper says
 * @param term the last day by which it is to be cleared; null where none is set
 * @param cleared how, and by which document; null while not
 */
public record DefaulterCase(
        UUID id,
        SubjectId subject,
        Listing listing,
        String division,
        @Nullable BigDecimal amount,
        @Nullable LocalDate term,
        @Nullable LedgerStep<Said> cleared,
        List<LedgerStep<Said>> steps) {

    static final Ledger<Content, Said> LEDGER = new Ledger<>("DEFAULTER", Content.class, Said.class);

    /** @param division as it was guessed when the case came in */
    record Content(String division) {}

    /**
     * What a step says; each has its own parts of it.
     *
     * @param document its number or title
     */
    public record Said(
            @Nullable String document,
            @Nullable String note,
            @Nullable BigDecimal amount,
            @Nullable LocalDate term,
            @Nullable String division,
            @Nullable Clearing clearing) {}

    public DefaulterState state(LocalDate day) {
        if (listing.state() == ListingState.ANNULLED) {
            return DefaulterState.ANNULLED;
        }
        boolean documented = cleared != null && !day.isBefore(cleared.on());
        if (listedOn(day)) {
            return documented ? DefaulterState.AWAITS_COURT : DefaulterState.LISTED;
        }
        return documented ? DefaulterState.CLOSED : DefaulterState.AWAITS_DOCUMENT;
    }

    /** Whether it had begun that day. */
    public boolean begunOn(LocalDate day) {
        return !day.isBefore(listing.validFrom());
    }

    /** An entry that ended keeps its days: it stood there until its last one. */
    private boolean listedOn(LocalDate day) {
        return begunOn(day) && (listing.validUntil() == null || !day.isAfter(listing.validUntil()));
    }

    /** The first day of a month, up to today, on which it stood on the list; null for none. */
    @Nullable
    LocalDate listedIn(YearMonth month, LocalDate today) {
        if (listing.state() == ListingState.ANNULLED) {
            return null;
        }
        var first = month.atDay(1).isBefore(listing.validFrom()) ? listing.validFrom() : month.atDay(1);
        return YearMonth.from(first).equals(month) && !first.isAfter(today) && listedOn(first) ? first : null;
    }

    /** Whether it stood in the way to zero on a day. */
    public boolean openOn(LocalDate day) {
        return begunOn(day) && state(day).open();
    }

    /** The newest circular that named it; null for none. */
    public @Nullable LedgerStep<Said> circulated() {
        return latest(DefaulterStep.CIRCULATED);
    }

    private @Nullable LedgerStep<Said> latest(DefaulterStep step) {
        return latest(steps, step);
    }

    private static @Nullable LedgerStep<Said> latest(List<LedgerStep<Said>> steps, DefaulterStep step) {
        return steps.stream()
                .filter(one -> one.name().equals(step.name()))
                .reduce((_, later) -> later)
                .orElse(null);
    }

    static ListingId listing(LedgerEntry<Content, Said> entry) {
        if (entry.parent() == null) {
            throw new IllegalStateException("a defaulter's case without its listing: " + entry.id());
        }
        return new ListingId(entry.parent());
    }

    static DefaulterCase read(LedgerEntry<Content, Said> entry, Listing listing) {
        var steps = entry.steps();
        var counted = latest(steps, DefaulterStep.COUNTED_TO);
        var owed = latest(steps, DefaulterStep.AMOUNT_AND_TERM);
        var content = entry.content();
        var division = counted == null || counted.said() == null
                ? null
                : counted.said().division();
        return new DefaulterCase(
                entry.id(),
                listing.subject(),
                listing,
                division != null ? division : content == null ? "" : content.division(),
                owed == null || owed.said() == null ? null : owed.said().amount(),
                owed == null || owed.said() == null ? null : owed.said().term(),
                latest(steps, DefaulterStep.CLEARED),
                steps);
    }
}
