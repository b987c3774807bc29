package org.xinheng.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a reader may choose about the look of pages; each choice has a cookie of its own. */
enum Display {
    /** {@code large}: 18 points, for those who read with effort (大字版). */
    TEXT("text", Set.of("usual", "large")),
    /** {@code high}: black on white, everything framed (高对比). */
    CONTRAST("contrast", Set.of("usual", "high")),
    /** Before what the browser asks for. */
    LANGUAGE("language", Set.of("zh", "en"));

    private final String cookie;
    private final Set<String> values;

    Display(String cookie, Set<String> values) {
        this.cookie = cookie;
        this.values = values;
    }

    String cookie() {
        return cookie;
    }

    Set<String> choices() {
        return values;
    }

    /** What the reader chose; null when nothing, or nothing we know. */
    @Nullable
    String chosen(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies != null) {
            for (var one : cookies) {
                if (one.getName().equals(cookie) && values.contains(one.getValue())) {
                    return one.getValue();
                }
            }
        }
        return null;
    }
}
