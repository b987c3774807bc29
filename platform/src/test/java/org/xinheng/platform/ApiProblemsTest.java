package org.xinheng.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.xinheng.platform.shared.Role;

/** Whatever goes wrong at an address of the API, the answer is a problem with a stable code. */
@PlatformTest
class ApiProblemsTest {

    @Autowired
    MockMvcTester http;

    @Autowired
    Callers callers;

    @Test
    void anAddressWhereNothingStands() {
        problem(http.get().uri("/api/v1/public/nothing").exchange(), 404, "NOT_FOUND");
        problem(
                http.get()
                        .uri("/api/v1/nothing")
                        .header("Authorization", bearer())
                        .exchange(),
                404,
                "NOT_FOUND");
    }

    @Test
    void aMethodItDoesNotTake() {
        var answer = http.post().uri("/api/v1/public/lists").exchange();

        problem(answer, 405, "METHOD_NOT_ALLOWED");
        assertThat(answer).hasHeader("Allow", "GET");
    }

    @Test
    void aFormatItDoesNotGive() {
        problem(
                http.get()
                        .uri("/api/v1/public/lists")
                        .accept(MediaType.APPLICATION_XML)
                        .exchange(),
                406,
                "NOT_ACCEPTABLE");
    }

    @Test
    void aContentItDoesNotTake() {
        problem(
                http.post()
                        .uri("/api/v1/changes/ack")
                        .header("Authorization", bearer())
                        .contentType(MediaType.TEXT_PLAIN)
                        .content("x")
                        .exchange(),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void aContentThatCannotBeRead() {
        problem(
                http.post()
                        .uri("/api/v1/changes/ack")
                        .header("Authorization", bearer())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{")
                        .exchange(),
                400,
                "MALFORMED_REQUEST");
    }

    @Test
    void aCallerWithoutAToken() {
        problem(http.get().uri("/api/v1/changes").exchange(), 401, "UNAUTHENTICATED");
        problem(
                http.get()
                        .uri("/api/v1/changes")
                        .header("Authorization", "Bearer x.y.z")
                        .exchange(),
                401,
                "UNAUTHENTICATED");
    }

    @Test
    void aCallerWithoutPermission() {
        problem(
                http.get()
                        .uri("/api/v1/bulk/lists/market-regulation-serious")
                        .header("Authorization", bearer())
                        .exchange(),
                403,
                "NOT_PERMITTED");
    }

    @Test
    void theWordsAreInTheLanguageAskedFor() {
        assertThat(http.get().uri("/api/v1/public/nothing").header("Accept-Language", "en"))
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("The API has no such address.");
        assertThat(http.get().uri("/api/v1/changes").header("Accept-Language", "en"))
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("Sign in or present a valid access token");
    }

    @Test
    void readersOfPagesGetAPage() {
        assertThat(http.get().uri("/nothing-stands-here").accept(MediaType.TEXT_HTML))
                .hasStatus(404)
                .bodyText()
                .contains("找不到这个页面");
    }

    private String bearer() {
        return callers.bearer("problems", "approval", Set.of(Role.CHECKER), Set.of());
    }

    private static void problem(MvcTestResult answer, int status, String code) {
        assertThat(answer).hasStatus(status).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo(code);
        assertThat(answer).bodyJson().extractingPath("$.status").isEqualTo(status);
        assertThat(answer).bodyJson().extractingPath("$.detail").asString().isNotBlank();
        assertThat(answer).bodyJson().extractingPath("$.arguments").asArray().isNotNull();
    }
}
