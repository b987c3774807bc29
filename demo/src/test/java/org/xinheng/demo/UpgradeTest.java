package org.xinheng.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.backup.RestoreBackup;
import org.xinheng.demo.population.Party;
import org.xinheng.demo.population.Population;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.disclosure.Inquiry;
import org.xinheng.platform.disclosure.SubjectFiles;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.subject.Identity;
import org.xinheng.postgres.EmbeddedPostgres;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Data that an earlier build wrote, carried on by this one. {@code src/test/resources/previous} holds a small backup by
 * each build that cities may run, with what it answered then; a new one is written by this test with
 * {@code XINHENG_WRITE_PREVIOUS=name} in the environment, and never changed afterwards.
 */
class UpgradeTest {

    private static final Path HOME = Path.of(System.getProperty("xinheng.home", ".."));
    private static final Path PACKS = HOME.resolve("packs");
    private static final Path PREVIOUS = HOME.resolve("demo/src/test/resources/previous");
    private static final Population FEW = new Population(12, 6);
    private static final Actor AUDITOR =
            new Actor(Actor.Kind.OFFICER, "auditor", new AgencyId("auditor"), "审计甲", Set.of(Role.AUDITOR), Set.of());

    private final JsonMapper json = new JsonMapper();

    @TempDir
    Path folder;

    static Stream<String> builds() throws IOException {
        try (var folders = Files.list(PREVIOUS)) {
            return folders
                    .filter(Files::isDirectory)
                    .map(one -> one.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** The usual way: the folder stays, the programme is exchanged. */
    @ParameterizedTest
    @MethodSource("builds")
    void aFolderOfAnEarlierBuildStartsAndAnswersAsBefore(String build) throws Exception {
        var data = folder.resolve("demo");
        asTheEarlierBuildLeftIt(build, data);

        try (var demo = start(data)) {
            assertAnswers(build, demo);
        }
        var verified = SeparateCommand.run("org.xinheng.platform.AuditCommand", "verify", "--data", data);
        assertThat(verified.status()).as(verified.output()).isZero();
    }

    @ParameterizedTest
    @MethodSource("builds")
    void aBackupOfAnEarlierBuildIsRestoredAndCarriedOn(String build) throws Exception {
        var data = folder.resolve("demo");
        var restored = SeparateCommand.run(
                "org.xinheng.platform.RestoreCommand",
                "--from",
                PREVIOUS.resolve(build).resolve("backup"),
                "--data",
                data);

        assertThat(restored.status()).as(restored.output()).isZero();
        try (var demo = start(data)) {
            assertAnswers(build, demo);
        }
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "XINHENG_WRITE_PREVIOUS", matches = "[a-z0-9.-]+")
    void writesTheBackupOfThisBuild() throws Exception {
        var build = PREVIOUS.resolve(System.getenv("XINHENG_WRITE_PREVIOUS"));
        var data = folder.resolve("demo");
        try (var demo = start(data)) {
            var order = demo.getBean(Order.class);
            var told = json.createObjectNode();
            told.put("day", order.today().toString());
            told.put("moment", order.head().moment().toString());
            told.set("answers", answers(demo, order.today(), order.head().moment()));
            var backup = SeparateCommand.run(
                    "org.xinheng.platform.BackupCommand", "--to", build.resolve("backup"), "--data", data);
            assertThat(backup.status()).isZero();
            Files.writeString(
                    build.resolve("answers.json"),
                    json.writerWithDefaultPrettyPrinter().writeValueAsString(told) + "\n");
        }
    }

    private static ConfigurableApplicationContext start(Path data) {
        return Demo.start(new DemoOptions("changzhou", FEW, 0, data, false), PACKS);
    }

    private static void asTheEarlierBuildLeftIt(String build, Path data) throws Exception {
        var from = PREVIOUS.resolve(build);
        var backup = RestoreBackup.open(from.resolve("backup"), from.resolve("backup.keys"), null, _ -> {});
        try (var database = EmbeddedPostgres.start(data, EmbeddedPostgres.Options.usual(new SecureRandom()))) {
            var source = new PGSimpleDataSource();
            source.setUrl(database.jdbcUrl());
            source.setUser(database.user());
            source.setPassword(database.password());
            backup.load(source);
            backup.putBeside(data);
            assertThat(JdbcClient.create(source)
                            .sql(
                                    "select count(*) from flyway_schema_history where script is not null and checksum is not null")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(backup.manifest().scripts().size());
        }
        Files.copy(backup.keyFile(), data.resolveSibling("demo.keys"));
    }

    private void assertAnswers(String build, ConfigurableApplicationContext demo) throws Exception {
        var told = json.readTree(PREVIOUS.resolve(build).resolve("answers.json").toFile());
        var day = LocalDate.parse(told.path("day").asString());
        var moment = Instant.parse(told.path("moment").asString());

        assertThat(answers(demo, day, moment)).isEqualTo(told.path("answers"));
        var scripts = demo.getBean(JdbcClient.class)
                .sql("select script from flyway_schema_history where checksum is not null")
                .query(String.class)
                .list();
        assertThat(scripts).contains("vault/V202611221041__vault.sql").doesNotHaveDuplicates();
    }

    /** What must not change, whatever an answer will look like: which records and listings, and what they say. */
    private JsonNode answers(ConfigurableApplicationContext demo, LocalDate day, Instant moment) throws Exception {
        var answers = new TreeMap<String, Object>();
        for (var one : DemoCast.organisations()) {
            if (!CreditCode.parse(one.code()).soleTrader()) {
                answers.put(one.code(), file(demo, one, day, moment));
            }
        }
        var http = HttpClient.newHttpClient();
        for (var path : List.of("/", "/lists", "/measures", "/subjects/" + DemoCast.LISTED.code())) {
            var page = http.send(
                    HttpRequest.newBuilder(URI.create(Demo.address(demo) + path))
                            .build(),
                    BodyHandlers.ofString());
            answers.put("page " + path, page.statusCode());
        }
        return json.valueToTree(answers);
    }

    private static List<String> file(
            ConfigurableApplicationContext demo, Party.Organisation one, LocalDate day, Instant moment) {
        var file = demo.getBean(SubjectFiles.class)
                .ask(
                        new Identity.Organisation(CreditCode.parse(one.code()), one.name()),
                        new Inquiry("升级核对", null, null, null, day, moment),
                        AUDITOR);
        return Stream.concat(
                        file.records().stream()
                                .map(record -> "record " + record.id().value() + " " + record.decidedOn() + " "
                                        + record.fields().stream()
                                                .map(field -> field.id() + "=" + field.value())
                                                .toList()),
                        file.listings().stream()
                                .map(listing -> "listing " + listing.id().value() + " " + listing.decidedOn() + " "
                                        + listing.until()))
                .toList();
    }
}
