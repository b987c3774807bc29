package org.xinheng.platform.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.access.Accounts;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;

@PlatformTest
class SubmissionPagesTest {

    @Autowired
    MockMvcTester http;

    @Autowired
    Accounts accounts;

    @Autowired
    UserDetailsService signIn;

    @Autowired
    SettableClock clock;

    @LocalServerPort
    int port;

    private RequestPostProcessor clerk;

    @BeforeEach
    void signIn() {
        clock.set(SettableClock.START);
        try {
            accounts.openOfficer(
                    "submission-clerk",
                    "陈文员",
                    new AgencyId("market-regulator"),
                    Set.of(Role.REPORTER),
                    "synthetic",
                    Actor.platform("test"));
        } catch (CreditException alreadyThere) {
            assertThat(alreadyThere.code().name()).isEqualTo("ACCOUNT_EXISTS");
        }
        clerk = user(signIn.loadUserByUsername("submission-clerk"));
    }

    @Test
    void theListOffersUploadFormAndTemplate() {
        assertThat(http.get().uri("/console/submissions").with(clerk))
                .hasStatusOk()
                .bodyText()
                .contains("multipart/form-data", "item=administrative-penalty", "template.xlsx");
    }

    @Test
    void aRowWithAFaultComesBackWithWhatWasTyped() {
        assertThat(form("91320499MAXH00002X", "常市监罚字〔2026〕5901号"))
                .hasStatus(422)
                .bodyText()
                .contains("91320499MAXH00002X", "href=\"#f.creditCode\"", "aria-invalid=\"true\"", "虚假宣传");
    }

    @Test
    void aRightRowIsSentInAndItsPageTellsHowItStands() {
        var sent = form(Synthetic.organisation(5902), "常市监罚字〔2026〕5902号");

        assertThat(sent).hasStatus3xxRedirection();
        var page = sent.getResponse().getRedirectedUrl();
        assertThat(http.get().uri(String.valueOf(page)).with(clerk))
                .hasStatusOk()
                .bodyText()
                .contains("陈文员");
        assertThat(http.get().uri(page + "/progress").with(clerk)).hasStatusOk();
    }

    /** Over real HTTP: the file streams past the token of the form. */
    @Test
    void aFileUploadedInTheConsoleIsTakenIn() throws Exception {
        var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var base = "http://localhost:" + port;
        var signInToken = token(browser, base + "/sign-in");
        var signedIn = browser.send(
                HttpRequest.newBuilder(URI.create(base + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=submission-clerk&password=synthetic&_csrf="
                                + URLEncoder.encode(signInToken, StandardCharsets.UTF_8)))
                        .build(),
                BodyHandlers.discarding());
        assertThat(signedIn.statusCode()).isEqualTo(302);
        var field = "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
        var body = field.formatted("_csrf", token(browser, base + "/console/submissions"))
                + field.formatted("key", "upload-1")
                + field.formatted("item", "administrative-penalty")
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n%PDF\r\n--b--\r\n";

        var sent = browser.send(
                HttpRequest.newBuilder(URI.create(base + "/console/submissions"))
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        assertThat(sent.headers().firstValue("location").orElse("")).contains("/console/submissions/");
    }

    private static String token(HttpClient browser, String page) throws Exception {
        var form = browser.send(HttpRequest.newBuilder(URI.create(page)).build(), BodyHandlers.ofString())
                .body();
        if (page.endsWith("/console/submissions")) {
            form = form.substring(form.indexOf("multipart/form-data"));
            assertThat(form.indexOf("_csrf")).isPositive().isLessThan(form.indexOf("type=\"file\""));
        }
        var found = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void aSubmissionOfNobodyIsNotFound() {
        assertThat(http.get().uri("/console/submissions/nothing").with(clerk)).hasStatus(404);
    }

    private MvcTestResult form(String creditCode, String documentNumber) {
        return http.post()
                .uri("/console/submissions/new")
                .with(clerk)
                .with(csrf())
                .param("item", "administrative-penalty")
                .param("key", documentNumber)
                .param("f.counterpartyName", "天蚕七四三贸易有限公司")
                .param("f.counterpartyCategory", "法人及非法人组织")
                .param("f.creditCode", creditCode)
                .param("f.legalRepresentative", "林小满")
                .param("f.documentNumber", documentNumber)
                .param("f.violationType", "虚假宣传")
                .param("f.violationFacts", "对商品的性能作引人误解的商业宣传")
                .param("f.penaltyBasis", "《中华人民共和国反不正当竞争法》第二十条")
                .param("f.penaltyCategories", "警告", "罚款")
                .param("f.penaltyContent", "警告，罚款2000元")
                .param("f.fineTenThousand", "0.2")
                .param("f.decidedOn", "2026-11-18")
                .param("f.authorityName", "常州市市场监督管理局")
                .param("f.authorityCode", Synthetic.publicBody(1))
                .param("f.sourceName", "常州市市场监督管理局")
                .param("f.sourceCode", Synthetic.publicBody(1))
                .exchange();
    }
}
