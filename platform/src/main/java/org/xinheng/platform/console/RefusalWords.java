package org.xinheng.platform.console;

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

    /** An argument that is the id of a list is said by the list's name. */
    String of(CreditException refusal, Locale locale) {
        var lists = packs.today().lists();
        var arguments = refusal.arguments().stream()
                .map(argument -> {
                    var list = lists.get(argument);
                    return list == null ? argument : list.label().zh();
                })
                .toArray();
        return messages.getMessage("refusal." + refusal.code().name(), arguments, locale);
    }
}
