package org.xinheng.platform;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The words of all modules and pages. */
@Configuration(proxyBeanMethods = false)
class WebMessages {

    /** One file of messages for each module, {@code messages/<module>.properties}, Chinese; {@code _en} beside it. */
    @Bean
    MessageSource messageSource() throws IOException {
        var names = new ArrayList<String>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
            var name = file.getFilename();
            if (name != null && !name.endsWith("_en.properties")) {
                names.add("messages/" + name.substring(0, name.length() - ".properties".length()));
            }
        }
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames(names.toArray(String[]::new));
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        return messages;
    }
}
