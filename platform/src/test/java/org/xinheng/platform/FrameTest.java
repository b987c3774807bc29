package org.xinheng.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.xinheng.platform.shared.Role;

@PlatformTest
class FrameTest {

    @Autowired
    MockMvcTester http;

    @Autowired
    Callers callers;

    @Test
    void thePortalCarriesTheNameTheCityGaveIt() {
        assertThat(http.get().uri("/sign-in"))
                .hasStatusOk()
                .bodyText()
                .contains("信用常州", "--accent: #0b5c73", "<title>登录</title>", "name=\"_csrf\"")
                .doesNotContain("??");
    }

    @Test
    void aWrongPasswordIsSaidCalmly() {
        assertThat(http.post()
                        .uri("/sign-in")
                        .param("username", "nobody")
                        .param("password", "x")
                        .with(csrf()))
                .hasRedirectedUrl("/sign-in?error");
        assertThat(http.get().uri("/sign-in?error")).bodyText().contains("账号或者密码不对");
    }

    @Test
    void theConsoleAsksStrangersToSignIn() {
        assertThat(http.get().uri("/console").accept(MediaType.TEXT_HTML)).hasStatus3xxRedirection();
    }

    @Test
    void anOfficerSeesTheirNameTheirAgencyAndOnlyTheirPlaces() {
        assertThat(http.get()
                        .uri("/console")
                        .with(callers.signedIn("reporter-zhang", "market-regulator", Role.REPORTER)))
                .hasStatusOk()
                .bodyText()
                .contains("reporter-zhang", "常州市市场监督管理局", "/console/submissions", "/console/inbox", "/sign-out")
                .doesNotContain("/console/audit", "??");
    }

    /** Whoever has but one role is shown no door that does not open. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ENTERPRISE", "CITIZEN", "RECIPIENT"})
    void everyPlaceThatIsShownOpens(Role role) {
        var officer = callers.signedIn("only-" + role, "credit-office", role);
        var home = http.get().uri("/console").with(officer).exchange();
        assertThat(home).hasStatusOk();
        var places = Pattern.compile("class=\"tile\" href=\"([^\"]+)\"")
                .matcher(new String(home.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(places)
                .contains("/console/inbox")
                .allSatisfy(place -> assertThat(http.get().uri(place).with(officer))
                        .as(place)
                        .hasStatusOk());
    }

    @Test
    void textsComeInEnglishForThoseWhoAsk() {
        assertThat(http.get().uri("/sign-in").header("Accept-Language", "en"))
                .bodyText()
                .contains("<html lang=\"en\">", "Credit Changzhou", "Sign in", "Password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/webjars/tabler__core/dist/css/tabler.min.css",
                "/webjars/tabler__icons/icons/outline/scale.svg",
                "/webjars/htmx.org/dist/htmx.min.js",
                "/xinheng.css",
                "/favicon.svg"
            })
    void everythingThePagesNeedIsServedFromHere(String address) {
        assertThat(http.get().uri(address)).hasStatusOk();
    }

    @Test
    void styleFetchesNothingFromElsewhere() {
        for (var sheet : new String[] {"/webjars/tabler__core/dist/css/tabler.min.css", "/xinheng.css"}) {
            assertThat(http.get().uri(sheet))
                    .bodyText()
                    .doesNotContainPattern("url\\([\"']?(https?:)?//")
                    .doesNotContain("@import");
        }
    }
}
