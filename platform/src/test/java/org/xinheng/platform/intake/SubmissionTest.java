package org.xinheng.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.record.RecordState;
import org.xinheng.platform.record.Records;
import org.xinheng.platform.record.StoredRecord;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.subject.Identity;
import org.xinheng.platform.subject.Subjects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PlatformTest
class SubmissionTest {

    private static final String PENALTY = "administrative-penalty";

    @LocalServerPort
    int port;

    @Autowired
    Callers callers;

    @Autowired
    Records records;

    @Autowired
    Subjects subjects;

    @Autowired
    Order order;

    @Autowired
    SettableClock clock;

    private Sender regulator;

    @BeforeEach
    void signIn() {
        clock.set(SettableClock.START);
        regulator = new Sender(
                port, callers.bearer("intake-regulator", "market-regulator", Set.of(Role.REPORTER), Set.of()));
    }

    @Test
    void aFileInGb18030IsTakenInAndItsWrongRowsComeBackWithReasons() {
        var wrong =
                Tables.with(Tables.penalty(5002, "常市监罚字〔2026〕5002号", "2026-11-18"), "统一社会信用代码", "91320499MAXH00002X");
        var standing = regulator.send(
                PENALTY,
                Tables.csv(
                        Charset.forName("GB18030"),
                        List.of(Tables.penalty(5001, "常市监罚字〔2026〕5001号", "2026-11-18"), wrong)));

        assertCounts(standing, "ACCEPTED", 2, 1, 1, 0, 0);
        assertThat(record(5001).publicFrom()).isNotNull();
        var id = standing.get("id").asString();
        assertThat(regulator.get("/api/v1/submissions/" + id + "/findings.csv").text())
                .contains("3,统一社会信用代码,R3,ERROR");
        var corrected = regulator.get("/api/v1/submissions/" + id + "/corrected.xlsx");
        assertThat(corrected.status()).isEqualTo(200);
        assertThat(corrected.bytes()).startsWith('P', 'K');
    }

    @Test
    void aWorkbookIsTakenInAndTheSameAgainChangesNothing() {
        var workbook = Tables.workbook(List.of(
                Tables.penalty(5003, "常市监罚字〔2026〕5003号", "2026-11-18"),
                Tables.penalty(5004, "常市监罚字〔2026〕5004号", "2026-11-18")));

        assertCounts(regulator.send(PENALTY, workbook), "ACCEPTED", 2, 2, 0, 0, 0);
        var before = record(5003);
        assertCounts(regulator.send(PENALTY, workbook), "ACCEPTED", 2, 0, 0, 2, 0);
        assertThat(record(5003)).isEqualTo(before);
    }

    @Test
    void otherContentUnderTheSameKeyIsACorrection() {
        var row = Tables.penalty(5005, "常市监罚字〔2026〕5005号", "2026-11-18");
        regulator.send(PENALTY, utf8(row));
        var standing = regulator.send(PENALTY, utf8(Tables.with(row, "违法行为类型", "虚假广告")));

        assertCounts(standing, "ACCEPTED", 1, 1, 0, 0, 0);
        assertThat(record(5005).version()).isEqualTo(2);
        assertThat(record(5005).fields()).containsEntry("violationType", "虚假广告");
    }

