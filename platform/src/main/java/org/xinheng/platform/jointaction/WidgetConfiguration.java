package org.xinheng.platform.jointaction;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets business pages of other sites load the widget's script, which holds nothing but itself. */
@Configuration(proxyBeanMethods = false)
class WidgetConfiguration implements WebMvcConfigurer {

    @Override
    public void addCorsMappings(CorsRegistry registry) {
        registry.addMapping("/widget/**").allowedOrigins("*").allowedMethods("GET");
    }
}
