package org.xinheng.platform.casework;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.FileId;

/**
 * A paper of a procedure, in clear. Prints nothing of what it says.
 *
 * @param number its document number (文号); null = none
 * @param servedOn day of service on the subject; null = not served
 * @param file the paper itself as an encrypted file; null = only its words
 */
public record Paper(
        Kind kind,
        @Nullable String number,
        String text,
        @Nullable LocalDate servedOn,
        @Nullable FileId file) {

    /** What sort of paper. */
    public enum Kind {
        /** The conduct and facts a proposal rests on. */
        FACTS,
        /** Prior notice with facts, reasons, basis and rights (事先告知书). */
        PRIOR_NOTICE,
        /** What the subject says to it (陈述、申辩). */
        STATEMENT,
        /** What was found about the statement. */
        ANSWER,
        /** Legal review (法制审核意见). */
        OPINION,
        /** Minutes of the meeting that decided (集体讨论记录). */
        MINUTES,
        DECISION,
        REASON,
        /** How and where to repair (信用修复告知书). */
        REPAIR_NOTICE
    }

    public static Paper of(Kind kind, String text) {
        return new Paper(kind, null, text, null, null);
    }

    @Override
    public String toString() {
        return "Paper[" + kind + "]";
    }
}
