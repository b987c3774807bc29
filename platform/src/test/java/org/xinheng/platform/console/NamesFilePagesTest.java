package org.xinheng.platform.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.shared.Role;

@PlatformTest
class NamesFilePagesTest {

    private static final String PAGE = "/console/check/names";

    @Autowired
    MockMvcTester http;

    @Autowired
    Callers callers;

    @Autowired
    Order order;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    private RequestPostProcessor officer;

    @BeforeEach
    void anOfficerOfHousing() {
        clock.set(SettableClock.START);
        officer = callers.signedIn("names-page", "housing", Role.CHECKER);
    }

    private MvcTestResult upload(byte[] file, String purpose) {
        var body = new ByteArrayOutputStream();
        var field = "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
        body.writeBytes((field.formatted("matter", "construction-bidding")
                        + field.formatted("purpose", purpose)
                        + field.formatted("reference", "CZ-LIST-1")
                        + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"names\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return http.post()
                .uri(PAGE)
                .contentType(MediaType.parseMediaType("multipart/form-data; boundary=b"))
                .content(body.toByteArray())
                .with(officer)
                .with(csrf().asHeader())
                .exchange();
    }

    private static byte[] csv(String... rows) {
        return ("统一社会信用代码,名称\r\n" + String.join("\r\n", rows)).getBytes(StandardCharsets.UTF_8);
    }

    private long logged() {
        return jdbc.sql("select count(*) from jointaction.check_log where actor = 'names-page'")
                .query(Long.class)
                .single();
    }

    @Test
    void everyRowIsACheckInTheLogAndTheResultHasOneNumber() throws IOException {
        var person = Synthetic.citizen(LocalDate.of(1980, 1, 2), 501);
        long before = logged();
        var sent = upload(
                csv(
                        Synthetic.organisation(2_901) + ",常州虚构名单有限公司",
                        Synthetic.organisation(2_902) + ",",
                        Synthetic.soleTrader(2_903) + ",李四小吃店",
                        person + ",王小五",
                        "91320499MAXH00002X,抄错的公司"),
                "评标资格审查");

        assertThat(sent).hasStatus3xxRedirection();
        var result = String.valueOf(sent.getResponse().getRedirectedUrl());
        assertThat(logged() - before).isEqualTo(2);
        assertThat(http.get().uri(result).with(officer))
                .hasStatusOk()
                .bodyText()
                .contains("CZ-2026-L00", "5 行：有提示 0，没有提示 0，未识别 2，未核查 3", Synthetic.organisation(2_901), "批量核查只限")
                .doesNotContain(person, "王小五", Synthetic.soleTrader(2_903), "李四小吃店", "??");

        var pdf = http.get().uri(result + "/slips.pdf").with(officer).exchange();
        assertThat(pdf).hasStatusOk().hasContentType("application/pdf");
        try (var document = Loader.loadPDF(pdf.getResponse().getContentAsByteArray())) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
            var text = new PDFTextStripper().getText(document);
            assertThat(text).contains(Synthetic.organisation(2_901)).doesNotContain(person);
        }
        assertThat(http.get().uri(result).with(callers.signedIn("names-tax", "tax", Role.CHECKER)))
                .hasStatus(404);
    }

    @Test
    void theSlipsComeAsAnArchive() throws IOException {
        var sent = upload(csv(Synthetic.organisation(2_904) + ",甲", Synthetic.organisation(2_905) + ",乙"), "评标");
        var result = String.valueOf(sent.getResponse().getRedirectedUrl());

        var zip = http.get().uri(result + "/slips.zip").with(officer).exchange();
        var names = new ArrayList<String>();
        try (var entries =
                new ZipInputStream(new ByteArrayInputStream(zip.getResponse().getContentAsByteArray()))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                names.add(entry.getName());
                assertThat(entries.readNBytes(5))
                        .asString(StandardCharsets.US_ASCII)
                        .isEqualTo("%PDF-");
            }
        }
        assertThat(names).hasSize(2).allMatch(name -> name.matches("CZ-2026-\\d{6}\\.pdf"));
    }

    @Test
    void aWorkbookIsTakenTooAndItsSheetMayHaveOtherColumns() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", null)) {
            var sheet = workbook.newWorksheet("名单");
            sheet.value(0, 0, "序号");
            sheet.value(0, 1, "企业名称");
            sheet.value(0, 2, "统一社会信用代码");
            sheet.value(1, 0, 1);
            sheet.value(1, 1, "常州虚构名单有限公司");
            sheet.value(1, 2, Synthetic.organisation(2_906));
        }

        assertThat(upload(out.toByteArray(), "评标")).hasStatus3xxRedirection();
    }

    @Test
    void whatCannotBeReadIsRefusedWithASentence() {
        assertThat(upload("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), "评标"))
                .hasStatusOk()
                .bodyText()
                .contains("不是 CSV 或 XLSX")
                .doesNotContain("??");
        assertThat(upload(csv(), "评标")).bodyText().contains("文件是空的");
        assertThat(upload(csv(Synthetic.organisation(2_907) + ",甲"), " "))
                .bodyText()
                .contains("缺少必填内容");
        var many = IntStream.rangeClosed(1, 501)
                .mapToObj(_ -> Synthetic.organisation(2_908) + ",甲")
                .collect(Collectors.joining("\r\n"));
        long before = logged();
        assertThat(upload(csv(many), "评标")).bodyText().contains("一次最多 500 行");
        assertThat(logged()).isEqualTo(before);
    }

    @Test
    void theFormTellsHowManyAndOffersATemplate() {
        assertThat(http.get().uri(PAGE).with(officer))
                .hasStatusOk()
                .bodyText()
                .contains("500", PAGE + "/template.csv", "工程建设招标投标")
                .doesNotContain("??");
        assertThat(http.get().uri(PAGE + "/template.csv").with(officer))
                .bodyText()
                .contains("统一社会信用代码,名称");
    }

    @Test
    void olderDataThanTheCityWantsIsSaid() {
        // Sixty days after the newest fact: other tests may have written some in a later year.
        clock.set(LocalDate.ofInstant(order.head().moment(), ZoneId.of("Asia/Shanghai"))
                .plusDays(60));

        assertThat(http.get().uri(PAGE).with(officer)).bodyText().contains("平台最新的数据已是");
        assertThat(http.get().uri("/console/check").with(officer)).bodyText().contains("平台最新的数据已是");
        clock.set(SettableClock.START);
    }
}
