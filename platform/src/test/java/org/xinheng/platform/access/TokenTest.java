package org.xinheng.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;

@PlatformTest
class TokenTest {

    @Autowired
    Callers callers;

    @Autowired
    Accounts accounts;

    @Autowired
    MockMvcTester http;

    @Test
    void aSystemGetsInWithItsToken() {
        var token = callers.bearer("token-test", "tax", Set.of(Role.CHECKER), Set.of("construction-bidding"));

        assertThat(http.get().uri("/api/v1/nothing-here").header("Authorization", token))
                .hasStatus(404);
    }

    @Test
    void anAlteredTokenIsRefused() {
        assertThat(http.get().uri("/api/v1/nothing-here").header("Authorization", "Bearer e30.e30.x"))
                .hasStatus(401);
    }

    @Test
    void aSystemThatAsksTooOftenIsToldHowLongToWaitAndNobodyElseIsSlowed() {
        accounts.openClient(
                "token-wild",
                "token-wild",
                new AgencyId("tax"),
                Set.of(Role.CHECKER),
                Set.of(),
                3,
                "secret",
                Actor.platform("test"));
        var wild = callers.token("token-wild");
        for (int i = 0; i < 3; i++) {
            assertThat(http.get().uri("/api/v1/submissions/x").header("Authorization", wild))
                    .hasStatus(404);
        }

        var refused = http.get()
                .uri("/api/v1/submissions/x")
                .header("Authorization", wild)
                .exchange();
        assertThat(refused).hasStatus(429).bodyJson().extractingPath("$.code").isEqualTo("RATE_LIMITED");
        assertThat(Integer.parseInt(String.valueOf(refused.getResponse().getHeader("Retry-After"))))
                .isBetween(1, 20);
        var calm = callers.bearer("token-test", "tax", Set.of(Role.CHECKER), Set.of("construction-bidding"));
        assertThat(http.get().uri("/api/v1/submissions/x").header("Authorization", calm))
                .hasStatus(404);
    }

    @Test
    void aSystemMayDoNoMoreThanItWasOpenedForWhateverScopeItAsksFor() {
        var reporter = callers.bearer("token-reporter", "tax", Set.of(Role.REPORTER), Set.of("construction-bidding"));

        assertThat(http.post()
                        .uri("/api/v1/checks")
                        .header("Authorization", reporter)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"subject": {"code": "91320499MAXH00002T"}, "matter": "construction-bidding",
                                 "purpose": "x", "officer": "y"}
                                """))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("NOT_PERMITTED");
    }
}
