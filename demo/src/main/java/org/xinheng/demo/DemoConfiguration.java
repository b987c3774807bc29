package org.xinheng.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.xinheng.demo.population.Weeks;

/** What the demo adds to the application: its clock, its pages and who may see them, its stories. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
class DemoConfiguration {

    @Bean
    DemoFolder demoFolder(@Value("${xinheng.data}") Path data) throws IOException {
        return DemoFolder.open(data);
    }

    /** Begins on the morning of the first week; a demo that is loaded goes on where it was. */
    @Bean
    @Primary
    DemoClock demoClock(DemoFolder folder) {
        var real = InstantSource.system();
        var weeks = new Weeks(folder.population(), folder.firstDay(), Map.of());
        var begin =
                weeks.day(0).atTime(LocalTime.of(8, 30)).atZone(DemoClock.ZONE).toInstant();
        return new DemoClock(folder, real, begin);
    }

    /** The demo's own pages stand for other people's sites: nobody signs in to them here. */
    @Bean
    @Order(0)
    SecurityFilterChain demoDoor(HttpSecurity http) throws Exception {
        return http.securityMatcher("/demo/**")
                .csrf(csrf -> csrf.disable())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
