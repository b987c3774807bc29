package org.xinheng.platform.vault;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** What a sealed thing turned out to be. */
public sealed interface Opened {

    /** It is there. */
    record Clear(byte[] bytes) implements Opened {

        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** Its key was destroyed: deleted on a day, by someone, because of a ground. */
    record Deleted(LocalDate on, String by, String ground) implements Opened {}
}
