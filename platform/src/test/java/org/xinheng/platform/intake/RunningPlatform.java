package org.xinheng.platform.intake;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;
import org.xinheng.platform.Start;
import org.xinheng.platform.access.Accounts;
import org.xinheng.platform.intake.Sender.Answer;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;
import org.xinheng.postgres.EmbeddedPostgres;
import tools.jackson.databind.json.JsonMapper;

/** The platform as it is started for real, on a database of its own, with a client that may report. */
final class RunningPlatform implements AutoCloseable {

    private static final String CLIENT = "running-regulator";

    private final ConfigurableApplicationContext application;
    private final String base;
    private final Sender sender;

    private RunningPlatform(ConfigurableApplicationContext application) throws Exception {
        this.application = application;
        int port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        this.base = "http://localhost:" + port;
        bean(Accounts.class)
                .openClient(
                        CLIENT,
                        CLIENT,
                        new AgencyId("market-regulator"),
                        Set.of(Role.REPORTER),
                        Set.of(),
                        "a secret of the test",
                        Actor.platform("test"));
        this.sender = new Sender(port, newToken());
    }

    /** @param beside a folder that does not exist, for the key file to lie beside */
    static RunningPlatform on(EmbeddedPostgres postgres, Path beside) throws Exception {
        return on(postgres, beside, Map.of());
    }

    /** The same with some settings of the application changed. */
    static RunningPlatform on(EmbeddedPostgres postgres, Path beside, Map<String, Object> changed) throws Exception {
        var packs = Path.of(System.getProperty("xinheng.home", "..")).resolve("packs");
        var settings = new HashMap<String, Object>(changed);
        settings.put("spring.datasource.username", postgres.user());
        settings.put("spring.datasource.password", postgres.password());
        var application = new Start(0, beside, "changzhou", postgres.jdbcUrl(), packs).run(settings);
        return new RunningPlatform(application);
    }

    Sender sender() {
        return sender;
    }

    int port() {
        return URI.create(base).getPort();
    }

    /** Value of the Authorization header, good for half an hour. */
    String newToken() throws Exception {
        var token = JsonMapper.builder().build().readTree(askForToken().text());
        return "Bearer " + token.get("access_token").asString();
    }

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    Answer askForToken() throws Exception {
        var basic =
                Base64.getEncoder().encodeToString((CLIENT + ":a secret of the test").getBytes(StandardCharsets.UTF_8));
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(base + "/oauth2/token"))
                            .header("Authorization", "Basic " + basic)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer.headers().map(), answer.body());
        }
    }

    @Override
    public void close() {
        application.close();
    }
}
