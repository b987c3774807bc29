package org.xinheng.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.platform.access.Accounts;
import org.xinheng.platform.intake.Sender.Answer;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;
import org.xinheng.postgres.EmbeddedPostgres;

/** The database dies, goes away, or has no room: callers hear so, what was accepted stays, and it goes on by itself. */
class OutageTest {

    private static final String PENALTY = "administrative-penalty";

    /** Fewer milliseconds than in use: what is said is the same, it is said sooner. */
    private static final Map<String, Object> IMPATIENT = Map.of("spring.datasource.hikari.connection-timeout", "2000");

    @TempDir
    Path folder;

    @Test
    void aKilledDatabaseComesBackByItselfAndWhatWasAcceptedIsTakenIn() throws Exception {
        try (var postgres = EmbeddedPostgres.start(
                        folder.resolve("data"), EmbeddedPostgres.Options.usual(new SecureRandom()));
                var platform = RunningPlatform.on(postgres, folder.resolve("keys-of"), IMPATIENT)) {
            var sender = platform.sender();
            var accepted = sender.upload(PENALTY, "a.csv", table(0, 3 * CheckSubmission.CHUNK));
            assertThat(accepted.status()).isEqualTo(202);

            kill(folder.resolve("data/data/postmaster.pid"));

            var answers = new ArrayList<Answer>();
            do {
                answers.add(sender.upload(PENALTY, "b.csv", table(50_000, 1), "Idempotency-Key", "after-the-kill"));
            } while (answers.getLast().status() != 202);
            assertThat(answers.subList(0, answers.size() - 1))
                    .allSatisfy(answer -> assertAway(platform, answer, "DATABASE_UNAVAILABLE"));
            assertThat(sender.whenDone(answers.getLast()).get("accepted").asInt())
                    .isEqualTo(1);
            assertThat(sender.whenDone(accepted).get("accepted").asInt()).isEqualTo(3 * CheckSubmission.CHUNK);
            assertThat(platform.bean(JdbcClient.class)
                            .sql("select count(distinct record_id) from record.version")
                            .query(Long.class)
                            .single())
                    .isEqualTo(3L * CheckSubmission.CHUNK + 1);

            platform.bean(Accounts.class)
                    .openOfficer(
                            "officer-of-the-outage",
                            "officer",
                            new AgencyId("market-regulator"),
                            Set.of(Role.REPORTER),
                            "a secret of the test",
                            Actor.platform("test"));
            var signedIn = browser();
            var token = csrf(page(signedIn, platform.port(), "/sign-in", null).body());
            assertThat(page(signedIn, platform.port(), "/sign-in", signIn(token))
                            .body())
                    .contains("/sign-out");
            var typing = browser();
            var typed =
                    signIn(csrf(page(typing, platform.port(), "/sign-in", null).body()));
            stop(postgres);

            assertAway(platform, sender.get(accepted.header("location")), "DATABASE_UNAVAILABLE");
            assertAway(platform, sender.upload(PENALTY, "c.csv", table(60_000, 1)), "DATABASE_UNAVAILABLE");
            assertAway(platform, platform.askForToken(), "DATABASE_UNAVAILABLE");
            var page = sender.get("/lists");
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.text()).contains("<html", "数据库暂时没有应答");
            assertAway(List.of(
                    page(signedIn, platform.port(), "/console/submissions", null),
                    page(typing, platform.port(), "/sign-in", typed),
                    page(browser(), platform.port(), "/sign-in", null)));
        }
    }

    /**
     * With a disk of memory that is really full; only root may mount one.
     *
     * @param watched whether the platform knows the disk of its database, or finds out by what fails
     */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFullDiskIsSaidAndNothingIsLostByIt(boolean watched) throws Exception {
        assumeTrue(Boolean.getBoolean("xinheng.soak") && "root".equals(System.getProperty("user.name")));
        var disk = Files.createDirectory(folder.resolve("disk"));
        run("mount", "-t", "tmpfs", "-o", "size=900m", "tmpfs", disk.toString());
        try (var postgres = EmbeddedPostgres.start(
                        disk.resolve("data"),
                        EmbeddedPostgres.Options.usual(new SecureRandom()).with("max_wal_size=64MB"));
                var platform = RunningPlatform.on(postgres, (watched ? disk : folder).resolve("beside"), IMPATIENT)) {
            var sender = platform.sender();
            var before = sender.whenDone(sender.upload(PENALTY, "a.csv", table(0, 1_000)));
            assertThat(before.get("accepted").asInt()).isEqualTo(1_000);

            var filler = fill(disk);
            var large = table(10_000, 100_000);
            var answers = new ArrayList<Answer>();
            for (int i = 0; i < 3; i++) {
                answers.add(sender.upload(PENALTY, "large.csv", large));
            }

            assertThat(answers).allSatisfy(answer -> {
                assertThat(answer.status()).as(answer.text()).isEqualTo(503);
                assertThat(answer.text()).contains("此前已收下的都在");
            });
            if (watched) {
                assertThat(answers).allSatisfy(answer -> assertAway(platform, answer, "STORAGE_FULL"));
            }

            Files.delete(filler);
            do {
                answers.add(sender.upload(PENALTY, "b.csv", table(200_000, 1_000), "Idempotency-Key", "room-again"));
            } while (answers.getLast().status() == 503);
            assertThat(sender.whenDone(answers.getLast()).get("accepted").asInt())
                    .isEqualTo(1_000);
            assertThat(platform.bean(JdbcClient.class)
                            .sql("select count(distinct record_id) from record.version")
                            .query(Long.class)
                            .single())
                    .isEqualTo(2_000);
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    private static void assertAway(RunningPlatform platform, Answer answer, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        assertThat(answer.header("retry-after")).isNotEmpty();
        var problem = platform.sender().json(answer);
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("detail").asString()).contains("此前已收下的都在");
    }

    /** Who is signed in, who is not yet, and who just typed a password: all are told that the database is away. */
    private static void assertAway(List<HttpResponse<String>> answers) {
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).as(answer.uri() + answer.body()).isEqualTo(503);
            assertThat(answer.headers().firstValue("retry-after")).isPresent();
            assertThat(answer.body())
                    .contains("<html", "数据库暂时没有应答", "请过十几秒再试")
                    .doesNotContain("Exception", "org.xinheng", "\tat ", "密码不对");
        });
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    private static String csrf(String page) {
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static HttpResponse<String> page(HttpClient browser, int port, String path, @Nullable String form)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html");
        return browser.send(
                form == null
                        ? request.build()
                        : request.header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String signIn(String csrf) {
        return "username=officer-of-the-outage&password=a+secret+of+the+test&_csrf=" + csrf;
    }

    private static Path fill(Path disk) throws Exception {
        var filler = disk.resolve("filler");
        var room = Files.getFileStore(disk).getUsableSpace();
        run("fallocate", "-l", String.valueOf(room - (24 << 20)), filler.toString());
        return filler;
    }

    private static void stop(EmbeddedPostgres postgres) {
        postgres.close();
    }

    private static void kill(Path pidFile) throws Exception {
        var postmaster = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()))
                .orElseThrow();
        assertThat(postmaster.destroyForcibly()).isTrue();
        postmaster.onExit().join();
    }

    private static void run(String... command) throws Exception {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor())
                .as(List.of(command).toString())
                .isZero();
    }

    private static byte[] table(int first, int rows) {
        var day = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1).toString();
        var table = new ArrayList<Map<String, String>>();
        for (int i = 0; i < rows; i++) {
            table.add(Tables.penalty((first + i) % 10_000, "常市监罚字〔2026〕" + (100_000 + first + i) + "号", day));
        }
        return Tables.csv(StandardCharsets.UTF_8, table);
    }
}
