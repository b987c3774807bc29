package org.xinheng.platform;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.platform.vault.KeyFile;

/** What the modules take as arguments: the clock of business time and the maker of ids. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class PlatformConfiguration {

    /** Business time; zone Asia/Shanghai. The demo puts a clock of its own here that can be set forward. */
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }

    @Bean
    KeyFile keyFile(@Value("${xinheng.keys}") Path file) {
        return KeyFile.read(file);
    }

    @Bean
    IdGenerator idGenerator(Clock clock) {
        return new IdGenerator(clock, new SecureRandom());
    }
}
