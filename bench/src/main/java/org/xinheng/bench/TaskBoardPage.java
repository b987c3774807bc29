package org.xinheng.bench;

import java.io.ByteArrayInputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;
import org.xinheng.platform.Start;
import org.xinheng.platform.access.Accounts;
import org.xinheng.platform.oversight.ImportDocument;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;

/** The board of policy tasks as the credit office opens it: over HTTP, signed in, database and page included. */
final class TaskBoardPage {

    private static final int IN_A_DOCUMENT = 100;
    private static final double AIM = 100;
    private static final String ACCOUNT = "bench";

    private TaskBoardPage() {}

    static String measure(Path packs, int tasks, int runs) throws Exception {
        var folder = Files.createTempDirectory("xinheng-bench");
        try (var application = new Start(0, folder.resolve("instance"), "changzhou", null, packs).run()) {
            var secret = UUID.randomUUID().toString();
            populate(application, tasks, secret);
            var address = "http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port");
            var http = signedIn(address, secret);
            var board = HttpRequest.newBuilder(URI.create(address + "/console/tasks"))
                    .build();
            var times = Times.of(runs / 2, runs, () -> {
                var answer = http.send(board, BodyHandlers.ofString());
                if (answer.statusCode() != 200 || !answer.body().contains("board-column")) {
                    throw new IllegalStateException("no board: " + answer.statusCode());
                }
                return answer.body().length();
            });
            return times.line("task-board", tasks + " tasks, the office's page over HTTP", AIM);
        }
    }

    private static void populate(ApplicationContext application, int tasks, String secret) {
        application
                .getBean(Accounts.class)
                .openOfficer(
                        ACCOUNT,
                        ACCOUNT,
                        new AgencyId("credit-office"),
                        Set.of(Role.CREDIT_OFFICE),
                        secret,
                        Actor.platform("bench"));
        var office = new Actor(
                Actor.Kind.OFFICER,
                ACCOUNT,
                new AgencyId("credit-office"),
                ACCOUNT,
                Set.of(Role.CREDIT_OFFICE),
                Set.of());
        var importDocument = application.getBean(ImportDocument.class);
        var random = new Random(1);
        for (int i = 1; i <= tasks / IN_A_DOCUMENT; i++) {
            var text = Divisions.document(i, IN_A_DOCUMENT, random).getBytes(StandardCharsets.UTF_8);
            var id = importDocument.read(new ByteArrayInputStream(text), "任务分工" + i + ".txt", office);
            importDocument.confirm(id, 1, office);
        }
    }

    private static HttpClient signedIn(String address, String secret) throws Exception {
        var http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        var form = http.send(
                        HttpRequest.newBuilder(URI.create(address + "/sign-in")).build(), BodyHandlers.ofString())
                .body();
        var token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(form);
        if (!token.find()) {
            throw new IllegalStateException("the sign-in page has no form");
        }
        var body = "username=" + ACCOUNT + "&password=" + secret + "&_csrf="
                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        http.send(
                HttpRequest.newBuilder(URI.create(address + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.discarding());
        return http;
    }
}
