package org.xinheng.kernel.pack;

import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long the platform keeps what it holds (保存期限), counted from a day; afterwards the key of it is destroyed.
 *
 * @param kept what it is
 * @param item id of the catalogue item whose records it is about; null for all it is about
 * @param from the day the time is counted from
 * @param keepFor how long; null = as long as its subject is on file
 */
public record Retention(
        String id,
        Label label,
        Kept kept,
        @Nullable String item,
        From from,
        @Nullable Period keepFor,
        List<Basis> basis,
        String source,
        boolean verified)
        implements PackEntry.Grounded {

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
