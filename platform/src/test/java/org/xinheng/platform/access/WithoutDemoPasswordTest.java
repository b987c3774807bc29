package org.xinheng.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class WithoutDemoPasswordTest {

    private final PasswordEncoder passwords = new SecurityConfiguration().passwordEncoder(false);

    @Test
    void thePasswordOfTheDemoIsRefusedEvenWhereItWasSet() {
        assertThat(passwords.matches("demo", passwords.encode("demo"))).isFalse();
    }

    @Test
    void otherPasswordsAreComparedAsEver() {
        var stored = passwords.encode("another one");

        assertThat(passwords.matches("another one", stored)).isTrue();
        assertThat(passwords.matches("a third", stored)).isFalse();
    }

    @Test
    void theDemoLetsItsOwnIn() {
        var demo = new SecurityConfiguration().passwordEncoder(true);

        assertThat(demo.matches("demo", demo.encode("demo"))).isTrue();
    }
}
