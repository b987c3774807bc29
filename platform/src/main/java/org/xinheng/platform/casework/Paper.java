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
        /** What was found about the statement, or answered to an objection. */
        ANSWER,
        /** The subject asks for a hearing (听证申请). */
        HEARING_REQUEST,
        /** Time, place and president of the hearing (听证通知书). */
        HEARING_NOTICE,
        /** What was said in the hearing (听证笔录). */
        HEARING_MINUTES,
        /** What somebody says against a proposal that stands in public (公示期异议). */
        OBJECTION,
        /** The subject of an honour refuses it. */
        REFUSAL,
        /** Legal review (法制审核意见). */
        OPINION,
        /** Minutes of the meeting that decided (集体讨论记录). */
        MINUTES,
        /** Who took part in the meeting. */
        PARTICIPANTS,
        DECISION,
        REASON,
        /** How and where to repair (信用修复告知书). */
        REPAIR_NOTICE,
        /** The listed subject asks to leave the list early (提前移出申请). */
        APPLICATION,
        /** That somebody stands on a list a source sent in, and what can be done about it (列入告知书). */
        LISTING_NOTICE,
        /** A source says that its entry is removed or was wrong. */
        SOURCE_NOTICE,
        /** Rules of a list as they are put to the public. */
        DRAFT_RULES,
        /** What somebody from the public says about them. */
        COMMENT,
        /** What was done with the comments. */
        CONSULTATION_REPORT,
        /** Under which number and where the rules were published. */
        PUBLICATION,
        /** Why, and by what document, a subject is changed. */
        AMENDMENT_GROUND
    }

    public static Paper of(Kind kind, String text) {
        return new Paper(kind, null, text, null, null);
    }

    @Override
    public String toString() {
        return "Paper[" + kind + "]";
    }
}
