package org.xinheng.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.xinheng.platform.shared.Role;

/** Promise 8: neither identifiers nor names of persons stand in a log, whatever is asked and however wrongly. */
@PlatformTest
class LogsTest {

    private static final String NUMBER = Synthetic.citizen(LocalDate.parse("1984-02-29"), 77);
    private static final String NAME = "诸葛试言";

    @Value("${local.server.port}")
    int port;

    @Autowired
    Callers callers;

    @Autowired
    RequestMappingHandlerMapping mapping;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger requests = (Logger) LoggerFactory.getLogger("org.xinheng.requests");
    private final AppenderBase<ILoggingEvent> catching = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            var line = new StringBuilder(event.getMDCPropertyMap() + " " + event.getFormattedMessage());
            for (IThrowableProxy fault = event.getThrowableProxy(); fault != null; fault = fault.getCause()) {
                line.append(' ').append(fault.getClassName()).append(' ').append(fault.getMessage());
            }
            lines.add(line.toString());
        }
    };

    @BeforeEach
    void everyLineIsCaught() {
        catching.setContext(root.getLoggerContext());
        catching.start();
        root.addAppender(catching);
        requests.setLevel(Level.INFO);
    }

    @AfterEach
    void noLineIsCaughtAnyMore() {
        root.detachAppender(catching);
        requests.setLevel(null);
    }

    @Test
    void noLineNamesAPerson() throws Exception {
        var bearer = callers.bearer(
                "logs-system",
                "market-regulator",
                Set.of(Role.CHECKER, Role.REPORTER),
                Set.of("administrative-approval"));
        var person = """
                {"subject": {"idType": "CITIZEN_ID", "idNumber": "%s", "name": "%s"}, "matter": "%s", "purpose": "许可审查",
                 "reference": "XK-1", "officer": "甲", "authority": {"kind": "STATUTE", "basis": "行政许可法"}%s}
                """;
        post(bearer, "/api/v1/checks", person.formatted(NUMBER, NAME, "administrative-approval", ""));
        post(bearer, "/api/v1/checks", person.formatted(NUMBER, NAME, "no-such-matter", ""));
        post(
                bearer,
                "/api/v1/checks",
                person.formatted(NUMBER, NAME, "administrative-approval", ", \"" + NAME + "\": 1"));
        post(bearer, "/api/v1/checks", "{\"subject\": \"" + NUMBER + NAME);
        post(bearer, "/api/v1/checks/batch", "{\"code\": \"" + NUMBER + "\", \"name\": \"" + NAME + "\"}\n");
        post(bearer, "/api/v1/subjects/file", person.formatted(NUMBER, NAME, "administrative-approval", ""));
        post(bearer, "/api/v1/checks/" + NUMBER + "/feedback", "{\"reason\": \"" + NAME + "\"}");
        for (var path : List.of(
                "/search?q=" + NUMBER,
                "/search?q=" + encoded(NAME),
                "/subjects/" + NUMBER,
                "/api/v1/public/subjects?q=" + NUMBER,
                "/api/v1/public/subjects/" + NUMBER,
                "/api/v1/checks/" + NUMBER,
                "/nowhere/" + NUMBER,
                "/api/v1/changes?after=" + NUMBER,
                "/lists/" + encoded(NAME))) {
            send(HttpRequest.newBuilder(uri(path)).header("Authorization", bearer));
            send(HttpRequest.newBuilder(uri(path)).header("X-Request-Id", NUMBER));
        }
        send(HttpRequest.newBuilder(uri("/oauth2/token"))
                .header("Authorization", "Basic bm9ib2R5Om5vYm9keQ==")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=" + NUMBER)));
        send(HttpRequest.newBuilder(uri("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + NUMBER + "&password=" + encoded(NAME))));

        assertThat(lines).anyMatch(line -> line.contains("POST /api/v1/checks 200"));
        assertThat(lines).noneMatch(line -> line.contains(NUMBER) || line.contains(NAME));
    }

    @Test
    void anAnswerAndItsLinesCarryTheSameRequestId() throws Exception {
        var given = "01a21752-8c34-7001-8871-438c4ba68220";

        var taken = send(HttpRequest.newBuilder(uri("/lists")).header("X-Request-Id", given));
        var made = send(HttpRequest.newBuilder(uri("/lists")).header("X-Request-Id", NUMBER));

        assertThat(taken.headers().firstValue("X-Request-Id")).contains(given);
        assertThat(made.headers().firstValue("X-Request-Id").orElseThrow()).hasSize(36);
        assertThat(lines).anyMatch(line -> line.contains("request=" + given) && line.contains("GET /lists 200"));
    }

    /** A page that fails while it is written is past every handler; what it says of the value must not reach the log. */
    @Test
    void aPageThatCannotBeMadeIsLoggedByItsPlaceAlone() throws Exception {
        var broken = RequestMappingInfo.paths("/broken").build();
        mapping.registerMapping(broken, new Broken(), Broken.class.getDeclaredMethod("page", Model.class));
        try {
            assertThat(send(HttpRequest.newBuilder(uri("/broken"))).statusCode())
                    .isEqualTo(500);
        } finally {
            mapping.unregisterMapping(broken);
        }

        assertThat(lines).anyMatch(line -> line.contains("request failed: ") && line.contains("Exception"));
        assertThat(lines).noneMatch(line -> line.contains(NAME));
    }

    @Controller
    private static final class Broken {

        String page(Model model) {
            model.addAttribute("said", NAME);
            return "broken";
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private void post(String bearer, String path, String body) throws Exception {
        send(HttpRequest.newBuilder(uri(path))
                .header("Authorization", bearer)
                .header("Content-Type", path.endsWith("batch") ? "application/x-ndjson" : "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
