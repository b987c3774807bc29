package org.xinheng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.demo.DemoCast;

/** The other two cities: the same platform under other rules, from a department's file to the slip at a counter. */
class EveryCityReachesASlipTest {

    @ParameterizedTest
    @CsvSource({
        "qidong, 启东信用, 启东市市场监督管理局, QD, 还没有导入文件",
        "huaian, 信用淮安, 淮安市市场监督管理局, HA, 63 项任务",
    })
    void fromAFileToTheSlip(
            String city, String portal, String regulator, String slipPrefix, String tasks, @TempDir Path folder)
            throws Exception {
        try (var demo = RunningDemo.start(folder, "--city", city);
                var browsers = new Browsers(demo.address())) {
            var anyone = browsers.anyone();
            anyone.navigate("/");
            assertThat(anyone).hasTitle(portal);
            assertThat(anyone.content()).doesNotContain("常州");

            theRegulatorReports(browsers.signedIn("market-regulator"), regulator, LocalDate.parse(demo.day()));
            anyone.navigate("/subjects/" + DemoCast.LISTED.code());
            assertThat(anyone.locator("main")).containsText(regulator);

            var slip = theCounterPrintsTheSlip(browsers.signedIn("housing"));
            assertThat(slip)
                    .contains(slipPrefix + "-" + demo.day().substring(0, 4))
                    .contains(DemoCast.LISTED.code(), "依法限制参与工程建设招标投标", regulator);
            theDistrictsCreditOfficeSignsIn(browsers.signedIn("district-credit-office"));
            theCitysDivisionOfTasksIsInWork(browsers.signedIn("credit-office"), tasks);
        }
    }

    private static void theRegulatorReports(Page page, String regulator, LocalDate today) {
        var penalties = new PenaltyFile(200, today, 1, regulator);
        page.navigate("/console/submissions");
        page.locator("#item").selectOption("administrative-penalty");
        page.locator("#file").setInputFiles(new FilePayload("penalties.csv", "text/csv", penalties.gb18030()));
        page.locator("form[enctype] button").click();
        page.waitForURL(url -> url.matches(".*/console/submissions/[0-9a-f-]{36}.*"));
        assertThat(page.locator("#progress"))
                .containsText("已收入", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        assertThat(page.locator("#progress")).containsText(String.valueOf(200 - penalties.wrongRows()));
    }

    private static String theCounterPrintsTheSlip(Page page) throws Exception {
        Counter.check(page, DemoCast.LISTED.code());
        assertThat(page.locator("main section.entry").first()).containsText("依法限制参与工程建设招标投标");
        try (var pdf = Loader.loadPDF(Files.readAllBytes(Counter.slip(page)))) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static void theDistrictsCreditOfficeSignsIn(Page page) {
        page.navigate("/console/inbox");
        assertThat(page.locator("main h1")).isVisible();
    }

    private static void theCitysDivisionOfTasksIsInWork(Page page, String tasks) {
        page.navigate("/console/tasks/documents");
        assertThat(page.locator("main")).containsText(tasks);
        page.navigate("/console/tasks");
        assertThat(page.locator(tasks.endsWith("任务") ? ".board-column" : ".empty")
                        .first())
                .isVisible();
    }
}
