package org.xinheng.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.item.CorrectionFile;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.access.AccessError;
import org.xinheng.platform.casework.CaseKind;
import org.xinheng.platform.casework.Inbox;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubmissionId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is refused goes back with a clock, and is settled by being mended. */
@PlatformTest
class ReturnTest {

    private static final String PENALTY = "administrative-penalty";
    private static final Actor CLERK = Callers.officer("return-clerk", "transport", Role.REPORTER);
    private static final Actor OFFICE = Callers.officer("return-office", "credit-office", Role.CREDIT_OFFICE);

    @LocalServerPort
    int port;

    @Autowired
    Callers callers;

    @Autowired
    MockMvcTester http;

    @Autowired
    Returns returns;

    @Autowired
    SendBack sendBack;

    @Autowired
    Inbox inbox;

    @Autowired
    SettableClock clock;

    private Sender sender;

    @BeforeEach
    void signIn() {
        clock.set(SettableClock.START);
        sender = new Sender(port, callers.bearer("return-transport", "transport", Set.of(Role.REPORTER), Set.of()));
    }

    @Test
    void refusedRowsComeBackAsAFileAndSettleTheReturnOnceTheyAreMended() throws IOException {
        var sent = sender.send(PENALTY, csv(row(6101), wrong(row(6102)), wrong(row(6103))));
        var sentBack = about(sent.get("id").asString());
        assertThat(sentBack.state()).isEqualTo(ReturnState.TO_MEND);
        // Five working days after Monday 23 November.
        assertThat(sentBack.due()).isEqualTo(LocalDate.parse("2026-11-30"));
        assertThat(inboxOf(CLERK, sentBack.id())).containsExactly(CaseKind.RETURN_TO_MEND);

        var file = sender.get("/api/v1/submissions/" + sent.get("id").asString() + "/corrected.xlsx");
        var rows = read(file.bytes());
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().get(CorrectionFile.REASONS)).contains("统一社会信用代码");

        // One of the two is mended: the return goes on, with the clock it had, and no second one is opened.
        assertThat(rows.getFirst()).containsEntry("法定代表人", "林*");
        rows.forEach(row -> row.put("法定代表人", "林小满"));
        rows.getFirst().put("统一社会信用代码", Synthetic.organisation(6102));
        var part = mend(rows, sentBack.id());
        assertThat(part.get("accepted").asInt()).isEqualTo(1);
        assertThat(part.get("refused").asInt()).isEqualTo(1);
        assertThat(returns.get(sentBack.id(), CLERK).state()).isEqualTo(ReturnState.TO_MEND);
        assertThat(returns.about(SubmissionId.of(part.get("id").asString()))).isEmpty();

