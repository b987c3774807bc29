package org.xinheng.platform.jointaction;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.pack.Label;
import org.xinheng.kernel.pack.ListOrigin;
import org.xinheng.kernel.pack.MeasureKind;
import org.xinheng.kernel.pack.MeasureOrigin;
import org.xinheng.kernel.pack.Nature;
import org.xinheng.platform.measure.Measures;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.MeasureId;

/**
 * What applies (提示): one measure that one listing brings, with its whole chain. The officer decides.
 *
 * @param advisory a suggestion to somebody who is no public body
 * @param until last day of the listing; null = until ended
 * @param feedbackDue last day for saying what was done
 */
public record Prompt(
        UUID promptId,
        MeasureKind kind,
        Nature nature,
        MeasureOrigin origin,
        boolean advisory,
        MeasureId measure,
        Label name,
        Label instruction,
        List<Measures.Citation> basis,
        Because because,
        @Nullable LocalDate until,
        LocalDate feedbackDue) {

    /**
     * The listing that brings it.
     *
     * @param version of the listing that was in force
     * @param determinedBy the deciding body as its decision writes it
     * @param document number of the decision; null where deleted
     */
    public record Because(
            ListId list,
            Label listName,
            ListingId listing,
            int version,
            ListOrigin origin,
            String determinedBy,
            @Nullable String document,
            LocalDate decidedOn,
            @Nullable LocalDate servedOn) {}

    /** A restraint: applied, it needs a decision with its reason. */
    public boolean adverse() {
        return kind == MeasureKind.RESTRAINT;
    }
}
