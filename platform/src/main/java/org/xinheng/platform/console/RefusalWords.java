package org.xinheng.platform.console;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.packs.Packs;

/** Why something was refused, in the words of the module that refused, for a page that comes back with it. */
@Component
class RefusalWords {

    private final MessageSource messages;
    private final Packs packs;

    RefusalWords(MessageSource messages, Packs packs) {
        this.messages = messages;
        this.packs = packs;
    }

    String of(CreditException refusal, Locale locale) {
        return of(refusal.code().name(), refusal.arguments(), locale);
    }

    /** An argument that is the id of a list is said by the list's name. */
    String of(String code, List<String> given, Locale locale) {
        var lists = packs.today().lists();
        var arguments = given.stream()
                .map(argument -> {
                    var list = lists.get(argument);
                    return list == null ? argument : list.label().zh();
                })
                .toArray();
        return messages.getMessage("refusal." + code, arguments, locale);
    }
}
