package org.xinheng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A policy document becomes tasks, agencies report with evidence, one is late, and the year is assessed; each chapter goes
 * on where the one before ended.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AYearOfTasksTest {

    private RunningDemo demo;
    private Browsers browsers;
    private LocalDate due = LocalDate.EPOCH;
    private String task = "";
    private String assessment = "";

    @BeforeAll
    void theDemoIsReady(@TempDir Path folder) throws Exception {
        demo = RunningDemo.start(folder);
        browsers = new Browsers(demo.address());
        due = LocalDate.parse(demo.day()).plusDays(10);
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

    private byte[] document() {
        return """
                关于印发年度试点任务分工的通知
                常信用办〔2026〕试1号
                各有关单位：
                现将任务分工印发给你们。

                一、试点任务
                1.完善试点目录。梳理试点目录并对外公布，%d年%d月%d日前完成。（牵头单位：市市场监管局，配合单位：市某某局）
                2.开展试点培训。组织经办人员培训，%d年%d月%d日前完成。（牵头单位：市住建局）
                """.formatted(
                        due.getYear(),
                        due.getMonthValue(),
                        due.getDayOfMonth(),
                        due.getYear(),
                        due.getMonthValue(),
                        due.getDayOfMonth())
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    @Order(1)
    void theOfficeUploadsADocumentCorrectsOneUnitAndConfirms() {
        var page = browsers.signedIn("credit-office");
        page.navigate("/console/tasks/documents");
        assertThat(page.locator("main")).containsText("重点任务分工表");
        page.locator("#file").setInputFiles(new FilePayload("试点任务.txt", "text/plain", document()));
        button(page, "上传并读取").click();

        assertThat(page.locator("h1")).containsText("年度试点任务分工");
        assertThat(page.locator("main")).containsText("1 处单位名称没有找到对应单位");
        assertThat(page.locator(".source .found-unit").first()).hasText("市市场监管局");
        page.locator("#task-0").getByText("更正").click();
        page.getByLabel("第 2 个单位对应谁").selectOption(new SelectOption().setLabel("常州市交通运输局"));
        button(page, "保存").click();
        assertThat(page.locator("main")).not().containsText("没有找到对应单位");
        button(page, "确认 2 项任务").click();

        assertThat(page.locator(".board")).containsText("完善试点目录");
        task = page.locator(".board a", new Page.LocatorOptions().setHasText("完善试点目录"))
                .getAttribute("href");
    }

    @Test
    @Order(2)
    void theSameDocumentAgainIsRecognised() {
        var page = browsers.signedIn("credit-office");
        page.navigate("/console/tasks/documents");
        page.locator("#file").setInputFiles(new FilePayload("试点任务.txt", "text/plain", document()));
        button(page, "上传并读取").click();

        assertThat(page.locator("[role=alert]")).containsText("已经导入");
    }

    @Test
    @Order(3)
    void theRegulatorReportsWithEvidenceAndTheOfficeSendsOneBackAndAcceptsOne() {
        var regulator = browsers.signedIn("market-regulator");
        regulator.navigate("/console/inbox");
        assertThat(regulator.locator("main")).containsText("文件任务：请办理并报送");
        report(regulator, "目录已完成。");
        assertThat(regulator.locator("main")).containsText("待审核");

        var office = browsers.signedIn("credit-office");
        office.navigate(task);
        assertThat(office.locator("main")).containsText("目录.txt");
        office.getByLabel("审核意见").fill("请附公布的网址。");
        button(office, "退回").click();
        assertThat(office.locator("main")).containsText("已退回");

        report(regulator, "已附网址。");
        office.navigate(task);
        button(office, "认可").click();
        assertThat(office.locator("main")).containsText("已认可");
        button(office, "办结任务").click();
        assertThat(office.locator("main")).containsText("已办结");
    }

    private void report(Page page, String words) {
        page.navigate(task);
        page.getByLabel("报送什么").selectOption("COMPLETION");
        page.getByLabel("情况说明").fill(words);
        page.getByLabel("佐证网址").fill("https://example.org/demo/catalogue");
        page.locator("#file")
                .setInputFiles(new FilePayload("目录.txt", "text/plain", "一、目录".getBytes(StandardCharsets.UTF_8)));
        page.locator("form[enctype] button").click();
        page.waitForURL("**" + task);
    }

    @Test
    @Order(4)
    void theLastDayPassesAndReminderOverdueMarkAndCircularAppear() throws Exception {
        demo.setDay(due.minusDays(1).toString());
        var housing = browsers.signedIn("housing");
        housing.navigate("/console/inbox");
        assertThat(housing.locator("tr, li", new Page.LocatorOptions().setHasText(due.toString()))
                        .first())
                .containsText("即将到期");

        demo.setDay(due.plusDays(1).toString());
        housing.navigate("/console/tasks");
        assertThat(column(housing, "逾期")).containsText("开展试点培训");

        demo.setDay(due.plusDays(20).toString());
        var office = browsers.signedIn("credit-office");
        office.navigate("/console/tasks/circulars");
        assertThat(office.locator("form")
                        .filter(new Locator.FilterOptions().setHasText("开展试点培训"))
                        .first())
                .isVisible();
        button(office, "发出通报").click();
        assertThat(office.locator("h1")).containsText("通报");
        assertThat(office.locator("tbody")).containsText("开展试点培训");

        housing.navigate("/console/inbox");
        assertThat(housing.locator("main")).containsText("本单位被通报，请阅知");
        housing.navigate(office.url());
        button(housing, "已阅").click();
        housing.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("整改任务"))
                .first()
                .click();
        assertThat(housing.locator("main")).containsText("整改");
    }

    private static Locator column(Page page, String heading) {
        return page.locator(".board-column")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("h2", new Page.LocatorOptions().setHasText(heading))));
    }

    @Test
    @Order(5)
    void theYearIsDraftedContestedDecidedPublishedAndClosed() throws Exception {
        demo.setDay(due.getYear() + 1 + "-01-05");
        var office = browsers.signedIn("credit-office");
        office.navigate("/console/assessments");
        office.locator("#year").selectOption(String.valueOf(due.getYear()));
        button(office, "起草考核").click();
        assessment = office.url();
        button(office, "送各单位核对").click();

        var regulator = browsers.signedIn("market-regulator");
        regulator.navigate(assessment);
        regulator
                .locator("main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("常州市市场监督管理局"))
                .first()
                .click();
        regulator.locator("td details summary").first().click();
        regulator.locator("#reason-0").fill("有一批数据因系统故障迟报，已书面说明。");
        button(regulator, "提交申辩").first().click();
        assertThat(regulator.locator("main")).containsText("系统故障");

        var second = browsers.signedIn("credit-office-2");
        second.navigate(assessment);
        second.locator("a[href*='/contests/']").first().click();
        second.locator("#reason").fill("经核实，不属于免责情形。");
        button(second, "不采纳").click();

        demo.setDay(due.getYear() + 1 + "-02-10");
        second.navigate(assessment);
        button(second, "决定").click();
        office.navigate(assessment);
        button(office, "公布").click();
        assertThat(office.locator("main")).containsText("公布");
        button(office, "归档").click();
        assertThat(office.locator("main"))
                .containsText("已归档", new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));

        var auditor = browsers.signedIn("auditor");
        auditor.navigate(assessment);
        button(auditor, "验证").click();
        assertThat(auditor.locator("main")).containsText("验证通过");
    }

    private static Locator button(Page page, String words) {
        return page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(words).setExact(true));
    }
}
