package org.xinheng.platform.oversight;

import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.shared.Written;

/** Words that somebody must type. */
final class Said {

    private Said() {}

    static String required(@Nullable String text, String field) {
        var words = Written.words(text);
        if (words == null) {
            throw new CreditException(OversightError.WORK_FIELD_REQUIRED, field);
        }
        return words;
    }
}
