package org.xinheng.platform.oversight;

import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.identifier.IdentifierScan;

/** Words somebody typed: without blanks around, numbers of persons masked. */
final class Said {

    private Said() {}

    static @Nullable String words(@Nullable String text) {
        return text == null || text.isBlank() ? null : IdentifierScan.mask(text.strip());
    }

    static String required(@Nullable String text, String field) {
        var words = words(text);
        if (words == null) {
            throw new CreditException(OversightError.WORK_FIELD_REQUIRED, field);
        }
        return words;
    }
}
