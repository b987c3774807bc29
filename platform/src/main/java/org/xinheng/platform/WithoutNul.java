package org.xinheng.platform;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** PostgreSQL keeps no NUL in a text, and nobody types one: a request that holds one is refused before it gets there. */
@Configuration(proxyBeanMethods = false)
class WithoutNul {

    @Bean
    JsonMapperBuilderCustomizer textsWithoutNul() {
        return builder -> builder.addModule(new SimpleModule("without-nul")
                .addDeserializer(String.class, new StringDeserializer() {
                    @Override
                    public String deserialize(JsonParser parser, DeserializationContext context) {
                        var text = super.deserialize(parser, context);
                        return text == null || text.indexOf(0) < 0
                                ? text
                                : (String) context.handleWeirdStringValue(String.class, "", "holds a NUL");
                    }
                }));
    }

    @Bean
    HttpFirewall parametersWithoutNul() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value == null || value.indexOf(0) < 0);
        return firewall;
    }
}
