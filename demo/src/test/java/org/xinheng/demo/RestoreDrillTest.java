package org.xinheng.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.xinheng.demo.population.Delivery;
import org.xinheng.demo.population.Party;
import org.xinheng.demo.population.Population;
import org.xinheng.demo.population.Weeks;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.platform.disclosure.Inquiry;
import org.xinheng.platform.disclosure.SubjectFiles;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.subject.Identity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The restore drill (恢复演练): back up while agencies send in and ask, destroy everything, restore, and the same questions
 * have the same answers. With {@code -Dxinheng.soak=true} with the data of a county.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestoreDrillTest {

    private static final boolean SOAK = Boolean.getBoolean("xinheng.soak");
    private static final Population POPULATION = SOAK ? new Population(30_000, 7_500) : new Population(50, 20);
    /** What is sent in meanwhile; not the lists, whose lengths are asked for. */
    private static final Set<String> ITEMS =
            Set.of("administrative-licence", "administrative-penalty", "credit-commitment");

    private static final int SENDERS = 2;
    private static final int CALLERS = 4;

    private static final Path PACKS =
            Path.of(System.getProperty("xinheng.home", "..")).resolve("packs");
    private static final String BACKUP = "org.xinheng.platform.BackupCommand";
    private static final String RESTORE = "org.xinheng.platform.RestoreCommand";
    private static final String AUDIT = "org.xinheng.platform.AuditCommand";

    private static final Actor AUDITOR =
            new Actor(Actor.Kind.OFFICER, "auditor", new AgencyId("auditor"), "审计甲", Set.of(Role.AUDITOR), Set.of());
    private static final List<Party.Organisation> ASKED = List.of(
            DemoCast.LISTED, DemoCast.MODEL, DemoCast.DEFAULTER, DemoCast.PENALISED, DemoCast.PROPOSED, DemoCast.PLAIN);

    @TempDir
    static Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private ConfigurableApplicationContext demo;

    @BeforeAll
    void start() {
        tokens.clear();
        demo = Demo.start(new DemoOptions("changzhou", POPULATION, 0, folder.resolve("demo"), false), PACKS);
    }

    @AfterAll
    void stop() {
        demo.close();
    }

    @Test
    @Order(2)
    void aBackupUnderLoadComesBackWithTheSameAnswers() throws Exception {
        var data = folder.resolve("demo");
        var to = folder.resolve("backup");
        var earlier = json.readTree(check(DemoCast.LISTED)).path("checkId").asString();

        var load = new Load();
        load.begin();
        load.awaitProgress();
        int before = load.answered.get();
        var backup = SeparateCommand.run(BACKUP, "--to", to, "--data", data);
        int after = load.answered.get();
        load.awaitProgress();
        load.end();

        assertThat(backup.status()).isZero();
        assertThat(after).as("checks answered during the backup").isGreaterThan(before);
        long position = json.readTree(backup.output()).path("facts").asLong();
        var moment = moment(position);
        assertThat(number("select position from audit.head"))
                .as("facts after the backup")
                .isGreaterThan(position);
        var expected = answers(moment, earlier);

        demo.close();
        delete(data);
        Files.delete(folder.resolve("demo.keys"));
        var restored = SeparateCommand.run(RESTORE, "--from", to, "--data", data);

        assertThat(restored.status()).as(restored.output()).isZero();
        assertThat(json.readTree(restored.output()).path("facts").asLong()).isEqualTo(position);
        var verified = SeparateCommand.run(AUDIT, "verify", "--data", data);
        assertThat(verified.status()).as(verified.output()).isZero();
        start();
        assertThat(number("select position from audit.head")).isGreaterThanOrEqualTo(position);
        assertThat(answers(moment, earlier)).isEqualTo(expected);
    }

    @Test
    @Order(1)
    void aBackupThatIsKilledIsNoBackup() throws Exception {
        var data = folder.resolve("demo");
        var to = folder.resolve("killed-0");
        for (int attempt = 0; ; attempt++) {
            to = folder.resolve("killed-" + attempt);
            var backup = SeparateCommand.start(BACKUP, "--to", to, "--data", data);
            while (Files.notExists(to.resolve("tables"))) {
                Thread.sleep(1);
            }
            backup.kill();
            if (Files.notExists(to.resolve("manifest.json"))) {
                break;
            }
            assertThat(attempt).as("killed too late").isLessThan(10);
        }

        var restored = SeparateCommand.run(RESTORE, "--from", to, "--data", folder.resolve("restored"));

        assertThat(restored.status()).isEqualTo(3);
        assertThat(folder.resolve("restored")).doesNotExist();
        assertThat(SeparateCommand.run(BACKUP, "--to", folder.resolve("next"), "--data", data)
                        .status())
                .isZero();
    }

    /** What is asked before and after: the public, business systems, an auditor about the past, an earlier caller. */
    private Map<String, Object> answers(Instant knownAt, String earlierCheck) throws IOException {
        var answers = new TreeMap<String, Object>();
        for (var path : List.of("lists", "measures", "lists/market-regulation-serious/entries")) {
            answers.put(path, timeless(send(get("/api/v1/public/" + path))));
        }
        for (var one : ASKED) {
            answers.put("public " + one.name(), timeless(send(get("/api/v1/public/subjects/" + one.code()))));
            answers.put("check " + one.name(), essence(json.readTree(check(one))));
            var identity = new Identity.Organisation(CreditCode.parse(one.code()), one.name());
            var inquiry = new Inquiry(
                    "恢复演练", null, null, null, demo.getBean(DemoClock.class).today(), knownAt);
            answers.put(
                    "file " + one.name(),
                    json.valueToTree(demo.getBean(SubjectFiles.class).ask(identity, inquiry, AUDITOR)));
        }
        answers.put("earlier check", send(get("/api/v1/checks/" + earlierCheck), "bidding-system"));
        return answers;
    }

    /** How fresh the data was is another matter than what it says. */
    private static String timeless(String answer) {
        return answer.replaceAll("\"dataAsOf\":\"[^\"]*\"", "");
    }

    /** Outcome and prompts without the ids and moments that each check has of its own. */
    private static List<String> essence(JsonNode check) {
        var essence = new ArrayList<String>();
        essence.add(check.path("outcome").asString());
        for (var prompt : check.path("prompts")) {
            essence.add(prompt.path("measure").path("id").asString()
                    + prompt.path("because")
                    + prompt.path("until").asString());
        }
        return essence;
    }

    private String check(Party.Organisation one) throws IOException {
        var body = """
                {"subject": {"code": "%s"}, "matter": "construction-bidding", "purpose": "恢复演练", "officer": "评标甲"}
                """.formatted(one.code());
        return send(
                request("/api/v1/checks")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)),
                "bidding-system");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(Demo.address(demo) + path)).header("Accept", "application/json");
    }

    private HttpRequest.Builder get(String path) {
        return request(path).GET();
    }

    private String send(HttpRequest.Builder request, String client) throws IOException {
        return send(request.header("Authorization", "Bearer " + tokens.computeIfAbsent(client, this::token)));
    }

    private String token(String client) {
        var basic = Base64.getEncoder().encodeToString((client + ":demo").getBytes(StandardCharsets.UTF_8));
        try {
            return json.readTree(send(request("/oauth2/token")
                            .header("Authorization", "Basic " + basic)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("grant_type=client_credentials"))))
                    .path("access_token")
                    .asString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String send(HttpRequest.Builder request) throws IOException {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            // On a fast machine the load asks more often than a client may; it waits as it is told to.
            while (answer.statusCode() == 429) {
                Thread.sleep(1_000L
                        * Long.parseLong(
                                answer.headers().firstValue("Retry-After").orElseThrow()));
                answer = http.send(request.build(), BodyHandlers.ofString());
            }
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private long number(String sql) {
        return demo.getBean(JdbcClient.class).sql(sql).query(Long.class).single();
    }

    private Instant moment(long position) {
        return demo.getBean(JdbcClient.class)
                .sql("select moment from audit.change where :position between first_position and last_position")
                .param("position", position)
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Agencies that send in and systems that ask, until it ends. */
    private final class Load {

        private final AtomicBoolean on = new AtomicBoolean(true);
        private final AtomicInteger answered = new AtomicInteger();
        private final AtomicInteger sent = new AtomicInteger();
        private final List<Future<?>> running = new ArrayList<>();
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

        void begin() throws IOException {
            var files = new ConcurrentLinkedQueue<Sending>(files());
            for (int i = 0; i < SENDERS; i++) {
                running.add(threads.submit(() -> {
                    for (var next = files.poll(); on.get() && next != null; next = files.poll()) {
                        send(next.request(), next.client());
                        sent.incrementAndGet();
                    }
                    return null;
                }));
            }
            for (int i = 0; i < CALLERS; i++) {
                running.add(threads.submit(() -> {
                    for (int n = 0; on.get(); n++) {
                        check(ASKED.get(n % ASKED.size()));
                        answered.incrementAndGet();
                    }
                    return null;
                }));
            }
        }

        private record Sending(String client, HttpRequest.Builder request) {}

        /** Files of weeks before those that the demo has loaded: other decisions of other days, about nobody asked for. */
        private List<Sending> files() throws IOException {
            var layouts = demo.getBean(Packs.class).today().items();
            var firstDay = DemoFolder.open(folder.resolve("demo")).firstDay();
            var sendings = new ArrayList<Sending>();
            for (int earlier = 1; earlier <= 4; earlier++) {
                var weeks = new Weeks(POPULATION, firstDay.minusWeeks((long) Weeks.COUNT * earlier), names());
                for (int week = 0; week < Weeks.COUNT; week++) {
                    for (var whole : weeks.deliveries(week)) {
                        if (!ITEMS.contains(whole.item())) {
                            continue;
                        }
                        var delivery = withoutAsked(whole);
                        var layout = Objects.requireNonNull(layouts.get(delivery.item()));
                        var body = "--part\r\nContent-Disposition: form-data; name=\"item\"\r\n\r\n" + delivery.item()
                                + "\r\n--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n";
                        sendings.add(new Sending(
                                delivery.reporter().client(),
                                request("/api/v1/submissions")
                                        .header("Content-Type", "multipart/form-data; boundary=part")
                                        .POST(BodyPublishers.concat(
                                                BodyPublishers.ofString(body),
                                                BodyPublishers.ofByteArray(delivery.file(layout)),
                                                BodyPublishers.ofString("\r\n--part--\r\n")))));
                    }
                }
            }
            return sendings;
        }

        private static Delivery withoutAsked(Delivery whole) {
            var rows = whole.rows().stream()
                    .filter(row -> ASKED.stream().noneMatch(one -> row.containsValue(one.code())))
                    .toList();
            return new Delivery(whole.key(), whole.reporter(), whole.item(), rows);
        }

        private Map<String, String> names() {
            var names = new HashMap<String, String>();
            demo.getBean(Packs.class)
                    .today()
                    .agencies()
                    .forEach((id, agency) -> names.put(id, agency.label().zh()));
            return names;
        }

        void awaitProgress() throws InterruptedException {
            int answeredBefore = answered.get();
            int sentBefore = sent.get();
            while (answered.get() < answeredBefore + 20 || sent.get() < sentBefore + 2) {
                assertThat(running).noneMatch(one -> one.state() == Future.State.FAILED);
                Thread.sleep(10);
            }
        }

        void end() throws Exception {
            on.set(false);
            for (var one : running) {
                one.get();
            }
            threads.close();
            while (number("select count(*) from intake.submission where not done") > 0) {
                Thread.sleep(50);
            }
        }
    }
}
