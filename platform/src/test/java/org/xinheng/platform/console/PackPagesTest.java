package org.xinheng.platform.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.packs.NextRelease;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.packs.ReleasePack;
import org.xinheng.platform.shared.Role;

@PlatformTest
class PackPagesTest {

    @Autowired
    MockMvcTester http;

    @Autowired
    Callers callers;

    @Autowired
    Packs packs;

    @Autowired
    ReleasePack release;

    @Test
    void releasesAreForTheCreditOfficeAndTheAuditor() {
        assertThat(http.get().uri("/console/packs").with(officer("rules-checker", Role.CHECKER)))
                .hasStatus(403)
                .bodyText()
                .contains("没有办成");
        assertThat(http.get().uri("/console/packs").with(officer("rules-auditor", Role.AUDITOR)))
                .hasStatusOk()
                .bodyText()
                .contains(packs.today().release(), "江苏省")
                .doesNotContain("读取并提出", "??");
    }

    @Test
    void whoeverProposedDoesNotActivate() {
        var proposer = officer("rules-proposer", Role.CREDIT_OFFICE);
        var id = release.propose(
                NextRelease.after(packs.today(), "2126.1", LocalDate.parse("2126-01-01"))
                        .pack(),
                Callers.officer("rules-proposer", "credit-office", Role.CREDIT_OFFICE));
        var address = "/console/packs/releases/" + id + "/activation";

        assertThat(http.get().uri("/console/packs").with(proposer))
                .bodyText()
                .contains("由您提出，须由另一人启用")
                .doesNotContain(address);
        assertThat(http.post().uri(address).with(proposer).with(csrf())).hasStatus(403);

        var second = officer("rules-second", Role.CREDIT_OFFICE);
        assertThat(http.get().uri("/console/packs").with(second)).bodyText().contains(address);
        assertThat(http.post().uri(address).with(second).with(csrf())).hasRedirectedUrl("/console/packs");
        assertThat(http.get().uri("/console/packs").with(second)).bodyText().contains("已启用，未到生效日");
    }

    @Test
    void aCountysCreditOfficeReadsTheRulesAndReleasesNone() {
        var county = callers.signedIn("rules-county", "district-credit-office", Role.CREDIT_OFFICE);
        var id = release.propose(
                NextRelease.after(packs.today(), "2126.2", LocalDate.parse("2126-02-01"))
                        .pack(),
                Callers.officer("rules-proposer", "credit-office", Role.CREDIT_OFFICE));
        var address = "/console/packs/releases/" + id + "/activation";

        assertThat(http.get().uri("/console/packs").with(county))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(address);
        assertThat(http.post().uri(address).with(county).with(csrf())).hasStatus(403);
        assertThat(http.post().uri("/console/packs/releases").with(county).with(csrf()))
                .hasStatus(403);
    }

    @Test
    void aVersionThatIsOutIsNotProposedAgain() {
        assertThat(http.post()
                        .uri("/console/packs/releases")
                        .with(officer("rules-proposer", Role.CREDIT_OFFICE))
                        .with(csrf()))
                .hasStatus(409)
                .bodyText()
                .contains("已存在");
    }

    private RequestPostProcessor officer(String account, Role role) {
        return callers.signedIn(account, "credit-office", role);
    }
}
