package org.xinheng.platform.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.shared.Role;

@PlatformTest
class AuditPagesTest {

    @Autowired
    MockMvcTester http;

    @Autowired
    Callers callers;

    @Test
    void theAuditorSeesTheOrderFromItsEndToItsBeginning() {
        var auditor = callers.signedIn("order-auditor", "credit-office", Role.AUDITOR);
        assertThat(http.get().uri("/console/audit").with(auditor))
                .hasStatusOk()
                .bodyText()
                .contains("AccountOpened")
                .doesNotContain("??");
        assertThat(http.get().uri("/console/audit?upTo=2").with(auditor))
                .hasStatusOk()
                .bodyText()
                .contains("ReleaseProposed", "PLATFORM:installation")
                .doesNotContain("下一页");
    }

    @Test
    void theChainIsFoundWhole() {
        assertThat(http.post()
                        .uri("/console/audit/verification")
                        .with(callers.signedIn("order-auditor", "credit-office", Role.AUDITOR))
                        .with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("链条完整")
                .doesNotContain("链条不完整");
    }

    @Test
    void othersDoNotReadTheOrder() {
        assertThat(http.get()
                        .uri("/console/audit")
                        .with(callers.signedIn("order-checker", "credit-office", Role.CHECKER)))
                .hasStatus(403);
    }
}