    @Test
    void aRecalledSubmissionIsWithdrawnAndStaysSo() {
        var table = utf8(Tables.penalty(5006, "常市监罚字〔2026〕5006号", "2026-11-18"));
        var id = regulator.send(PENALTY, table).get("id").asString();

        var recalled = regulator.post("/api/v1/submissions/" + id + "/recall", "application/json", new byte[0]);

        assertThat(recalled.status()).isEqualTo(200);
        assertThat(regulator.json(recalled).get("state").asString()).isEqualTo("RECALLED");
        assertThat(record(5006).state()).isEqualTo(RecordState.WITHDRAWN);
        assertCounts(regulator.send(PENALTY, table), "ACCEPTED", 1, 0, 0, 1, 0);
        assertThat(record(5006).state()).isEqualTo(RecordState.WITHDRAWN);
        assertThat(regulator
                        .post("/api/v1/submissions/" + id + "/recall", "application/json", new byte[0])
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aRowAfterSevenWorkingDaysIsAcceptedAndLate() {
        var standing = regulator.send(
                PENALTY,
                utf8(
                        Tables.penalty(5007, "常市监罚字〔2026〕5007号", "2026-11-12"),
                        Tables.penalty(5008, "常市监罚字〔2026〕5008号", "2026-11-11")));

        assertCounts(standing, "ACCEPTED", 2, 2, 0, 0, 1);
        assertThat(record(5007).late()).isFalse();
        assertThat(record(5008).late()).isTrue();
    }

    @Test
    void aPenaltyWithoutAClassIsKeptAndNotPublic() {
        regulator.send(PENALTY, utf8(Tables.with(Tables.penalty(5009, "常市监罚字〔2026〕5009号", "2026-11-18"), "失信程度", "")));

        assertThat(record(5009).publicFrom()).isNull();
        assertThat(record(5009).state()).isEqualTo(RecordState.IN_FORCE);
    }

    @Test
    void anotherAgencysDecisionIsRefusedAndAFormerNameIsUnderstood() {
        var standing = regulator.send(
                PENALTY,
                utf8(
                        Tables.with(Tables.penalty(5010, "常建罚字〔2026〕1号", "2026-11-18"), "处罚机关", "常州市住房和城乡建设局"),
                        Tables.with(Tables.penalty(5011, "某局罚字〔2026〕1号", "2026-11-18"), "处罚机关", "某某市某某局"),
                        Tables.with(Tables.penalty(5012, "常市监罚字〔2026〕5012号", "2026-11-18"), "处罚机关", "市市场监管局")));

        assertCounts(standing, "ACCEPTED", 3, 1, 2, 0, 0);
        assertThat(record(5012).authority().value()).isEqualTo("market-regulator");
    }

    @Test
    void rowsAsJsonAreTakenInAndUnknownColumnsRefusedByName() {
        var row = Tables.penalty(5013, "常市监罚字〔2026〕5013号", "2026-11-18");
        var mapper = new JsonMapper();

        var answer = regulator.post(
                "/api/v1/submissions",
                "application/json",
                mapper.writeValueAsBytes(Map.of("item", PENALTY, "rows", List.of(row))));
        assertCounts(regulator.whenDone(answer), "ACCEPTED", 1, 1, 0, 0, 0);

        var refused = regulator.post(
                "/api/v1/submissions",
                "application/json",
                mapper.writeValueAsBytes(Map.of("item", PENALTY, "rows", List.of(Tables.with(row, "宗教信仰", "无")))));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(regulator.json(refused).get("code").asString()).isEqualTo("UNKNOWN_FIELD");
    }

    @Test
    void theSameKeyIsTheSameSubmissionAndWithOtherContentAConflict() {
        var table = utf8(Tables.penalty(5014, "常市监罚字〔2026〕5014号", "2026-11-18"));
        var first = regulator.upload(PENALTY, "a.csv", table, "Idempotency-Key", "k-5014");
        var second = regulator.upload(PENALTY, "b.csv", table, "Idempotency-Key", "k-5014");
        var other = regulator.upload(
                PENALTY,
                "a.csv",
                utf8(Tables.penalty(5015, "常市监罚字〔2026〕5015号", "2026-11-18")),
                "Idempotency-Key",
                "k-5014");

        assertThat(second.status()).isEqualTo(202);
        assertThat(second.header("location"))
                .isEqualTo(first.header("location"))
                .isNotEmpty();
        assertThat(other.status()).isEqualTo(409);
        assertThat(regulator.json(other).get("code").asString()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void otherAgenciesDoNotSeeIt() {
        var id = regulator
                .send(PENALTY, utf8(Tables.penalty(5016, "常市监罚字〔2026〕5016号", "2026-11-18")))
                .get("id")
                .asString();
        var housing = new Sender(port, callers.bearer("intake-housing", "housing", Set.of(Role.REPORTER), Set.of()));

        for (var path : List.of("", "/findings.csv", "/corrected.xlsx")) {
            assertThat(housing.get("/api/v1/submissions/" + id + path).status()).isEqualTo(404);
        }
        assertThat(housing.post("/api/v1/submissions/" + id + "/recall", "application/json", new byte[0])
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aClientWithoutTheRoleSendsNothingIn() {
        var asking = new Sender(port, callers.bearer("intake-asking", "housing", Set.of(Role.CHECKER), Set.of()));

        assertThat(asking.upload(PENALTY, "a.csv", utf8(Tables.penalty(5017, "常市监罚字〔2026〕5017号", "2026-11-18")))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aWorkbookOfMoreThanFiftyMegabytesIsRefused() {
        var large = new byte[(50 << 20) + 1];
        large[0] = 'P';
        large[1] = 'K';

        var answer = regulator.upload(PENALTY, "large.xlsx", large);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(regulator.json(answer).get("code").asString()).isEqualTo("FILE_TOO_LARGE");
    }

    @Test
    void aFileThatIsNoTableIsRejectedWithTheReason() {
        var standing = regulator.send(PENALTY, "%PDF-1.7".getBytes(StandardCharsets.UTF_8));

        assertThat(standing.get("state").asString()).isEqualTo("REJECTED");
        assertThat(standing.get("reason").get("code").asString()).isEqualTo("FILE_NOT_A_TABLE");
    }

    @Test
    void aRevocationAnnulsItsRecordAndNamesOneThatExists() {
        var penalty = Tables.penalty(5018, "常市监罚字〔2026〕5018号", "2026-11-18");
        regulator.send(PENALTY, utf8(penalty));
        var unknown =
                Tables.revocation(Tables.penalty(5019, "常市监罚字〔2026〕5019号", "2026-11-18"), "常市监撤〔2026〕2号", "2026-11-20");

        var standing = regulator.send(
                "decision-revocation", utf8(Tables.revocation(penalty, "常市监撤〔2026〕1号", "2026-11-20"), unknown));

        assertCounts(standing, "ACCEPTED", 2, 1, 1, 0, 0);
        assertThat(records(5018))
                .filteredOn(record -> record.item().value().equals(PENALTY))
                .singleElement()
                .extracting(StoredRecord::state)
                .isEqualTo(RecordState.ANNULLED);
    }

    @Test
    void theTemplateIsAWorkbook() {
        var template = regulator.get("/api/v1/items/" + PENALTY + "/template.xlsx");

        assertThat(template.status()).isEqualTo(200);
        assertThat(template.bytes()).startsWith('P', 'K');
        assertThat(regulator.get("/api/v1/items/unheard-of/template.xlsx").status())
                .isEqualTo(404);
    }

    private static void assertCounts(
            JsonNode standing, String state, int rows, int accepted, int refused, int duplicates, int late) {
        assertThat(List.of(
                        standing.get("state").asString(),
                        standing.get("rows").asInt(),
                        standing.get("accepted").asInt(),
                        standing.get("refused").asInt(),
                        standing.get("duplicates").asInt(),
                        standing.get("late").asInt()))
                .isEqualTo(List.of(state, rows, accepted, refused, duplicates, late));
    }

    private static byte[] utf8(Map<String, String> row) {
        return Tables.csv(StandardCharsets.UTF_8, List.of(row));
    }

    private static byte[] utf8(Map<String, String> row, Map<String, String> other) {
        return Tables.csv(StandardCharsets.UTF_8, List.of(row, other));
    }

    private static byte[] utf8(Map<String, String> row, Map<String, String> other, Map<String, String> third) {
        return Tables.csv(StandardCharsets.UTF_8, List.of(row, other, third));
    }

    private List<StoredRecord> records(int organisation) {
        var code = new CreditCode(Synthetic.organisation(organisation));
        var subject = subjects.find(new Identity.Organisation(code, "")).orElseThrow();
        return records.of(subject, order.now());
    }

    private StoredRecord record(int organisation) {
        assertThat(records(organisation)).hasSize(1);
        return records(organisation).getFirst();
    }
}
