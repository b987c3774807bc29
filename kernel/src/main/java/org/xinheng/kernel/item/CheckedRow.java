package org.xinheng.kernel.item;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.pack.Severity;
import org.xinheng.kernel.pack.SubjectKind;

/** What became of one row. */
public sealed interface CheckedRow {

    int line();

    List<Finding> findings();

    /**
     * A row that can be taken in (合规).
     *
     * @param subjectKind what the subject is, by its category and code
     * @param values by field id, normalised: ISO days, plain decimals, masks where the clear value is personal
     * @param decidedOn day of the decision
     * @param validUntil last day of effect; null = until ended, also where the file says 2099-12-31 for a licence
     * @param severity class of untrustworthiness; null = none given
     * @param publishable whether the row itself allows publication; never for persons without a statute, nor for a
     *     penalty without a class
     * @param late whether it was received after the working days of the item
     */
    record Accepted(
            int line,
            SubjectKind subjectKind,
            Map<String, String> values,
            PersonalValues personal,
            NaturalKey key,
            LocalDate decidedOn,
            @Nullable LocalDate validUntil,
            @Nullable Severity severity,
            boolean publishable,
            boolean late,
            List<Finding> findings)
            implements CheckedRow {

        /** The same row with these findings. */
        Accepted with(List<Finding> findings) {
            return new Accepted(
                    line,
                    subjectKind,
                    values,
                    personal,
                    key,
                    decidedOn,
                    validUntil,
                    severity,
                    publishable,
                    late,
                    findings);
        }
    }

    /** A row that goes back with its reasons (问题数据). */
    record Refused(int line, List<Finding> findings) implements CheckedRow {}

    /**
     * A row that says again what an earlier one said (重复).
     *
     * @param first line of the earlier row
     */
    record Duplicate(int line, int first, List<Finding> findings) implements CheckedRow {}
}
