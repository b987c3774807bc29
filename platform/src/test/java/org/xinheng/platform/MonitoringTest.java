package org.xinheng.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

@PlatformTest
class MonitoringTest {

    private static final Path HOME = Path.of(System.getProperty("xinheng.home"));

    @Value("${local.management.port}")
    int port;

    @Value("${local.server.port}")
    int publicPort;

    @Value("${management.metrics.web.server.max-uri-tags:100}")
    int room;

    @Autowired
    RequestMappingHandlerMapping mapping;

    @Autowired
    JdbcClient jdbc;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void healthTellsOfDatabaseDiskAndIntake() throws Exception {
        var health = new JsonMapper().readTree(get(port, "/actuator/health").body());

        assertThat(health.path("status").asString()).isEqualTo("UP");
        assertThat(health.path("components").propertyNames()).contains("db", "diskSpace", "intake");
    }

    @ParameterizedTest
    @ValueSource(strings = {"liveness", "readiness"})
    void aBalancerHasItsOwnQuestions(String group) throws Exception {
        assertThat(get(port, "/actuator/health/" + group).statusCode()).isEqualTo(200);
    }

    @Test
    void aSubmissionThatFailsAgainAndAgainIsSeenAndLeavesTheNodeReady() throws Exception {
        var id = jdbc.sql("""
                        insert into intake.submission (id, agency, sender_kind, sender, sender_name, sender_roles, item_id,
                            file_id, content_hash, received_on, change_id, state, attempts, lease_until)
                        values (uuidv7(), 'nobody', 'CLIENT', 'nobody', 'nobody', '{}', 'none', uuidv7(), '\\x00',
                            '2026-11-23', uuidv7(), 'CHECKING', 7, '2099-01-01')
                        returning id
                        """).query(UUID.class).single();
        try {
            var health = get(port, "/actuator/health");

            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body()).contains("\"failing\":1");
            assertThat(get(port, "/actuator/health/readiness").statusCode()).isEqualTo(200);
        } finally {
            jdbc.sql("delete from intake.submission where id = :id")
                    .param("id", id)
                    .update();
        }
    }

    /** Each address is a label of its own; those beyond the room are left out without a word, in the order of first use. */
    @Test
    void everyAddressHasRoomAmongTheNumbers() {
        assertThat(room).isGreaterThan(mapping.getHandlerMethods().size() * 2);
    }

    @Test
    void managementIsNotOnThePublicPort() throws Exception {
        assertThat(get(publicPort, "/actuator/prometheus").statusCode()).isEqualTo(404);
        assertThat(get(publicPort, "/actuator/health").statusCode()).isEqualTo(404);
    }

    @Test
    void theDashboardsNumbersAreThere() throws Exception {
        assertThat(scraped())
                .contains(
                        "xinheng_facts_total",
                        "xinheng_data_age_seconds",
                        "xinheng_database_bytes",
                        "xinheng_checks_total",
                        "xinheng_submissions_waiting",
                        "xinheng_submissions_wait_seconds");
    }

    /** The table of docs/operations.md and the code name the same metrics. */
    @Test
    void theTableOfMetricsIsThatOfTheCode() throws Exception {
        var documented = new TreeSet<String>();
        var names = Pattern.compile("(?m)^\\| `(xinheng_[a-z_]+)");
        names.matcher(Files.readString(HOME.resolve("docs/operations.md")))
                .results()
                .forEach(found -> documented.add(found.group(1)));

        assertThat(documented).isEqualTo(inCode()).containsAll(scraped());
    }

    private static Set<String> inCode() throws IOException {
        var builder = Pattern.compile("(\\w+)\\s*\\.builder\\(\\s*\"(xinheng\\.[a-z.]+)\"");
        var names = new TreeSet<String>();
        try (var files = Files.walk(HOME.resolve("platform/src/main/java"))) {
            for (var file :
                    files.filter(one -> one.toString().endsWith("Meters.java")).toList()) {
                builder.matcher(Files.readString(file)).results().forEach(found -> {
                    var counter = found.group(1).equals("FunctionCounter");
                    names.add(found.group(2).replace('.', '_') + (counter ? "_total" : ""));
                });
            }
        }
        return names;
    }

    private Set<String> scraped() throws Exception {
        var names = new TreeSet<String>();
        Pattern.compile("(?m)^(xinheng_[a-z_]+)")
                .matcher(get(port, "/actuator/prometheus").body())
                .results()
                .forEach(found -> names.add(found.group(1)));
        return names;
    }

    private HttpResponse<String> get(int at, String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at + path))
                        .build(),
                BodyHandlers.ofString());
    }
}
