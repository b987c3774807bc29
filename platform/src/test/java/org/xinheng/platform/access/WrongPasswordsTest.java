package org.xinheng.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;

@PlatformTest
class WrongPasswordsTest {

    private static final String ACCOUNT = "guessed-at";
    private static final String RIGHT = "correct horse battery";

    @Autowired
    MockMvcTester http;

    @Autowired
    Accounts accounts;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void begin() {
        clock.set(SettableClock.START);
        accounts.openOfficer(
                ACCOUNT, ACCOUNT, new AgencyId("housing"), Set.of(Role.CHECKER), RIGHT, Actor.platform("test"));
    }

    @Test
    void whoGuessesWaitsAndNobodyElse() {
        int guesses = 0;
        // On a slow machine the clock allows another one meanwhile.
        while ("/sign-in?error"
                .equals(signIn("203.0.113.41", "guess " + guesses).getResponse().getRedirectedUrl())) {
            guesses++;
            assertThat(guesses).isLessThan(60);
        }

        assertThat(guesses).isGreaterThanOrEqualTo(10);
        assertThat(signIn("203.0.113.41", "guess")).hasRedirectedUrl("/sign-in?wait");
        // Or the last guess would be as good as the first.
        assertThat(signIn("203.0.113.41", RIGHT)).hasRedirectedUrl("/sign-in?wait");
        assertThat(http.get().uri("/sign-in?wait")).bodyText().contains("试错次数太多");
        assertThat(signIn("203.0.113.42", RIGHT)).hasRedirectedUrl("/console");

        clock.set(SettableClock.START.plusDays(1));
        assertThat(signIn("203.0.113.41", RIGHT)).hasRedirectedUrl("/console");
    }

    private MvcTestResult signIn(String address, String password) {
        return http.post()
                .uri("/sign-in")
                .remoteAddress(address)
                .with(csrf())
                .param("username", ACCOUNT)
                .param("password", password)
                .exchange();
    }
}
