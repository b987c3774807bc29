package org.xinheng.platform.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xinheng.platform.Browser;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.disclosure.QueryLog;
import org.xinheng.platform.listing.Determining;
import org.xinheng.platform.shared.Role;

@PlatformTest
class AmendmentPagesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester http;

    @Autowired
    Browser browser;

    @Autowired
    Callers callers;

    @Autowired
    SettableClock clock;

    Determining determining;

    @BeforeEach
    void begin() {
        clock.set(SettableClock.START);
        determining = new Determining(context);
    }

    private RequestPostProcessor clerk() {
        return callers.signedIn("credit-clerk", "credit-office", Role.CREDIT_OFFICE);
    }

    private RequestPostProcessor head() {
        return callers.signedIn("credit-head", "credit-office", Role.CREDIT_OFFICE);
    }

    @Test
    void aRenameIsProposedByOneDecidedByAnotherAndShownInTheFile() {
        var company = determining.company(3811);
        var form = "/console/subjects/" + company + "/amendments";
        assertThat(browser.page(form, clerk()))
                .bodyText()
                .contains("变更名称", "变更统一社会信用代码", "与另一主体合并")
                .doesNotContain("个体工商户转为企业", "撤销合并");
        assertThat(browser.post(
                        form, clerk(), "kind", "RENAMED", "name", "常州虚构更名有限公司", "day", "2026-11-20", "ground", ""))
                .hasStatus(422)
                .bodyText()
                .contains("请写明变更内容");
        var proposed = browser.post(
                form, clerk(), "kind", "RENAMED", "name", "常州虚构更名有限公司", "day", "2026-11-20", "ground", "准予变更通知书");
        var page = Objects.requireNonNull(proposed.getResponse().getRedirectedUrl());
        assertThat(browser.page(page, clerk())).bodyText().contains("须由另一位同事决定").doesNotContain("name=\"granted\"");
        assertThat(browser.post(page + "/decision", clerk(), "granted", "true")).hasStatus(422);
        assertThat(browser.page("/console/subjects/amendments", head()))
                .bodyText()
                .contains(page);
        assertThat(browser.page("/console/inbox", head())).bodyText().contains("主体变更：决定", page);

        assertThat(browser.page(page, head())).bodyText().contains("name=\"granted\"", "常州虚构更名有限公司");
        assertThat(browser.post(page + "/decision", head(), "granted", "true")).hasStatus3xxRedirection();
        assertThat(browser.page("/console/subjects/" + company, clerk()))
                .bodyText()
                .contains("常州虚构更名有限公司", "常州虚构3811号贸易有限公司", "变更名称");
    }

    @Test
    void mergedSubjectsPointToEachOther() {
        var one = determining.company(3812);
        var other = determining.company(3813);
        var proposed = browser.post(
                "/console/subjects/" + one + "/amendments",
                clerk(),
                "kind",
                "MERGED",
                "code",
                Synthetic.organisation(3813),
                "ground",
                "同一登记档案");
        var page = Objects.requireNonNull(proposed.getResponse().getRedirectedUrl());
        assertThat(browser.page(page, head())).bodyText().contains("常州虚构3812号", "常州虚构3813号");
        browser.post(page + "/decision", head(), "granted", "true");

        assertThat(browser.page("/console/subjects/" + one, clerk()))
                .bodyText()
                .contains("两者的信息一并显示", "/console/subjects/" + other);
        assertThat(browser.page("/console/subjects/" + one + "/amendments", clerk()))
                .bodyText()
                .contains("撤销合并");
    }

    @Test
    void changesAreForTheCreditOfficeAlone() {
        var company = determining.company(3814);
        var determiner = callers.signedIn("determiner-amends", "market-regulator", Role.DETERMINER);

        var county = callers.signedIn("county-amends", "district-credit-office", Role.CREDIT_OFFICE);

        assertThat(http.get().uri("/console/subjects/amendments").with(determiner))
                .hasStatus(403);
        assertThat(browser.post("/console/subjects/" + company + "/amendments", county, "kind", "SPLIT", "ground", "x"))
                .as("a company is the whole city's")
                .hasStatus(403);
        assertThat(http.get()
                        .uri("/console/subjects/" + company + "/amendments")
                        .with(determiner))
                .hasStatus(403);
        assertThat(browser.post(
                        "/console/subjects/" + company + "/amendments", determiner, "kind", "SPLIT", "ground", "x"))
                .hasStatus(403);
    }

    @Test
    void withoutAPopulationRegisterThePageSaysSoAndHasNoForm() {
        assertThat(browser.page("/console/subjects/identity", clerk()))
                .bodyText()
                .contains("没有接入人口库")
                .doesNotContain("name=\"number\"");
    }

    @Test
    void askingForAPersonToMergeWithIsLoggedLikeEveryQuestionAboutThem() {
        var birth = LocalDate.parse("1985-03-04");
        var one = determining.person(birth, 815);
        var other = determining.person(birth, 816);
        var proposed = browser.post(
                "/console/subjects/" + one + "/amendments",
                clerk(),
                "kind",
                "MERGED",
                "idType",
                "CITIZEN_ID",
                "number",
                Synthetic.citizen(birth, 816),
                "name",
                "张虚构",
                "ground",
                "公安机关证明（虚构）第9号");

        assertThat(proposed).hasStatus3xxRedirection();
        assertThat(context.getBean(QueryLog.class).of(other))
                .anyMatch(query -> query.purpose().equals("主体变更"));
    }
}
