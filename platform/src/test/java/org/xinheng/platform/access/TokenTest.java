package org.xinheng.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.shared.Role;

@PlatformTest
class TokenTest {

    @Autowired
    Callers callers;

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
}