        rows.removeFirst();
        rows.getFirst().put("统一社会信用代码", Synthetic.organisation(6103));
        assertThat(mend(rows, sentBack.id()).get("state").asString()).isEqualTo("ACCEPTED");
        assertThat(returns.get(sentBack.id(), CLERK).state()).isEqualTo(ReturnState.SETTLED);
        assertThat(inboxOf(CLERK, sentBack.id())).isEmpty();
        assertThat(sender.post("/api/v1/submissions", "application/json", json(List.of(row(6103)), sentBack.id()))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void whatIsNotMendedInTimeIsOverdueAndAnAnswerIsForTheCreditOfficeToSettle() {
        var id = about(sender.send(PENALTY, csv(wrong(row(6104)))).get("id").asString())
                .id();

        clock.set(LocalDate.parse("2026-12-01"));
        assertThat(returns.get(id, CLERK).overdue()).isTrue();
        assertThat(inbox.of(CLERK, 500)).anyMatch(line -> line.reference().equals(id) && line.overdue());

        sendBack.answer(id, "已另行报送", CLERK);
        assertThat(inboxOf(CLERK, id)).isEmpty();
        assertThat(inboxOf(OFFICE, id)).containsExactly(CaseKind.RETURN_TO_SETTLE);
        sendBack.again(id, "库里没有", OFFICE);
        assertThat(returns.get(id, CLERK).due()).isEqualTo(LocalDate.parse("2026-12-08"));
        assertThatThrownBy(() -> sendBack.settle(id, OFFICE))
                .isInstanceOfSatisfying(
                        CreditException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(IntakeError.RETURN_NOT_OPEN));
        sendBack.answer(id, "这一行不应报送", CLERK);
        sendBack.settle(id, OFFICE);

        assertThat(returns.get(id, OFFICE).state()).isEqualTo(ReturnState.SETTLED);
        assertThat(returns.steps(returns.get(id, OFFICE)))
                .extracting(Returns.Step::words)
                .containsExactly(null, "已另行报送", "库里没有", "这一行不应报送", null);
    }

    @Test
    void aRecordSentBackIsSettledByItsCorrection() {
        sender.send(PENALTY, csv(row(6105)));
        var id = sendBack.decision(new AgencyId("transport"), "常交罚字[2026]6105号", "罚款金额与决定书不符", OFFICE)
                .getFirst();
        assertThat(returns.get(id, CLERK).record()).isNotNull();

        sender.send(PENALTY, csv(Tables.with(row(6105), "罚款金额(万元)", "0.3")));

        assertThat(returns.get(id, CLERK).state()).isEqualTo(ReturnState.SETTLED);
    }

    @Test
    void theAgencyOpensThePageOfWhatWasSentBackAndFindsThereWhatToMend() {
        var rows = sender.send(PENALTY, csv(row(6110), wrong(row(6111))));
        var refused = about(rows.get("id").asString());
        var record = sendBack.decision(new AgencyId("transport"), "常交罚字[2026]6110号", "罚款金额与决定书不符", OFFICE)
                .getFirst();
        var mine = callers.signedIn("return-clerk", "transport", Role.REPORTER);

        assertThat(http.get().uri("/console/returns/" + refused.id()).with(mine))
                .hasStatusOk()
                .bodyText()
                .contains("/console/submissions/" + rows.get("id").asString())
                .doesNotContain("??");
        assertThat(http.get().uri("/console/returns/" + record).with(mine))
                .hasStatusOk()
                .bodyText()
                .contains("/console/records/" + returns.get(record, CLERK).record())
                .doesNotContain("??");
    }

    @Test
    void anotherAgencySeesNothingOfItAndCannotMendIt() {
        var id = about(sender.send(PENALTY, csv(wrong(row(6106)))).get("id").asString())
                .id();
        var other = Callers.officer("return-other", "housing", Role.REPORTER);

        assertThatThrownBy(() -> returns.get(id, other)).isInstanceOf(CreditException.class);
        assertThatThrownBy(() -> sendBack.answer(id, "x", other)).isInstanceOf(CreditException.class);
        var housing = new Sender(port, callers.bearer("return-housing", "housing", Set.of(Role.REPORTER), Set.of()));
        assertThat(housing.post("/api/v1/submissions", "application/json", json(List.of(row(6107)), id))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aCountysCreditOfficeSendsNothingBackToTheCitysAgencies() {
        sender.send(PENALTY, csv(row(6112)));
        var county = Callers.officer("return-county", "district-credit-office", Role.CREDIT_OFFICE);

        assertThatThrownBy(() -> sendBack.decision(new AgencyId("transport"), "常交罚字[2026]6112号", "金额不符", county))
                .isInstanceOfSatisfying(
                        CreditException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(AccessError.OTHER_AGENCY));
    }

    @Test
    void aRecalledSubmissionHasNothingLeftToMend() {
        var sent =
                sender.send(PENALTY, csv(row(6108), wrong(row(6109)))).get("id").asString();
        var id = about(sent).id();

        sender.post("/api/v1/submissions/" + sent + "/recall", "application/json", new byte[0]);

        assertThat(returns.get(id, CLERK).state()).isEqualTo(ReturnState.SETTLED);
    }

    private Returns.Return about(String submission) {
        return returns.about(SubmissionId.of(submission)).orElseThrow();
    }

    private List<CaseKind> inboxOf(Actor actor, UUID id) {
        return inbox.of(actor, 500).stream()
                .filter(line -> line.reference().equals(id))
                .map(Inbox.Line::kind)
                .toList();
    }

    private JsonNode mend(List<Map<String, String>> rows, UUID sentBack) {
        return sender.whenDone(
                sender.upload(PENALTY, "改正.xlsx", Tables.workbook(rows), Map.of("mends", sentBack.toString())));
    }

    private static byte[] json(List<Map<String, String>> rows, UUID mends) {
        return new JsonMapper().writeValueAsBytes(Map.of("item", PENALTY, "rows", rows, "mends", mends.toString()));
    }

    private static Map<String, String> row(int number) {
        var name = "常州市交通运输局";
        return Tables.with(
                Tables.with(Tables.penalty(number, "常交罚字〔2026〕" + number + "号", "2026-11-18"), "处罚机关", name),
                "数据来源单位",
                name);
    }

    private static Map<String, String> wrong(Map<String, String> row) {
        return Tables.with(row, "统一社会信用代码", "91320499MAXH00002X");
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static byte[] csv(Map<String, String>... rows) {
        return Tables.csv(StandardCharsets.UTF_8, Arrays.asList(rows));
    }

    private static List<Map<String, String>> read(byte[] workbook) throws IOException {
        try (var file = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            var sheet = file.getFirstSheet().read();
            var titles = sheet.getFirst();
            var rows = new ArrayList<Map<String, String>>();
            for (var row : sheet.subList(1, sheet.size())) {
                var cells = new LinkedHashMap<String, String>();
                for (int i = 0; i < titles.getCellCount(); i++) {
                    cells.put(titles.getCellText(i), i < row.getCellCount() ? row.getCellText(i) : "");
                }
                rows.add(cells);
            }
            return rows;
        }
    }
}
