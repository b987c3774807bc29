package org.xinheng.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * How a reader wants pages to look (显示方式): large type, high contrast, language. Kept in cookies that say nothing else,
 * set by plain links, so that it works without JavaScript and without an account.
 */
@Controller
class DisplayPages {

    private static final Duration KEPT = Duration.ofDays(365);

    /** A page of this site; what a browser might take for another site does not match. */
    private static final Pattern HERE = Pattern.compile("/(?![/\\\\])[\\x21-\\x5B\\x5D-\\x7E]*");

    /** @param back the page to return to */
    @GetMapping("/display")
    String display(
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String contrast,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        keep(Display.TEXT, text, request, response);
        keep(Display.CONTRAST, contrast, request, response);
        keep(Display.LANGUAGE, language, request, response);
        return "redirect:" + (HERE.matcher(back).matches() ? back : "/");
    }

    private static void keep(
            Display what, @Nullable String value, HttpServletRequest request, HttpServletResponse response) {
        if (value != null && what.choices().contains(value)) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(what.cookie(), value)
                            .path("/")
                            .maxAge(KEPT)
                            .sameSite("Lax")
                            .httpOnly(true)
                            .secure(request.isSecure())
                            .build()
                            .toString());
        }
    }
}
