package org.xinheng.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.subject.Identity;
import org.xinheng.platform.subject.Subjects;
import tools.jackson.databind.json.JsonMapper;

/** HTML, SQL and formulas in every field that takes text, followed from the file to all who see it. */
@PlatformTest
class HostileTextTest {

    private static final String PENALTY = "administrative-penalty";
    private static final String HTML = "<script>alert(1)</script><img src=x onerror=alert(2)>\" onclick=\"alert(3)";
    private static final String SQL = "'); drop table record.version; -- \\ %s ${7*7} #{7*7} {{7*7}}";

    @LocalServerPort
    int port;

    @Autowired
    Callers callers;

    @Autowired
    SettableClock clock;

    @Autowired
    MockMvcTester pages;

    @Autowired
    Subjects subjects;

    @Autowired
    JdbcClient jdbc;

    private Sender regulator;
    private Sender court;
    private Sender housing;
    private RequestPostProcessor clerk;
    private RequestPostProcessor checker;

    @BeforeEach
    void signIn() {
        clock.set(SettableClock.START);
        regulator = new Sender(
                port, callers.bearer("intake-regulator", "market-regulator", Set.of(Role.REPORTER), Set.of()));
        court = new Sender(port, callers.bearer("intake-court", "court", Set.of(Role.REPORTER), Set.of()));
        housing = new Sender(
                port,
                callers.bearer(
                        "hostile-housing",
                        "housing",
                        Set.of(Role.REPORTER, Role.CHECKER),
                        Set.of("construction-bidding")));
        clerk = callers.signedIn("hostile-clerk", "market-regulator", Role.REPORTER, Role.CHECKER);
        checker = callers.signedIn("hostile-checker", "housing", Role.CHECKER);
    }

    /** Text fields filled with it, each behind a word of its own. */
    private static Map<String, String> poisoned(Map<String, String> row, String poison) {
        var poisoned = new LinkedHashMap<>(row);
        for (var field : List.of(
                "行政相对人名称",
                "法定代表人",
                "行政处罚决定书文号",
                "违法行为类型",
                "违法事实",
                "处罚依据",
                "处罚内容",
                "数据来源单位",
                "公开依据",
                "备注",
                "认定文号",
                "失信行为简况",
                "认定依据")) {
            var dose = field.equals("法定代表人") ? poison.substring(0, 25) : poison;
            poisoned.computeIfPresent(field, (_, value) -> value + dose);
        }
        return poisoned;
    }

    private static byte[] csv(List<Map<String, String>> rows) {
        return Tables.csv(StandardCharsets.UTF_8, rows);
    }

    @ParameterizedTest
    @ValueSource(strings = {HTML, SQL})
    void nobodyWhoSeesTheRecordRunsWhatStandsInIt(String poison) throws Exception {
        int n = poison.equals(HTML) ? 6501 : 6502;
        var penalty = poisoned(
                Tables.with(Tables.penalty(n, "常市监罚字〔2026〕" + n + "号", "2026-11-18"), "行政相对人名称", "毒蚕" + n + "商贸有限公司"),
                poison);
        var wrong = poisoned(Tables.penalty(n + 10, poison, "昨天"), poison);
        long versions = count("record.version");

        var standing = regulator.send(PENALTY, csv(List.of(penalty, wrong)));
        var listed = court.send(
                "serious-list-entry",
                csv(List.of(poisoned(Tables.entry(n, "失信被执行人名单", "（2026）苏04执" + n + "号", "2026-11-10"), poison))));

        assertThat(standing.get("accepted").asInt()).isEqualTo(1);
        assertThat(standing.get("refused").asInt()).isEqualTo(1);
        assertThat(listed.get("accepted").asInt()).isEqualTo(1);
        assertThat(count("record.version")).isEqualTo(versions + 2);

        var code = Synthetic.organisation(n);
        var subject = subjects.find(new Identity.Organisation(new CreditCode(code), ""))
                .orElseThrow();
        var submission = "/console/submissions/" + standing.get("id").asString();
        for (var page : List.of("/console/submissions", submission)) {
            assertHarmless(page, clerk);
        }
        for (var page : List.of(
                "/subjects/" + code,
                "/search?q=毒蚕" + n,
                "/search?q={poison}",
                "/lists/judgment-defaulters",
                "/sign-in?error={poison}",
                "/subjects/{poison}")) {
            assertHarmless(page, null, poison);
        }
        var check = housing.json(housing.post(
                "/api/v1/checks",
                "application/json",
                new JsonMapper()
                        .writeValueAsBytes(Map.of(
                                "subject", Map.of("code", code),
                                "matter", "construction-bidding",
                                "purpose", poison,
                                "reference", poison,
                                "officer", poison))));
        assertThat(check.get("outcome").asString()).isEqualTo("PROMPTS");
        var checkId = check.get("checkId").asString();
        assertHarmless("/console/subjects/" + subject.value(), checker);
        assertHarmless("/console/lists/judgment-defaulters", checker);
        var slip = housing.get("/api/v1/checks/" + checkId + "/slip.pdf");
        assertThat(slip.status()).as(slip.text()).isEqualTo(200);
        try (var pdf = Loader.loadPDF(slip.bytes())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("毒蚕" + n, poison.substring(0, 8));
        }
    }

