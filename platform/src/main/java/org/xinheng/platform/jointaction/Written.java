package org.xinheng.platform.jointaction;

import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.identifier.IdentifierScan;

/** What officers write: without blanks around, numbers of persons masked. */
final class Written {

    private Written() {}

    /** Null where nothing was written. */
    static @Nullable String words(@Nullable String text) {
        return text == null || text.isBlank() ? null : IdentifierScan.mask(text.strip());
    }
}
