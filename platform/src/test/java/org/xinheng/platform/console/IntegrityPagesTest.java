package org.xinheng.platform.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.access.Accounts;
import org.xinheng.platform.integrity.PublicBodies;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.Role;

@PlatformTest
class IntegrityPagesTest {

    private static final String TODAY = SettableClock.START.toString();

    @Autowired
    MockMvcTester http;

    @Autowired
    Callers callers;

    @Autowired
    SettableClock clock;

    @Autowired
    ApplicationContext context;

    private RequestPostProcessor office;
    private RequestPostProcessor housing;

    @BeforeEach
    void officers() {
        clock.set(SettableClock.START);
        office = callers.signedIn("ledger-office", "credit-office", Role.CREDIT_OFFICE, Role.REPORTER);
        housing = callers.signedIn("ledger-housing", "housing", Role.REPORTER, Role.DETERMINER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/decisions", "/promises", "/defaulters", "/rounds", "/campaigns", "/activities"})
    void everyPageOpensInBothLanguages(String page) {
        assertThat(http.get().uri("/console/integrity" + page).with(office))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("??");
        assertThat(http.get()
                        .uri("/console/integrity" + page)
                        .header("Accept-Language", "en")
                        .with(office))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("??")
                .contains("lang=\"en\"");
    }

    @Autowired
    Accounts accounts;

    @Autowired
    UserDetailsService sessions;

    @ParameterizedTest
    @ValueSource(strings = {"/decisions", "/promises", "/defaulters", "/rounds", "/campaigns", "/activities"})
    void subjectsOwnAccountsReadNoLedger(String page) {
        var account = "ledger-enterprise" + page.replace('/', '-');
        accounts.openSubject(
                account, new PublicBodies(context).company(7320), Role.ENTERPRISE, "secret", Actor.platform("test"));
        assertThat(http.get()
                        .uri("/console/integrity" + page)
                        .with(SecurityMockMvcRequestPostProcessors.user(sessions.loadUserByUsername(account))))
                .hasStatus(403);
    }

    private String post(String address, RequestPostProcessor who, String... fields) {
        var request = http.post().uri(address).with(who).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        var answer = request.exchange();
        assertThat(answer).hasStatus3xxRedirection();
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    private String page(String address, RequestPostProcessor who) throws Exception {
        var answer = http.get().uri(address).with(who).exchange();
        assertThat(answer).hasStatusOk();
        var text = answer.getResponse().getContentAsString();
        assertThat(text).doesNotContain("??");
        return text;
    }

    @Test
    void aDecisionIsRegisteredAndItsGapsAreSeen() throws Exception {
        var decision = post("/console/integrity/decisions", housing, "title", "虚构停车收费方案");
        post(
                decision + "/steps",
                housing,
                "step",
                "COLLECTIVE_DISCUSSION",
                "on",
                TODAY,
                "document",
                "常务会议纪要",
                "number",
                "虚〔2026〕5号");

        assertThat(page(decision, office)).contains("常务会议纪要", "先后不对", "缺的环节");
        assertThat(page("/console/integrity/decisions", housing)).contains("虚构停车收费方案", "有缺项或者先后不对");
    }

    @Test
    void aRefusalComesBackWithWhatWasTyped() {
        assertThat(http.post()
                        .uri("/console/integrity/promises")
                        .param("title", "没有写完的承诺")
                        .param("kind", "CONTRACT")
                        .with(housing)
                        .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("没有写完的承诺", "请填写：")
                .doesNotContain("??");
    }

    @Test
    void aPromiseGoesFromTheBodyToTheCreditOfficeAndOntoThePortal() throws Exception {
        var promise = post(
                "/console/integrity/promises",
                housing,
                "kind",
                "POLICY",
                "field",
                "SUBSIDY",
                "title",
                "虚构老旧小区加装电梯补贴",
                "text",
                "申请齐备后三十日内发放",
                "document",
                "虚建发〔2026〕9号",
                "madeOn",
                TODAY,
                "due",
                SettableClock.START.plusDays(20).toString(),
                "published",
                "on");
        assertThat(http.get().uri("/government-promises"))
                .hasStatusOk()
                .bodyText()
                .contains("虚构老旧小区加装电梯补贴", "履行中")
                .doesNotContain("??");
        assertThat(page(promise, housing)).contains("专家评审", "报告已经履行");

        clock.set(SettableClock.START.plusDays(21));
        assertThat(page(promise, housing)).contains("逾期未履行").doesNotContain("经协商延期</summary>");
        assertThat(http.get().uri("/government-promises").header("Accept-Language", "en"))
                .bodyText()
                .contains("Missed");

        post(
                promise + "/reports",
                housing,
                "on",
                SettableClock.START.plusDays(21).toString(),
                "papers",
                "发放凭证\n公示截图");
        assertThat(page("/console/inbox", office)).contains(promise, "请审核履行证明");
        post(promise + "/reviews", office, "accept", "true");
        assertThat(page(promise, housing)).contains("逾期后履行", "发放凭证");
    }

    @Test
    void theLedgerOfTheCourtsListWithItsWayToZero() throws Exception {
        var bodies = new PublicBodies(context);
        bodies.listed(bodies.body(7301, "虚构县住建局"), SettableClock.START.minusDays(70), null);

        var ledger = page("/console/integrity/defaulters", office);
        assertThat(ledger).contains("虚构县住建局", "data-chart=\"grouped\"", "该通报的案件", "在列");
        assertThat(page("/console/integrity/defaulters?on=" + SettableClock.START.minusDays(1), office))
                .contains("过去某天的名单只供审计")
                .doesNotContain("虚构县住建局");
        assertThat(page(
                        "/console/integrity/defaulters?on=" + SettableClock.START.minusDays(1),
                        callers.signedIn("ledger-auditor", "auditor", Role.AUDITOR)))
                .contains("虚构县住建局");
        assertThat(http.get().uri("/console/integrity/defaulters").with(housing))
                .hasStatus(403);

        var draft = http.get()
                .uri("/console/integrity/defaulters/circular.docx")
                .with(office)
                .exchange();
        assertThat(draft).hasStatusOk();
        try (var parts =
                new ZipInputStream(new ByteArrayInputStream(draft.getResponse().getContentAsByteArray()))) {
            for (var part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                if (part.getName().equals("word/document.xml")) {
                    assertThat(new String(parts.readAllBytes(), StandardCharsets.UTF_8))
                            .contains("虚构县住建局", "（草稿）");
                }
            }
        }

        var link = Pattern.compile("/console/integrity/defaulters/([0-9a-f-]{36})\"[^>]*>虚构县住建局")
                .matcher(ledger);
        assertThat(link.find()).isTrue();
        var id = link.group(1);
        assertThat(page("/console/integrity/defaulters/" + id, office)).contains("登记办结方式", "清偿");
    }

    @Test
    void aRoundComesAsAWorkbookThatSaysItIsReference() throws Exception {
        var round = post(
                "/console/integrity/rounds",
                office,
                "title",
                "虚构年度评价",
                "group",
                "departments",
                "evaluator",
                "虚构研究院",
                "contract",
                "虚采〔2026〕8号",
                "from",
                "2026-01-01",
                "until",
                TODAY);
        post(round + "/scores", office, "body", "housing", "score", "91.5", "evidence", "评价报告第 12 页");

        assertThat(page(round, office)).contains("91.5", "评价报告第 12 页", "仅供参考");
        assertThat(page(round, housing)).contains("91.5").doesNotContain("登记得分");
        var answer = http.get().uri(round + "/scores.xlsx").with(office).exchange();
        assertThat(answer).hasStatusOk();
        try (var workbook = new ReadableWorkbook(
                new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows.getFirst().getCellText(0)).isEqualTo("虚构年度评价");
            assertThat(rows.get(2).getCellText(0)).contains("仅供参考");
            assertThat(rows.get(4).getCellText(1)).isEqualTo("91.5");
            assertThat(rows.get(4).getCellText(3)).isEqualTo("评价报告第 12 页");
        }
    }

    @Test
    void aCampaignIsRunOnItsPage() throws Exception {
        var campaign = post(
                "/console/integrity/campaigns",
                housing,
                "title",
                "虚构专项治理",
                "purpose",
                "督促整改",
                "document",
                "guobanfa-2020-49",
                "article",
                "三",
                "item",
                "administrative-penalty",
                "atLeast",
                "99",
                "months",
                "12");

        assertThat(page(campaign, housing)).contains("虚构专项治理", "至少 99 条", "没有这样的单位", "不产生任何奖惩效果");
        post(campaign + "/searches", housing);
        post(campaign + "/closing", housing, "report", "未发现");
        assertThat(page(campaign, office)).contains("已结束");
        assertThat(page("/console/documents/guobanfa-2020-49", housing)).contains("虚构专项治理");
    }

    @Test
    void anActivityIsEnteredAndTakenBack() throws Exception {
        var activity = post(
                "/console/integrity/activities",
                housing,
                "kind",
                "INTEGRITY_WEEK",
                "title",
                "虚构诚信活动周",
                "on",
                TODAY,
                "place",
                "虚构广场",
                "organiser",
                "虚构住建局",
                "participants",
                "80");

        assertThat(page(activity, office)).contains("诚信活动周", "80").doesNotContain("登记有误，撤回");
        post(activity + "/withdrawal", housing, "reason", "重复");
        assertThat(page("/console/integrity/activities", office)).contains("已撤回");
    }

    @Test
    void filesAreHandedInAsStreamsAndAlwaysDownloaded() throws Exception {
        var activity = post(
                "/console/integrity/activities",
                housing,
                "kind",
                "MEDIA",
                "title",
                "虚构报道",
                "on",
                TODAY,
                "place",
                "线上",
                "organiser",
                "虚构台",
                "participants",
                "0");
        var boundary = "boundary-of-the-test";
        var body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"稿件.html\"\r\n"
                + "Content-Type: text/html\r\n\r\n<script>1</script>\r\n--" + boundary + "--\r\n";
        assertThat(http.post()
                        .uri(activity + "/files")
                        .contentType("multipart/form-data; boundary=" + boundary)
                        .content(body)
                        .with(housing)
                        .with(csrf().asHeader()))
                .hasRedirectedUrl(activity);

        var shown = page(activity, office);
        assertThat(shown).contains("稿件.html");
        var link = shown.substring(shown.indexOf(activity + "/files/"));
        var answer = http.get()
                .uri(link.substring(0, link.indexOf('"')))
                .with(office)
                .exchange();
        assertThat(answer.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(answer.getResponse().getContentType()).startsWith("application/octet-stream");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/documents", "/console/documents"})
    void theRegisterShowsWhatHoldsAndWhatRepealedTheRest(String register) throws Exception {
        assertThat(page(register, office)).contains("中华人民共和国行政处罚法", "现行有效", register + "?after=");
        assertThat(page(register + "?q=信用修复管理办法", office)).contains("信用修复管理办法（试行）", "已失效");
        assertThat(page(register + "?after=no-such-document&level=LAW", office)).contains("中华人民共和国行政处罚法");
        assertThat(page(register + "?q=713", office)).contains("重大行政决策程序暂行条例").doesNotContain("信用修复管理办法");
        assertThat(page(register + "?level=LAW&state=ENDED", office)).doesNotContain("信用修复管理办法");
        assertThat(page(register + "/order-58", office)).contains("由以下文件废止或者替代", register + "/order-36", "只适用于当时的决定");
        assertThat(page(register + "/judgment-defaulters-2017", office)).contains("失信被执行人名单", "名单");
        assertThat(http.get()
                        .uri(register + "/order-58")
                        .header("Accept-Language", "en")
                        .with(office))
                .bodyText()
                .contains("Repealed or replaced by")
                .doesNotContain("??");
        assertThat(http.get().uri(register + "/hearsay").with(office)).hasStatus(404);
    }

    @Test
    void pagesOfTheRegisterFollowEachOtherWithTheSameQuestion() throws Exception {
        var first = page("/documents?state=IN_FORCE", office);
        var link = Pattern.compile("/documents\\?after=([a-z0-9-]+)&amp;[^\"]*state=IN_FORCE")
                .matcher(first);
        assertThat(link.find()).isTrue();
        var second = page("/documents?after=" + link.group(1) + "&state=IN_FORCE", office);

        assertThat(second)
                .doesNotContain("href=\"/documents/" + link.group(1) + "\"")
                .contains("href=\"/documents/");
    }

    @Test
    void onThePortalNobodySignsInToReadTheRegister() {
        assertThat(http.get().uri("/documents")).hasStatusOk().bodyText().contains("依据文件");
        assertThat(http.get().uri("/documents/order-36")).hasStatusOk();
    }
}
