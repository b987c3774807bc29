package org.xinheng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.demo.DemoCast;
import org.xinheng.demo.population.FictionalCodes;

/** The story, in Changzhou: each chapter goes on where the one before ended. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OneDecisionTravelsTest {

    private static final String TYPED_DOCUMENT = "常市监处罚〔2026〕表单1号";

    private static final String REGULATOR = "常州市市场监督管理局";

    private RunningDemo demo;
    private Browsers browsers;
    private PenaltyFile penalties;
    private String determination = "";

    @BeforeAll
    void theDemoIsReady(@TempDir Path folder) throws Exception {
        demo = RunningDemo.start(folder);
        browsers = new Browsers(demo.address());
        penalties = new PenaltyFile(5_000, LocalDate.parse(demo.day()), 1, REGULATOR);
    }

    @AfterAll
    void everythingStopsCleanly() {
        if (browsers != null) {
            browsers.close();
        }
        if (demo != null) {
            demo.close();
        }
    }

    @Test
    @Order(1)
    void thePortalGreetsAnyoneWithASearchBox() {
        var page = browsers.anyone();
        page.navigate("/");

        assertThat(page).hasTitle("信用常州");
        assertThat(page.locator("input[name=q]").first()).isVisible();
    }

    @Test
    @Order(2)
    void theRegulatorUploadsAFileAndGetsWhatIsWrongBack() throws Exception {
        var page = browsers.signedIn("market-regulator");
        upload(page, "penalties.csv", penalties.gb18030());

        assertThat(page.locator("#progress"))
                .containsText("已收入", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        assertThat(fact(page, "行数")).hasText("5000");
        assertThat(fact(page, "退回")).hasText(String.valueOf(penalties.wrongRows()));
        assertThat(page.locator("#progress")).containsText("其中迟报");
        page.reload();
        assertThat(page.locator("tbody").first()).containsText("已遮盖");

        var findings =
                text(page.waitForDownload(() -> page.getByText("下载检查结果 CSV").click()));
        assertThat(findings).contains("line,field,rule,severity,value,message").contains(",R3,ERROR,");
        assertThat(findings).doesNotContain(PenaltyFile.FIRST_PERSON).doesNotContain(PenaltyFile.SECOND_PERSON);
        var mend = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("下载退回的行，改好再报"))
                        .click());
        assertThat(Files.size(mend.path())).isPositive();
    }

    @Test
    @Order(3)
    void theSameFileAgainChangesNothing() {
        var page = browsers.signedIn("market-regulator");
        upload(page, "penalties.csv", penalties.gb18030());

        assertThat(page.locator("#progress .mark, #progress p").first())
                .not()
                .containsText("检查中", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        assertThat(fact(page, "收入")).hasText("0", new LocatorAssertions.HasTextOptions().setTimeout(60_000));
        assertThat(fact(page, "重复")).hasText(String.valueOf(5_000 - penalties.wrongRows()));
    }

    @Test
    @Order(4)
    void aClerkTypesOnePenaltyIntoAForm() throws Exception {
        var page = browsers.signedIn("market-regulator");
        page.navigate("/console/submissions/new?item=administrative-penalty");
        field(page, "行政相对人名称", DemoCast.PLAIN.name());
        field(page, "统一社会信用代码", DemoCast.PLAIN.code().substring(0, 17) + "Z");
        page.locator("main form button").first().click();

        assertThat(page.locator("[role=alert]").first()).isVisible();
        assertThat(page.getByLabel("行政相对人名称").first()).hasValue(DemoCast.PLAIN.name());

        page.locator("main form details summary").click();
        typed(page, "creditCode", DemoCast.PLAIN.code());
        choose(page, "counterpartyCategory", "法人及非法人组织");
        typed(page, "legalRepresentative", DemoCast.PLAIN.representative());
        typed(page, "documentNumber", TYPED_DOCUMENT);
        typed(page, "violationType", "计量违法");
        typed(page, "violationFacts", "使用未经检定的计量器具。");
        typed(page, "penaltyBasis", "《中华人民共和国计量法》");
        page.locator("input[name='f.penaltyCategories'][value='罚款']").check();
        typed(page, "penaltyContent", "罚款1000元");
        typed(page, "fineTenThousand", "0.1");
        typed(page, "decidedOn", demo.day());
        var regulatorCode = FictionalCodes.organisation("11", 1);
        typed(page, "authorityName", REGULATOR);
        typed(page, "authorityCode", regulatorCode);
        typed(page, "sourceName", REGULATOR);
        typed(page, "sourceCode", regulatorCode);
        choose(page, "severity", "一般");
        choose(page, "public", "是");
        page.locator("main form button.btn-primary").click();
        page.waitForURL(url -> url.matches(".*/console/submissions/[0-9a-f-]{36}.*"));
        assertThat(fact(page, "收入")).hasText("1", new LocatorAssertions.HasTextOptions().setTimeout(60_000));
        assertThat(demo.get("/api/v1/public/subjects/" + DemoCast.PLAIN.code())).contains(TYPED_DOCUMENT);
    }

    @Test
    @Order(5)
    void theRegulatorDeterminesACompanyStepByStep() throws Exception {
        var clerk = browsers.signedIn("market-regulator");
        clerk.navigate("/console/lists/market-regulation-serious");
        clerk.getByLabel("统一社会信用代码").fill(DemoCast.PENALISED.code());
        clerk.locator("form[action='/console/determinations/new'] button").click();
        clerk.locator("input[name=record]").first().check();
        clerk.locator("input[name=behaviour]").first().check();
        clerk.locator("#facts").fill("生产不符合保障人身健康安全标准的产品，受到较重行政处罚。");
        clerk.locator("main form button.btn-primary").click();
        clerk.waitForURL("**/console/determinations/*");
        determination = clerk.url().substring(clerk.url().lastIndexOf('/') + 1);
        assertThat(state(clerk)).hasText("已提出");
        act(clerk, "CROSS_CHECK", Map.of());
        assertThat(state(clerk)).hasText("已比对");

        var decider = browsers.signedIn("market-regulator-2");
        decider.navigate("/console/determinations/" + determination);
        var skipped = post(decider, "DECIDE", "document=X&facts=f&reason=r&minutes=m");
        assertThat(skipped).contains("422");

        act(clerk, "GIVE_NOTICE", Map.of("text", "拟将你单位列入市场监督管理严重违法失信名单，依据和权利见告知书。"));
        assertThat(state(clerk)).hasText("已告知");
        act(clerk, "CLOSE_STATEMENT", Map.of("text", "陈述：已经停止生产。", "answer", "已核实，不影响认定。"));
        assertThat(state(clerk)).hasText("陈述期结束");
        assertThat(post(clerk, "REVIEW", "text=ok")).contains("422");

        decider.reload();
        act(decider, "REVIEW", Map.of("text", "事实清楚，依据有效，程序合法。"));
        assertThat(post(decider, "DECIDE", "document=&facts=&reason=&minutes=")).contains("422");
        decider.reload();
        act(
                decider,
                "DECIDE",
                Map.of(
                        "document", "常市监列〔2026〕77号",
                        "facts", "生产不符合保障人身健康安全标准的产品。",
                        "reason", "性质恶劣，情节严重，社会危害较大。",
                        "minutes", "集体讨论记录第77号",
                        "participants", "赵虚构\n钱虚构"));
        assertThat(state(decider)).hasText("已决定");

        clerk.reload();
        clerk.getByLabel("决定书已送达").check();
        clerk.getByLabel("信用修复告知书已一并送达").check();
        act(clerk, "SERVE", Map.of());
        assertThat(state(clerk)).hasText("已送达");
        act(clerk, "PUBLISH", Map.of());
        assertThat(state(clerk)).hasText("已公示");
        assertThat(clerk.locator("svg.course")).isVisible();
    }

    @Test
    @Order(6)
    void theCrossCheckStopsASeriouslyUntrustworthyCompany() {
        var clerk = browsers.signedIn("tax");
        clerk.navigate("/console/lists/a-grade-taxpayers");
        clerk.getByLabel("统一社会信用代码").fill(DemoCast.PENALISED.code());
        clerk.locator("form[action='/console/determinations/new'] button").click();
        clerk.locator("#facts").fill("2025年度纳税信用评价为A级。");
        clerk.locator("main form button.btn-primary").click();
        clerk.waitForURL("**/console/determinations/*");
        act(clerk, "CROSS_CHECK", Map.of());

        assertThat(state(clerk)).hasText("比对停止");
        assertThat(clerk.locator(".notice-caution").first()).containsText("不得列入守信激励名单");
    }

    @Test
    @Order(7)
    void theTenderOfficerIsPromptedByTheWidget() {
        var page = browsers.anyone();
        page.navigate("/demo/bidding?code=" + DemoCast.PENALISED.code());
        var widget = page.locator("credit-check");

        assertThat(widget.locator("article").first()).containsText("依法限制参与工程建设招标投标");
        assertThat(widget.locator("article").first()).containsText("市场监督管理严重违法失信名单");
        assertThat(widget.locator("article").first()).containsText("依据");
        assertThat(widget.locator("article").first()).containsText("有效期至");
        page.screenshot(new Page.ScreenshotOptions().setPath(demo.folder().resolve("widget.png")));
    }

    @Test
    @Order(8)
    void aDepartmentWithoutASystemChecksOnTheConsoleAndPrintsTheSlip() throws Exception {
        var page = browsers.signedIn("housing");
        Counter.check(page, DemoCast.PENALISED.code());

        assertThat(page.locator("main section.entry").first()).containsText("依法限制参与工程建设招标投标");
        var slip = Files.readAllBytes(Counter.slip(page));
        assertThat(new String(slip, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");

        page.locator("main section.entry details summary").first().click();
        page.locator("select[name=outcome]").first().selectOption("APPLIED");
        page.locator("main section.entry form button").first().click();
        assertThat(page.locator("[role=alert]").first()).containsText("决定人");

        page.locator("select[name=outcome]").first().selectOption("APPLIED");
        page.locator("textarea[name=reason]").first().fill("依据《企业信息公示暂行条例》第十八条");
        page.locator("input[name=decidedBy]").first().fill("王工");
        page.locator("input[name=informedSubjectOn]").first().fill(demo.day());
        page.locator("main section.entry form button").first().click();
        assertThat(page.locator("main section.entry").first()).containsText("已采取");
    }

    @Test
    @Order(9)
    void anIncentiveListCompanySeesItsIncentives() throws Exception {
        var page = browsers.signedIn("approval");
        Counter.check(page, DemoCast.MODEL.code());

        assertThat(page.locator("main section.entry").first()).containsText("激励");
    }

    @Test
    @Order(10)
    void theCreditOfficeSeesWhatWasDecidedWithoutACheck() {
        var page = browsers.signedIn("credit-office");
        page.navigate("/console/reports");

        assertThat(page.locator("main")).containsText("核查");
        assertThat(page.locator("main table").first()).isVisible();
        page.navigate("/console/joint-actions");
        assertThat(page.locator("main")).containsText(DemoCast.PENALISED.name());
    }

    @Test
    @Order(11)
    void anyoneFindsTheCompanyOnThePortal() {
        var page = browsers.anyone();
        page.navigate("/");
        page.locator("input[name=q]").first().fill(DemoCast.PENALISED.name().substring(0, 4));
        page.locator("input[name=q]").first().press("Enter");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(DemoCast.PENALISED.name()))
                .click();

        assertThat(page.locator("main")).containsText("市场监督管理严重违法失信名单");
        assertThat(page.locator("main")).containsText("常市监列〔2026〕77号");
        assertThat(page.content()).doesNotContain(PenaltyFile.FIRST_PERSON);

        page.navigate("/search?q=" + PenaltyFile.FIRST_PERSON);
        assertThat(page.locator("[role=alert]").first()).isVisible();
    }

    @Test
    @Order(12)
    void aRowWithoutAClassIsKeptAndNotPublished() throws Exception {
        assertThat(demo.get("/api/v1/public/subjects/" + penalties.codeOf(3))).contains("\"penalties\":[]");
        assertThat(demo.get("/api/v1/public/subjects/" + penalties.codeOf(4))).contains(penalties.documentOf(4));

        var page = browsers.signedIn("market-regulator");
        page.navigate("/console/subjects?q=" + penalties.codeOf(3));
        page.locator("main .entry h3 a").first().click();
        assertThat(page.locator("main")).containsText(penalties.documentOf(3));
    }

    @Test
    @Order(13)
    void nothingAcceptedIsLostWhenThePlatformIsKilledInTheMiddleOfAnIntake() throws Exception {
        var large = new PenaltyFile(30_000, LocalDate.parse(demo.day()), 20_001, REGULATOR);
        var token = demo.bearer("market-regulator-system");
        var submission = demo.upload("/api/v1/submissions", token, "administrative-penalty", large.gb18030());
        while (!demo.get(submission, token).matches("(?s).*\"accepted\":[1-9].*")) {
            assertThat(demo.get(submission, token)).doesNotContain("\"ACCEPTED\"");
        }
        killAndStartAgain();

        var again = demo.bearer("market-regulator-system");
        var end = demo.await(submission, again, "\"state\":\"ACCEPTED\"");
        assertThat(end)
                .contains("\"rows\":30000")
                .contains("\"accepted\":" + (30_000 - large.wrongRows()))
                .contains("\"refused\":" + large.wrongRows())
                .contains("\"duplicates\":0");
        var id = submission.substring(submission.lastIndexOf('/') + 1);
        assertThat(demo.number(
                        "select count(distinct record_id) from record.version where submission_id = '" + id + "'"))
                .isEqualTo(30_000 - large.wrongRows());
        assertThat(demo.number("select count(*) from record.version where submission_id = '" + id + "'"))
                .isEqualTo(30_000 - large.wrongRows());
        assertThat(demo.chainFaults()).isEmpty();
    }

    @Test
    @Order(14)
    void nothingIsHalfWhenThePlatformIsKilledInTheMiddleOfADetermination() throws Exception {
        var clerk = browsers.signedIn("market-regulator");
        clerk.navigate("/console/lists/market-regulation-serious");
        clerk.getByLabel("统一社会信用代码").fill(penalties.codeOf(5));
        clerk.locator("form[action='/console/determinations/new'] button").click();
        clerk.locator("input[name=record]").first().check();
        clerk.locator("input[name=behaviour]").first().check();
        clerk.locator("#facts").fill("多次虚假宣传。");
        clerk.locator("main form button.btn-primary").click();
        clerk.waitForURL("**/console/determinations/*");
        determination = clerk.url().substring(clerk.url().lastIndexOf('/') + 1);
        act(clerk, "CROSS_CHECK", Map.of());
        assertThat(state(clerk)).hasText("已比对");
        // The next step is on its way when the power goes.
        clerk.evaluate("""
                address => { fetch(address, {method: 'POST', headers: {'Content-Type': 'application/x-www-form-urlencoded'},
                    body: new URLSearchParams(new FormData(document.querySelector('form[action$="/GIVE_NOTICE"]')))}); }
                """, "/console/determinations/" + determination + "/GIVE_NOTICE");
        killAndStartAgain();

        var later = browsers.signedIn("market-regulator");
        later.navigate("/console/determinations/" + determination);
        var stands = state(later).textContent();
        assertThat(stands).isIn("已比对", "已告知");
        int steps = stands.equals("已告知") ? 3 : 2;
        assertThat(later.locator("ol.timeline > li")).hasCount(steps);
        assertThat(demo.number("select count(*) from audit.fact where reference = '" + determination
                        + "' and type in ('DeterminationProposed', 'DeterminationCrossChecked', 'PriorNoticeServed')"))
                .isEqualTo(steps);
        assertThat(demo.chainFaults()).isEmpty();
    }

    @Test
    @Order(15)
    void identifiersStandInNoTableLogOrFile() throws Exception {
        for (var number : List.of(
                PenaltyFile.FIRST_PERSON,
                PenaltyFile.SECOND_PERSON,
                DemoCast.CITIZEN.number(),
                DemoCast.DEFAULTING_CITIZEN.number())) {
            assertThat(demo.tablesHolding(number)).as("tables").isEmpty();
            assertThat(demo.filesHolding(number)).as("files").isEmpty();
        }
        // The search itself can find something: the code of an organisation is no secret.
        assertThat(demo.tablesHolding(DemoCast.PENALISED.code())).contains("subject.subject");
        assertThat(demo.filesHolding(DemoCast.PENALISED.code())).isNotEmpty();
    }

    private void killAndStartAgain() throws Exception {
        demo.kill();
        browsers.close();
        demo = RunningDemo.start(demo.folder());
        browsers = new Browsers(demo.address());
    }

    @Test
    @Order(16)
    void theListingEndsByItselfAndThePastStaysKnowable() throws Exception {
        var today = LocalDate.parse(demo.day());
        demo.setDay(today.plusYears(3).plusDays(10).toString());

        var officer = browsers.signedIn("housing");
        Counter.check(officer, DemoCast.PENALISED.code());
        assertThat(officer.locator("main section.entry")).hasCount(0);

        var anyone = browsers.anyone();
        anyone.navigate("/subjects/" + DemoCast.PENALISED.code());
        assertThat(anyone.locator("main")).not().containsText("市场监督管理严重违法失信名单");

        assertThat(fileAsOf("bidding-system", today)).contains("PAST_NOT_FOR_USE");
        var auditor = browsers.signedIn("auditor");
        auditor.navigate("/console/subjects?q=" + DemoCast.PENALISED.name());
        auditor.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(DemoCast.PENALISED.name()))
                .first()
                .click();
        auditor.locator("input[name=asOf]").fill(today.toString());
        auditor.locator("input[name=asOf]").press("Enter");
        assertThat(auditor.locator("main")).containsText("市场监督管理严重违法失信名单");
    }

    private String fileAsOf(String client, LocalDate day) throws Exception {
        return demo.post("/api/v1/subjects/file", demo.bearer(client), """
                {"subject": {"code": "%s"}, "purpose": "bid evaluation", "matter": "construction-bidding", "asOf": "%s"}
                """.formatted(DemoCast.PENALISED.code(), day));
    }

    private static void upload(Page page, String name, byte[] file) {
        page.navigate("/console/submissions");
        page.locator("#item").selectOption("administrative-penalty");
        page.locator("#file").setInputFiles(new FilePayload(name, "text/csv", file));
        page.locator("form[enctype] button").click();
        page.waitForURL(url -> url.matches(".*/console/submissions/[0-9a-f-]{36}.*"));
    }

    private static Locator fact(Page page, String label) {
        return page.locator("xpath=//*[@id='progress']//dt[normalize-space()='" + label + "']/following-sibling::dd[1]")
                .locator("span")
                .or(page.locator("xpath=//*[@id='progress']//dt[normalize-space()='" + label
                        + "']/following-sibling::dd[1][not(span)]"))
                .first();
    }

    private static void field(Page page, String label, String value) {
        page.getByLabel(label).first().fill(value);
    }

    private static void typed(Page page, String id, String value) {
        page.locator("[name='f." + id + "']").fill(value);
    }

    private static void choose(Page page, String id, String value) {
        page.locator("select[name='f." + id + "']").selectOption(value);
    }

    private static Locator state(Page page) {
        return page.locator("main dl.facts dd strong").first();
    }

    /** Fills the form of a step and takes it. */
    private static void act(Page page, String act, Map<String, String> fields) {
        var form = page.locator("form[action$='/" + act + "']");
        fields.forEach((name, value) -> form.locator("[name=" + name + "]").fill(value));
        form.locator("button").click();
        page.waitForLoadState();
    }

    /** Posts a step that the page does not offer; the status and what came back. */
    private String post(Page page, String act, String body) {
        return (String) page.evaluate("""
                async ([address, body]) => {
                  const token = document.querySelector('input[name=_csrf]').value;
                  const answer = await fetch(address, {method: 'POST', redirect: 'manual',
                      headers: {'Content-Type': 'application/x-www-form-urlencoded'},
                      body: body + '&_csrf=' + encodeURIComponent(token)});
                  return answer.status + ' ' + await answer.text();
                }
                """, new Object[] {"/console/determinations/" + determination + "/" + act, body});
    }

    private static String text(Download download) throws Exception {
        return Files.readString(download.path());
    }
}
