package org.xinheng.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.kernel.calendar.WorkingCalendar;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.kernel.identifier.IdType;
import org.xinheng.kernel.item.CheckedRow;
import org.xinheng.kernel.item.FileCheck;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.catalogue.Catalogue;
import org.xinheng.platform.listing.ListingState;
import org.xinheng.platform.listing.Listings;
import org.xinheng.platform.listing.ReceiveListings;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.record.Records;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.subject.Identity;
import org.xinheng.platform.subject.Subjects;
import org.xinheng.platform.vault.EncryptedFiles;

@PlatformTest
class IntakePromisesTest {

    private static final String PENALTY = "administrative-penalty";

    @LocalServerPort
    int port;

    @Autowired
    Callers callers;

    @Autowired
    Records records;

    @Autowired
    Listings listings;

    @Autowired
    Subjects subjects;

    @Autowired
    Order order;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Packs packs;

    @Autowired
    EncryptedFiles files;

    @Autowired
    ReceiveListings receiveListings;

    @Autowired
    TakeRows takeRows;

    @Autowired
    Catalogue catalogue;

    @Autowired
    SubmissionDesk desk;

    @Autowired
    IntakeWorker worker;

    private Sender regulator;

    @BeforeEach
    void signIn() {
        clock.set(SettableClock.START);
        regulator = new Sender(
                port, callers.bearer("intake-regulator", "market-regulator", Set.of(Role.REPORTER), Set.of()));
    }

    /** Promise 3. */
    @Test
    void whatIsNotInTheCatalogueIsNotCollected() {
        var row = Tables.penalty(5101, "常市监罚字〔2026〕5101号", "2026-11-18");

        assertThat(regulator.upload("staff-appraisals", "a.csv", utf8(row)).status())
                .isEqualTo(404);
        var religion = regulator.send(PENALTY, utf8(Tables.with(row, "宗教信仰", "某教")));
        assertThat(religion.get("state").asString()).isEqualTo("REJECTED");
        assertThat(religion.get("reason").get("code").asString()).isEqualTo("FORBIDDEN_COLUMN");
        assertThat(regulator
                        .get("/api/v1/submissions/" + religion.get("id").asString() + "/corrected.xlsx")
                        .status())
                .isEqualTo(404);
        regulator.send(PENALTY, utf8(Tables.with(row, "负责人爱好", "钓鱼")));
        assertThat(records.of(organisation(5101), order.now()))
                .singleElement()
                .satisfies(record -> assertThat(record.fields()).doesNotContainValue("钓鱼"));
    }

    /** Promise 3: penalties of natural persons under the Public Security Administration Punishments Law. */
    @Test
    void personsPenaltiesForPublicSecurityAreNotCollected() {
        var number = Synthetic.citizen(LocalDate.parse("1980-03-01"), 511);
        var row = Tables.with(
                Tables.personsPenalty(number, "周若谷", "常市监罚字〔2026〕5111号", "2026-11-18"),
                "处罚依据",
                "《中华人民共和国治安管理处罚法》第二十三条");

        assertThat(regulator.send(PENALTY, utf8(row)).get("refused").asInt()).isEqualTo(1);
        assertThat(subjects.find(new Identity.Person(IdType.CITIZEN_ID, number, "周若谷")))
                .isEmpty();
    }

    /** Promise 8. */
    @Test
    void identifiersLeaveTheRowAtTheFirstParse() {
        var number = Synthetic.citizen(LocalDate.parse("1985-05-05"), 512);
        var wrong = number.substring(0, 17) + (number.endsWith("1") ? "2" : "1");
        var inText = Tables.with(
                Tables.personsPenalty(number, "韩秋白", "常市监罚字〔2026〕5121号", "2026-11-18"),
                "违法事实",
                "当事人" + number + "虚假宣传");
        var standing = regulator.send(
                PENALTY,
                Tables.csv(
                        StandardCharsets.UTF_8,
                        List.of(
                                inText,
                                Tables.personsPenalty(wrong, "韩秋白", "常市监罚字〔2026〕5122号", "2026-11-18"),
                                Tables.with(
                                        Tables.with(
                                                Tables.penalty(5123, "常市监罚字〔2026〕5123号", "2026-11-18"),
                                                "法定代表人证件类型",
                                                "身份证"),
                                        "法定代表人证件号码",
                                        number))));

        assertThat(standing.get("accepted").asInt()).isEqualTo(2);
        assertThat(standing.get("refused").asInt()).isEqualTo(1);
        assertThat(everyTextThatHolds(number)).isEmpty();
        assertThat(everyTextThatHolds(number.substring(4, 16))).isEmpty();
        assertThat(everyTextThatHolds("韩秋白")).isEmpty();
        var id = standing.get("id").asString();
        assertThat(regulator.get("/api/v1/submissions/" + id + "/findings.csv").text())
                .doesNotContain(number, wrong, "韩秋白");
        var person = subjects.find(new Identity.Person(IdType.CITIZEN_ID, number, "韩秋白"))
                .orElseThrow();
        assertThat(records.of(person, order.now())).singleElement().satisfies(record -> {
            assertThat(record.publicFrom()).isNull();
            assertThat(record.fields().toString()).doesNotContain(number, "韩秋白");
        });
    }