    private void assertHarmless(String page, @Nullable RequestPostProcessor who, Object... variables) {
        var request = page.contains("{poison}")
                ? pages.get().uri(page, variables)
                : pages.get().uri(page);
        var answer = who == null ? request.exchange() : request.with(who).exchange();
        assertThat(answer.getResponse().getStatus()).as(page).isLessThan(500);
        assertThat(answer)
                .bodyText()
                .as(page)
                .doesNotContain("<script>alert(", "<img src=x", "\" onclick=\"alert(")
                .doesNotContain("${49}", "毒蚕49");
    }

    /** Promise of the exports: a spreadsheet that opens them calculates nothing. */
    @Test
    void whatLooksLikeAFormulaIsTextInEveryFileThatComesBack() throws Exception {
        var signs = List.of("=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "＝1+1");
        var rows = new ArrayList<Map<String, String>>();
        for (int i = 0; i < signs.size(); i++) {
            var row = Tables.penalty(6520 + i, "常市监罚字〔2026〕" + (6520 + i) + "号", "昨天");
            row.put("备注", signs.get(i));
            row.put("违法行为类型", signs.get(i));
            row.put("处罚类别", signs.get(i));
            row.put("罚款金额(万元)", signs.get(i));
            rows.add(row);
        }
        rows.replaceAll(row -> Tables.with(row, "=HYPERLINK(\"http://x\")", "x"));

        var id = regulator.send(PENALTY, csv(rows)).get("id").asString();

        var findings =
                regulator.get("/api/v1/submissions/" + id + "/findings.csv").text();
        assertThat(findings.lines()
                        .filter(line -> line.matches(".*(^|,)\"?[=+\\-@\\t＝].*"))
                        .toList())
                .isEmpty();
        assertThat(findings).contains("'=1+1", "'+1+1", "'-1+1", "'@SUM(1)");
        var corrected =
                regulator.get("/api/v1/submissions/" + id + "/corrected.xlsx").bytes();
        assertThat(Archives.part(corrected, "xl/worksheets/sheet1.xml")).doesNotContain("<f>", "<f ");
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(corrected))) {
            var cells = workbook.getFirstSheet().read().stream()
                    .flatMap(row -> row.stream())
                    .filter(cell -> cell != null)
                    .map(cell -> cell.getText())
                    .toList();
            assertThat(cells).contains("'=1+1", "'@SUM(1)", "'=HYPERLINK(\"http://x\")");
            assertThat(cells).allSatisfy(cell -> assertThat(cell).doesNotMatch("(?s)[=+\\-@＝].*"));
        }
    }

    /** The same decision sent by the agency that made it and by the one above it is one record; another's is another. */
    @Test
    void aDecisionSentByTwoAgenciesIsTakenInOnce() {
        var row = Tables.penalty(6540, "常市监罚字〔2026〕6540号", "2026-11-18");
        var ofHousing = Tables.with(row, "处罚机关", "常州市住房和城乡建设局");
        ofHousing = Tables.with(ofHousing, "处罚机关统一社会信用代码", Synthetic.publicBody(3));

        assertThat(regulator.send(PENALTY, csv(List.of(row))).get("accepted").asInt())
                .isEqualTo(1);
        assertThat(housing.send(PENALTY, csv(List.of(row))).get("refused").asInt())
                .isEqualTo(1);
        assertThat(housing.send(PENALTY, csv(List.of(ofHousing)))
                        .get("accepted")
                        .asInt())
                .isEqualTo(1);
        assertThat(regulator.send(PENALTY, csv(List.of(row))).get("duplicates").asInt())
                .isEqualTo(1);
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
