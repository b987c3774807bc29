package org.xinheng.platform;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.ErrorCode;

/** Turns a refusal into its status and its words: message key {@code refusal.<CODE>} of the module that refuses. */
@Component
class Refusals {

    private final MessageSource messages;

    Refusals(MessageSource messages) {
        this.messages = messages;
    }

    HttpStatus status(CreditException refusal) {
        return switch (refusal.code().kind()) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case UNKNOWN_CALLER -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case MISSING -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case REFUSED -> HttpStatus.UNPROCESSABLE_CONTENT;
            case TOO_OFTEN -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    String words(CreditException refusal, Locale locale) {
        return words(refusal.code(), refusal.arguments(), locale);
    }

    String words(ErrorCode code, List<String> arguments, Locale locale) {
        return words(code.name(), arguments, locale);
    }

    String words(String code, List<String> arguments, Locale locale) {
        var words = messages.getMessage("refusal." + code, arguments.toArray(), code, locale);
        return words == null ? code : words;
    }
}
