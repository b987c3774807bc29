package org.xinheng.platform.oversight;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What proves a report.
 *
 * @param words name of the file, address of the page, or the figure with its period
 * @param reference the file or activity; null for links and figures
 */
public record Evidence(Kind kind, String words, @Nullable UUID reference) {

    /** What sort of proof. */
    public enum Kind {
        /** A file, sealed in the vault. */
        FILE,
        /** A page of the web. */
        LINK,
        /** A figure the platform computed itself. */
        FIGURE,
        /** An activity in the ledger of publicity and education. */
        ACTIVITY
    }
}
