package org.xinheng.kernel.pack;

import java.time.Period;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How long the platform keeps what it holds (保存期限), counted from a day; afterwards the key of it is destroyed. What is in
 * force, contested or still needed stays, whatever its age.
 *
 * @param kept what it is
 * @param item id of the catalogue item whose records it is about; null for all without a rule of their own
 * @param from the day the time is counted from
 * @param keepFor how long; null = as long as its subject is on file
 * @param carriedOut whether the daily job deletes what has run out, or only puts it before an officer
 */
public record Retention(
        String id,
        Label label,
        Kept kept,
        @Nullable String item,
        From from,
        @Nullable Period keepFor,
        CarriedOut carriedOut,
        List<Basis> basis,
        String source,
        boolean verified)
        implements PackEntry.Grounded {

    public Retention {
        // A release stored before a rule said who carries it out means the job.
        carriedOut = Objects.requireNonNullElse(carriedOut, CarriedOut.BY_JOB);
    }

    /** What is kept. */
    public enum Kept {
        RECORD,
        LISTING,
        SUBMITTED_FILE,
        QUERY_LOG,
        CASE_FILE,
        CONSENT,
        IMPACT_ASSESSMENT
    }

    /** Who deletes what has run out. */
    public enum CarriedOut {
        /** The daily job. */
        BY_JOB,
        /** An officer of the credit office, to whom the job shows it. */
        BY_OFFICER
    }

    /** The day the time is counted from. */
    public enum From {
        /** Last day the record or listing may be used. */
        END_OF_USE,
        /** Day it came to the platform. */
        RECEIPT,
        /** Day the case was closed, the consent ended or the question asked. */
        CLOSING
    }
}