    @Test
    void minorsAreNotCollected() {
        var number = Synthetic.citizen(LocalDate.parse("2009-01-01"), 513);

        var standing =
                regulator.send(PENALTY, utf8(Tables.personsPenalty(number, "小何", "常市监罚字〔2026〕5131号", "2026-11-18")));

        assertThat(standing.get("refused").asInt()).isEqualTo(1);
        assertThat(subjects.find(new Identity.Person(IdType.CITIZEN_ID, number, "小何")))
                .isEmpty();
    }

    /** Promise 13: a worker that died after a committed chunk is followed by another, which begins after that chunk. */
    @Test
    void nothingAcceptedIsLostNorTakenInTwiceWhenAWorkerDies() {
        var rows = new ArrayList<Map<String, String>>();
        for (int i = 0; i < CheckSubmission.CHUNK + 200; i++) {
            rows.add(Tables.penalty(5200 + i % 200, "常市监罚字〔2026〕2" + (10_000 + i) + "号", "2026-11-18"));
        }
        worker.stop();
        UUID id;
        try {
            var accepted = regulator.upload(PENALTY, "a.csv", Tables.csv(StandardCharsets.UTF_8, rows));
            assertThat(accepted.status()).isEqualTo(202);
            id = UUID.fromString(regulator.json(accepted).get("id").asString());
            var dead = desk.claim(clock.instant()).orElseThrow();
            assertThat(dead.id().value()).isEqualTo(id);
            firstChunkThenDeath(dead);
            jdbc.sql("update intake.submission set lease_until = timestamptz '2000-01-01 00:00:00Z' where id = :id")
                    .param("id", id)
                    .update();
        } finally {
            worker.start();
        }

        var standing = regulator.whenDone("/api/v1/submissions/" + id);
        assertThat(standing.get("accepted").asInt()).isEqualTo(rows.size());
        assertThat(standing.get("duplicates").asInt()).isZero();
        assertThat(jdbc.sql("select count(*), count(distinct record_id) from record.version where submission_id = :id")
                        .param("id", id)
                        .query((row, _) -> List.of(row.getInt(1), row.getInt(2)))
                        .single())
                .isEqualTo(List.of(rows.size(), rows.size()));
        assertThat(order.of(id))
                .extracting(Order.Entry::type)
                .containsExactly("SubmissionReceived", "RowsAnswered", "RowsAnswered", "SubmissionAccepted");
    }

    /** Takes the first chunk in as a worker does, and goes no further. */
    private void firstChunkThenDeath(Held dead) {
        var rules = packs.today();
        var item = catalogue.item(dead.item(), rules);
        var placing = new RowPlacing(rules, item, dead.sender(), receiveListings);
        var placed = new ArrayList<PlacedRow>();
        FileCheck.check(() -> files.open(dead.file()), item, WorkingCalendar.published(), dead.receivedOn(), row -> {
            if (placed.size() < CheckSubmission.CHUNK
                    && row instanceof CheckedRow.Accepted accepted
                    && placing.place(accepted) instanceof RowPlacing.Outcome.Placed found) {
                placed.add(found.row());
            }
        });
        var chunk = new TakeRows.Chunk(0, placed.getLast().row().line(), placed, List.of(), 0, 0);
        assertThat(takeRows.take(dead, rules, item, placing, chunk)).isTrue();
    }

