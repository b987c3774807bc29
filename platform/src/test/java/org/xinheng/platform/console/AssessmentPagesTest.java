package org.xinheng.platform.console;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.assessment.FixtureSchemes;
import org.xinheng.platform.shared.Role;

/** A year's assessment on the console's pages, from draft to file. */
@PlatformTest
class AssessmentPagesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester http;

    @Autowired
    Callers callers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private RequestPostProcessor drafter;
    private RequestPostProcessor decider;
    private RequestPostProcessor housing;
    private RequestPostProcessor tax;
    private int year;

    @BeforeEach
    void signIn() {
        year = FixtureSchemes.year(context);
        drafter = callers.signedIn("assessment-pages-a", "credit-office", Role.CREDIT_OFFICE, Role.REPORTER);
        decider = callers.signedIn("assessment-pages-b", "credit-office", Role.CREDIT_OFFICE, Role.DECIDER);
        housing = callers.signedIn("assessment-pages-housing", "housing", Role.REPORTER);
        tax = callers.signedIn("assessment-pages-tax", "tax", Role.REPORTER);
    }

    @Test
    void aYearGoesFromDraftToFile() throws IOException {
        opens("/console/assessments", drafter, "考核方案", "计分规则", "满分");
        var page = draft();
        opens(page, drafter, "重新计算", "送各单位核对", "常州市住房和城乡建设局");
        assertThat(http.get().uri(page).with(housing)).hasStatus(404);
        opens(page + "/agencies/housing", drafter, "加减分", "没有应办事项，不计入");
        post(
                page + "/agencies/housing/adjustments",
                drafter,
                "kind=DEDUCTION&reason=false-reports&points=2.5&why=虚报一次&evidence=笔录");
        opens(page + "/agencies/housing", drafter, "虚报一次", "−2.50");
        post(page + "/steps", drafter, "act=SHOW");

        opens("/console/inbox", housing, "年度考核：请核对本单位的评分");
        opens("/console/assessments", housing, String.valueOf(year));
        assertThat(body(page, housing)).contains("常州市住房和城乡建设局").doesNotContain("国家税务总局", "重新计算");
        opens(page + "/agencies/housing", housing, "提交申辩", "虚报一次", "笔录");
        assertThat(http.get().uri(page + "/agencies/housing").with(tax)).hasStatus(404);
        post(page + "/contests", housing, "kind=DEDUCTION&key=false-reports&reason=系统重复推送，非虚报");
        var contest = jdbc.sql("select id from assessment.contest where assessment_id = :id")
                .param("id", UUID.fromString(page.substring(page.lastIndexOf('/') + 1)))
                .query(UUID.class)
                .single();
        var contested = "/console/assessments/contests/" + contest;
        opens("/console/inbox", decider, contested);
        opens(contested, drafter, "请由另一位同事办理", "系统重复推送，非虚报");
        assertThat(http.get().uri(contested).with(tax)).hasStatus(404);
        opens(contested, decider, "采纳，改为上面的得分");
        post(contested + "/answer", decider, "accepted=true&points=0.5&reason=部分属实");
        opens(contested, housing, "部分属实", "采纳");
        opens(page + "/agencies/housing", housing, "−0.50", "因申辩更正");

        clock.set(FixtureSchemes.DAY.plusDays(14));
        post(page + "/steps", decider, "act=DECIDE");
        post(page + "/steps", drafter, "act=PUBLISH");
        opens(page, tax, "各单位得分", "常州市住房和城乡建设局");
        post(page + "/steps", drafter, "act=CLOSE");
        opens(page, drafter, "摘要（SHA-256）", "验证", "重新开启为新的一版");
        assertThat(http.post().uri(page + "/verification").with(csrf()).with(decider))
                .hasStatusOk()
                .bodyText()
                .contains("验证通过", "完整")
                .doesNotContain("??");

        assertThat(http.get().uri(page + "/assessment.json").with(drafter))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.state", state -> assertThat(state).asString().isEqualTo("CLOSED"))
                .hasPathSatisfying(
                        "$.digest", digest -> assertThat(digest).asString().hasSize(64))
                .hasPathSatisfying(
                        "$.agencies[?(@.agency=='housing')].deducted",
                        deducted -> assertThat(deducted).asArray().containsExactly("0.50"));
        assertThat(sheet(page + "/assessment.xlsx", drafter, 0).getFirst().getCellText(5))
                .isEqualTo("总分");
        assertThat(sheet(page + "/assessment.xlsx", drafter, 1))
                .anySatisfy(row -> assertThat(row.getCellText(11)).isEqualTo("部分属实"));
        assertThat(sheet(page + "/assessment.xlsx", tax, 0)).as("its own alone").hasSize(2);
        post(page + "/reopening", decider, "reason=复核发现错误");
        opens("/console/assessments", drafter, "起草", "已归档");
    }

    @Test
    void whatMayNotBeDoneIsRefusedOnAPage() {
        var page = draft();

        assertThat(submit("/console/assessments", drafter, "year=" + year)).hasStatus(409);
        assertThat(submit("/console/assessments", housing, "year=2026")).hasStatus(403);
        assertThat(submit(page + "/steps", decider, "act=DECIDE")).hasStatus(409);
        assertThat(submit(page + "/steps", housing, "act=SHOW")).hasStatus(403);
        assertThat(submit(
                        page + "/agencies/housing/adjustments",
                        drafter,
                        "kind=BONUS&reason=pilot-completed&points=9&why=a&evidence=b"))
                .hasStatus(400);
    }

    @Test
    void everyPageStandsInEnglishToo() {
        var page = draft();
        post(page + "/steps", drafter, "act=SHOW");
        post(page + "/contests", housing, "kind=INDICATOR&key=timely-rows&reason=fictional");
        var contest = jdbc.sql("select max(id::text) from assessment.contest")
                .query(String.class)
                .single();
        for (var address : List.of(
                "/console/assessments", page, page + "/agencies/housing", "/console/assessments/contests/" + contest)) {
            assertThat(http.get().uri(address).header("Accept-Language", "en").with(decider))
                    .as(address)
                    .hasStatusOk()
                    .bodyText()
                    .contains("<h1")
                    .doesNotContain("??");
        }
    }

    private String draft() {
        return requireNonNull(post("/console/assessments", drafter, "year=" + year)
                .getResponse()
                .getRedirectedUrl());
    }

    private void opens(String page, RequestPostProcessor who, String... words) {
        assertThat(body(page, who)).contains(words).doesNotContain("??");
    }

    private String body(String page, RequestPostProcessor who) {
        var answer = http.get().uri(page).with(who).exchange();
        assertThat(answer).hasStatusOk();
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult post(String address, RequestPostProcessor who, String form) {
        var answer = submit(address, who, form);
        assertThat(answer).hasStatus3xxRedirection();
        return answer;
    }

    private MvcTestResult submit(String address, RequestPostProcessor who, String form) {
        var request = http.post().uri(address).with(csrf()).with(who);
        for (var field : form.split("&")) {
            int at = field.indexOf('=');
            request = request.param(field.substring(0, at), field.substring(at + 1));
        }
        return request.exchange();
    }

    private List<Row> sheet(String file, RequestPostProcessor who, int number) throws IOException {
        var bytes = http.get().uri(file).with(who).exchange().getResponse().getContentAsByteArray();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            return workbook.getSheet(number).orElseThrow().read();
        }
    }
}
