package org.xinheng.platform.console;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.ErrorCode;

/** Why a ledger refused what was typed: names of fields as the page calls them. */
@Component
class IntegrityWords {

    private final RefusalWords words;
    private final MessageSource messages;

    IntegrityWords(RefusalWords words, MessageSource messages) {
        this.words = words;
        this.messages = messages;
    }

    /** The words for the page, which answers 422; what is not there at all goes on to the page of faults. */
    String refused(CreditException refusal, HttpServletResponse response, Locale locale) {
        if (refusal.code().kind() == ErrorCode.Kind.MISSING) {
            throw refusal;
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        List<String> named = refusal.arguments().stream()
                .map(argument -> argument.matches("[a-zA-Z]+")
                        ? messages.getMessage("integrity.field." + argument, null, argument, locale)
                        : argument)
                .toList();
        return words.of(refusal.code().name(), named, locale);
    }
}
