package org.xinheng.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.demo.population.Population;
import org.xinheng.platform.audit.Chain;
import tools.jackson.databind.json.JsonMapper;

/** The whole demo with few subjects, on a database of its own; the tests tell one story in order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoTest {

    private static final Path PACKS =
            Path.of(System.getProperty("xinheng.home", "..")).resolve("packs");

    @TempDir
    static Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private ConfigurableApplicationContext demo;

    @BeforeAll
    void start() {
        demo = Demo.start(
                new DemoOptions("changzhou", new Population(50, 20), 0, folder.resolve("demo"), false), PACKS);
    }

    @AfterAll
    void stop() {
        demo.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create(Demo.address(demo) + path)).header("Accept", "application/json");
    }

    private HttpResponse<String> post(String path, String body) {
        return send(at(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private int count(String sql) {
        return demo.getBean(JdbcClient.class).sql(sql).query(Integer.class).single();
    }

    @Test
    @Order(1)
    void everybodyIsThere() {
        assertThat(count("select count(*) from subject.subject where kind not in ('PERSON', 'SOLE_TRADER')"))
                .isGreaterThanOrEqualTo(50 - 5 + DemoCast.organisations().size() - 1);
        assertThat(count("select count(*) from subject.subject where kind = 'PERSON'"))
                .isGreaterThanOrEqualTo(20);
        assertThat(count("select count(*) from intake.submission where state <> 'ACCEPTED'"))
                .isZero();
    }

    @Test
    @Order(1)
    void thePublicSeesOrganisationsThatAreListed() {
        assertThat(entries("market-regulation-serious"))
                .contains(DemoCast.LISTED.code())
                .doesNotContain(DemoCast.PROPOSED.code())
                .doesNotContain(DemoCast.PENALISED.code());
        assertThat(entries("judgment-defaulters"))
                .contains(DemoCast.DEFAULTER.code())
                .doesNotContain(DemoCast.DEFAULTING_CITIZEN.name());
        assertThat(entries("advanced-certified-enterprises")).contains(DemoCast.MODEL.code());
    }

    private String entries(String list) {
        return send(at("/api/v1/public/lists/" + list + "/entries")).body();
    }

    @Test
    @Order(1)
    void theBiddingPageIsPromptedForTheListedAlone() {
        assertThat(post("/demo/bidding/check", "{\"code\":\"" + DemoCast.LISTED.code() + "\"}")
                        .body())
                .contains("\"outcome\":\"PROMPTS\"")
                .contains("bidding-limit");
        assertThat(post("/demo/bidding/check", "{\"code\":\"" + DemoCast.PLAIN.code() + "\"}")
                        .body())
                .contains("\"outcome\":\"NO_PROMPT\"");
        assertThat(send(at("/demo/bidding")).body()).contains("<credit-check").contains(DemoCast.LISTED.code());
    }

    @Test
    @Order(1)
    void theBiddingPageHandsOnItsOfficersFeedback() {
        var check = new JsonMapper()
                .readTree(post("/demo/bidding/check", "{\"code\":\"" + DemoCast.LISTED.code() + "\"}")
                        .body());
        var feedback = """
                {"checkId": "%s", "promptId": "%s", "outcome": "NOT_APPLIED", "decidedBy": "评标组长甲",
                 "reason": "依据企业信息公示暂行条例第十八条作了考量，本次不予限制。"}
                """.formatted(
                        check.path("checkId").asString(),
                        check.path("prompts").path(0).path("promptId").asString());

        assertThat(post("/demo/bidding/check/feedback", feedback).statusCode()).isEqualTo(201);
    }

    @Test
    @Order(1)
    void theChainOfFactsIsWholeAcrossTheJumpsOfTheClock() throws SQLException {
        try (var connection = demo.getBean(DataSource.class).getConnection()) {
            assertThat(Chain.verify(connection).faults()).isEmpty();
        }
    }

    @Test
    @Order(2)
    void theClockGoesForwardAndNeverBack() {
        var tomorrow = demo.getBean(DemoClock.class).today().plusDays(1);

        assertThat(setClock(tomorrow).statusCode()).isEqualTo(200);
        assertThat(setClock(tomorrow.minusDays(1)).body()).contains("CLOCK_BACKWARD");
        assertThat(send(at("/demo/clock")).body()).contains(tomorrow.toString());
    }

    private HttpResponse<String> setClock(LocalDate day) {
        return post("/demo/clock", "{\"date\":\"" + day + "\"}");
    }

    @Test
    @Order(3)
    void aSecondStartLoadsNothingAgainAndKeepsTheDay() {
        var day = demo.getBean(DemoClock.class).today();
        var before = counts();

        demo.close();
        start();

        assertThat(counts()).isEqualTo(before);
        assertThat(demo.getBean(DemoClock.class).today()).isEqualTo(day);
    }

    private List<Integer> counts() {
        return List.of(
                count("select count(*) from intake.submission"),
                count("select count(*) from record.version"),
                count("select count(*) from access.account"));
    }
}