    @Test
    void entriesOfReceivedListsBecomeListingsAndOthersAreRefused() {
        var court = new Sender(port, callers.bearer("intake-court", "court", Set.of(Role.REPORTER), Set.of()));
        var standing = court.send(
                "serious-list-entry",
                Tables.csv(
                        StandardCharsets.UTF_8,
                        List.of(
                                Tables.entry(5141, "失信被执行人名单", "（2026）苏04执5141号", "2026-11-10"),
                                Tables.entry(5142, "市场监督管理严重违法失信名单", "（2026）苏04执5142号", "2026-11-10"),
                                Tables.entry(5143, "没有的名单", "（2026）苏04执5143号", "2026-11-10"))));

        assertThat(standing.get("accepted").asInt()).isEqualTo(1);
        assertThat(standing.get("refused").asInt()).isEqualTo(2);
        assertThat(listings.inForce(organisation(5141), order.now()))
                .singleElement()
                .satisfies(listing -> {
                    assertThat(listing.list().value()).isEqualTo("judgment-defaulters");
                    assertThat(listing.sourceAttested()).isTrue();
                });
    }

    @Test
    void aSourceTakesItsEntryOffTheListByFileAndNobodyElseDoes() {
        var court = new Sender(port, callers.bearer("intake-court", "court", Set.of(Role.REPORTER), Set.of()));
        var entry = Tables.entry(5144, "失信被执行人名单", "（2026）苏04执5144号", "2026-11-10");
        court.send("serious-list-entry", Tables.csv(StandardCharsets.UTF_8, List.of(entry)));
        var listing =
                listings.inForce(organisation(5144), order.now()).getFirst().id();
        var removal = Tables.removal(entry, "（2026）苏04执5144号之一", "2026-11-20");
        var regulator = new Sender(
                port, callers.bearer("intake-regulator", "market-regulator", Set.of(Role.REPORTER), Set.of()));
        var foreign = regulator.send("decision-revocation", Tables.csv(StandardCharsets.UTF_8, List.of(removal)));
        assertThat(foreign.get("refused").asInt()).isEqualTo(1);
        assertThat(listings.inForce(organisation(5144), order.now())).hasSize(1);

        var standing = court.send("decision-revocation", Tables.csv(StandardCharsets.UTF_8, List.of(removal)));

        assertThat(standing.get("accepted").asInt()).isEqualTo(1);
        assertThat(listings.inForce(organisation(5144), order.now())).isEmpty();
        var ended = listings.get(listing, order.now());
        assertThat(ended.state()).isEqualTo(ListingState.ENDED);
        assertThat(ended.validUntil()).isEqualTo("2026-11-19");
        court.send("serious-list-entry", Tables.csv(StandardCharsets.UTF_8, List.of(entry)));
        assertThat(listings.inForce(organisation(5144), order.now())).isEmpty();
    }

    @Test
    void onlyAnEntryOfAListIsRemovedAndADecisionIsRevoked() {
        var regulator = new Sender(
                port, callers.bearer("intake-regulator", "market-regulator", Set.of(Role.REPORTER), Set.of()));
        var penalty = Tables.penalty(5145, "常市监罚字〔2026〕5145号", "2026-11-18");
        regulator.send("administrative-penalty", Tables.csv(StandardCharsets.UTF_8, List.of(penalty)));
        var removal = Tables.with(Tables.revocation(penalty, "常市监移〔2026〕1号", "2026-11-20"), "撤销类型", "移出");

        var standing = regulator.send("decision-revocation", Tables.csv(StandardCharsets.UTF_8, List.of(removal)));

        assertThat(standing.get("refused").asInt()).isEqualTo(1);
    }

    private SubjectId organisation(int n) {
        return subjects.find(new Identity.Organisation(new CreditCode(Synthetic.organisation(n)), ""))
                .orElseThrow();
    }

    /** Tables and columns of text or JSON in which the value stands in clear. */
    private List<String> everyTextThatHolds(String value) {
        var found = new ArrayList<String>();
        var columns = jdbc.sql("""
                        select table_schema, table_name, column_name from information_schema.columns
                        where table_schema not in ('pg_catalog', 'information_schema')
                          and data_type in ('text', 'character varying', 'json', 'jsonb', 'ARRAY', 'bytea')
                        """)
                .query((row, _) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
                .list();
        assertThat(columns).isNotEmpty();
        for (var column : columns) {
            var table = "\"" + column.get(0) + "\".\"" + column.get(1) + "\"";
            var text = "\"" + column.get(2) + "\"";
            var inClear = jdbc.sql("select count(*) from " + table + " where " + text + "::text like :value or " + text
                            + "::text like :bytes")
                    .param("value", "%" + value + "%")
                    .param("bytes", "%" + hex(value) + "%")
                    .query(Integer.class)
                    .single();
            if (inClear > 0) {
                found.add(table + "." + text);
            }
        }
        return found;
    }

    private static String hex(String value) {
        return HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] utf8(Map<String, String> row) {
        return Tables.csv(StandardCharsets.UTF_8, List.of(row));
    }
}
