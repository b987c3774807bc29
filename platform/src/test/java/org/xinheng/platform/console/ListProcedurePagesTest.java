package org.xinheng.platform.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xinheng.kernel.identifier.IdType;
import org.xinheng.platform.Browser;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.listing.CrossCheck;
import org.xinheng.platform.listing.Determining;
import org.xinheng.platform.listing.FixtureLists;
import org.xinheng.platform.listing.GiveNotice;
import org.xinheng.platform.listing.Listings;
import org.xinheng.platform.listing.ProposeDetermination;
import org.xinheng.platform.record.RecordHolders;
import org.xinheng.platform.record.SuspendRecord;
import org.xinheng.platform.shared.DeterminationId;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;

/** The pages of the procedures that only some lists ask for. */
@PlatformTest
class ListProcedurePagesTest {

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

    @Autowired
    Order order;

    Determining determining;

    @BeforeEach
    void begin() {
        FixtureLists.release(context);
        determining = new Determining(context);
    }

    private RequestPostProcessor proposer() {
        return callers.signedIn("determiner-li", "market-regulator", Role.DETERMINER, Role.DECIDER);
    }

    private RequestPostProcessor reviewer() {
        return callers.signedIn("reviewer-wang", "market-regulator", Role.LEGAL_REVIEWER);
    }

    private RequestPostProcessor decider() {
        return callers.signedIn("decider-zhao", "market-regulator", Role.DECIDER);
    }

    private DeterminationId noticed(ListId list, SubjectId subject) {
        var id = context.getBean(ProposeDetermination.class)
                .propose(subject, list, List.of(determining.penalty(subject)), "虚构的严重情节", Determining.PROPOSER);
        context.getBean(CrossCheck.class).check(id, Determining.PROPOSER);
        context.getBean(GiveNotice.class).prior(id, order.today(), "拟列入", Determining.PROPOSER);
        return id;
    }

    @Test
    void theRulesOfAListAreConsultedOnAndPublishedFromItsPage() {
        var list = "/console/lists/" + FixtureLists.CONSULTED_ON_PAGES;
        assertThat(browser.page(list, proposer())).bodyText().contains("任何人都不能列入", "name=\"text\"", "<svg");
        var opened = browser.post(list + "/rules", proposer(), "text", "草案见门户");
        var page = Objects.requireNonNull(opened.getResponse().getRedirectedUrl());
        assertThat(browser.page(page, proposer())).bodyText().contains("正在征求意见", "草案见门户", "2027-01-18");
        assertThat(http.get().uri("/lists/notices"))
                .as("everybody can read it")
                .hasStatusOk()
                .bodyText()
                .contains("草案见门户", "2027-01-18")
                .doesNotContain("??");

        assertThat(browser.post(page + "/close", proposer(), "text", "没有意见")).hasStatus(422);
        assertThat(browser.post(page + "/comment", proposer(), "day", "2027-01-04", "text", "太严", "answer", "已修改"))
                .hasStatus3xxRedirection();
        clock.set(LocalDate.parse("2027-01-19"));
        assertThat(browser.post(page + "/close", proposer(), "text", "一条意见，已采纳"))
                .hasStatus3xxRedirection();
        assertThat(browser.page(page, proposer())).bodyText().contains("须由另一位同事公布");
        assertThat(browser.page(page, decider())).bodyText().contains("name=\"number\"");
        assertThat(browser.post(page + "/publish", decider(), "number", "常市监规〔2027〕2号", "text", "信用常州"))
                .hasStatus3xxRedirection();
        assertThat(browser.page(list, proposer())).bodyText().contains("已公布").doesNotContain("任何人都不能列入");
    }

    @Test
    void aHearingIsAskedForCalledAndHeldOnThePage() {
        var company = determining.company(3801);
        var page = "/console/determinations/" + noticed(FixtureLists.HEARD, company);
        assertThat(browser.page(page, proposer())).bodyText().contains("/REQUEST_HEARING", "2027-01-11（含）前可以申请听证");

        assertThat(browser.post(page + "/REQUEST_HEARING", proposer(), "day", "2027-01-04", "text", "申请听证"))
                .hasStatus3xxRedirection();
        assertThat(browser.post(
                        page + "/CALL_HEARING",
                        proposer(),
                        "day",
                        "2027-01-04",
                        "heldOn",
                        "2027-01-05",
                        "text",
                        "虚构会议室"))
                .hasStatus(422)
                .bodyText()
                .contains("听证不能这样早举行", "虚构会议室");
        browser.post(page + "/CALL_HEARING", proposer(), "day", "2027-01-04", "heldOn", "2027-01-13", "text", "虚构会议室");
        clock.set(LocalDate.parse("2027-01-13"));
        assertThat(browser.post(page + "/HOLD_HEARING", reviewer(), "day", "2027-01-13", "text", "笔录"))
                .hasStatus3xxRedirection();
        assertThat(browser.page(page, reviewer())).bodyText().contains("● 已听证", "听证笔录", "/REVIEW");
    }

    @Test
    void aPersonIsProposedWithTheOrganisationAndWhatIsTypedOfThemDoesNotComeBack() {
        var company = determining.company(3802);
        var page = "/console/determinations/" + noticed(FixtureLists.HEARD, company);
        var minor = Synthetic.citizen(LocalDate.parse("2010-06-01"), 802);
        assertThat(browser.post(
                        page + "/persons",
                        proposer(),
                        "as",
                        "PRINCIPAL",
                        "idType",
                        IdType.CITIZEN_ID.name(),
                        "number",
                        minor,
                        "name",
                        "虚构少年",
                        "facts",
                        "主管"))
                .hasStatus(422)
                .bodyText()
                .contains("未满十八周岁")
                .doesNotContain(minor, "虚构少年");
        var adult = Synthetic.citizen(LocalDate.parse("1980-06-01"), 803);
        var proposed = browser.post(
                page + "/persons",
                proposer(),
                "as",
                "PRINCIPAL",
                "idType",
                IdType.CITIZEN_ID.name(),
                "number",
                adult,
                "name",
                "钱虚构人",
                "facts",
                "主管");
        var address = Objects.requireNonNull(proposed.getResponse().getRedirectedUrl());
        assertThat(address).doesNotContain(adult);
        assertThat(browser.page(address, proposer()))
                .bodyText()
                .contains("常州虚构3802号贸易有限公司", "主要负责人")
                .doesNotContain(adult, "钱虚构人");
        assertThat(browser.page(page, proposer())).bodyText().contains("主要负责人", address);
    }

    @Test
    void candidatesAreProposedWithTheRecordsThatSpeakForThem() {
        var company = determining.company(3803);
        determining.honours(company, 2);
        var holders = context.getBean(RecordHolders.class);
        assertThat(holders.of(new org.xinheng.platform.shared.ItemId("honour"), 2, null, order.now(), null, 500))
                .contains(company);
        var address = "/console/lists/" + FixtureLists.FOUND + "/candidates";
        var page = browser.page(address, proposer());
        for (int i = 0; i < 30 && !body(page).contains("常州虚构3803号"); i++) {
            page = browser.page(next(body(page)), proposer());
        }
        assertThat(page).bodyText().contains("常州虚构3803号贸易有限公司", "至少 2 条", "name=\"record\"");
        assertThat(browser.post(
                        "/console/determinations/new",
                        proposer(),
                        "list",
                        FixtureLists.FOUND.value(),
                        "code",
                        Synthetic.organisation(3803)))
                .hasStatusOk();
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String next(String body) {
        var found = java.util.regex.Pattern.compile("href=\"([^\"]*candidates\\?after=[^\"]*)\"")
                .matcher(body);
        assertThat(found.find()).as("another page").isTrue();
        return found.group(1);
    }

    @Test
    void aPublicNoticeShowsOrganisationsAndIsDeclinedOnThePage() {
        var company = determining.company(3804);
        var id = context.getBean(ProposeDetermination.class)
                .propose(company, FixtureLists.FOUND, List.of(), "连续守信", Determining.PROPOSER);
        context.getBean(CrossCheck.class).check(id, Determining.PROPOSER);
        context.getBean(GiveNotice.class).inPublic(id, Determining.PROPOSER);

        assertThat(browser.page("/console/lists/notices", proposer()))
                .bodyText()
                .contains("常州虚构3804号贸易有限公司", "2027-01-11");
        assertThat(http.get().uri("/lists/notices")).hasStatusOk().bodyText().contains("常州虚构3804号贸易有限公司");
        var page = "/console/determinations/" + id;
        assertThat(browser.page(page, proposer())).bodyText().contains("/ANSWER_OBJECTION", "/DECLINE", "至 2027-01-11");
        assertThat(browser.post(page + "/DECLINE", proposer(), "text", "不需要")).hasStatus3xxRedirection();
        assertThat(browser.page(page, proposer())).bodyText().contains("● 当事人不接受");
        assertThat(http.get().uri("/lists/notices")).bodyText().doesNotContain("常州虚构3804号贸易有限公司");
    }

    @Test
    void anEarlyExitIsAskedForOnThePageOfTheListing() {
        var company = determining.company(3805);
        determining.upTo(org.xinheng.platform.listing.DeterminationState.SERVED, company, determining.penalty(company));
        var listing = context.getBean(Listings.class)
                .inForce(company, order.now())
                .getFirst()
                .id();
        var page = "/console/listings/" + listing;
        clock.set(FixtureLists.DAY.plusYears(1));
        assertThat(browser.page(page, proposer()))
                .bodyText()
                .contains("name=\"application\"")
                .doesNotContain("org.thymeleaf");
        assertThat(browser.post(page + "/ending", proposer(), "state", "ENDED", "reason", "已履行"))
                .hasStatus(422)
                .bodyText()
                .contains("须有当事人的书面申请");
        assertThat(browser.post(
                        page + "/ending",
                        proposer(),
                        "state",
                        "ENDED",
                        "reason",
                        "已履行",
                        "application",
                        "请求移出",
                        "receivedOn",
                        "2028-01-04"))
                .hasStatus3xxRedirection();
        assertThat(browser.page(page, decider())).bodyText().contains("请求移出", "name=\"granted\"");
        assertThat(browser.post(page + "/ending/decision", decider(), "granted", "true", "reason", "同意"))
                .hasStatus3xxRedirection();
        assertThat(browser.page(page, proposer())).bodyText().contains("不在效力期内");
    }

    /** Its id stands in every prompt: whoever keeps it must not learn by it that somebody objected or was once listed. */
    @Test
    void whatIsContestedOrEndedIsNoLongerThereForOtherDepartments() {
        var company = determining.company(3806);
        var penalty = determining.penalty(company);
        determining.upTo(org.xinheng.platform.listing.DeterminationState.SERVED, company, penalty);
        var listing = context.getBean(Listings.class)
                .inForce(company, order.now())
                .getFirst()
                .id();
        var page = "/console/listings/" + listing;
        var other = callers.signedIn("listing-reader", "tax", Role.DETERMINER);
        assertThat(browser.page(page, other)).bodyText().contains("常州虚构3806号贸易有限公司");

        var suspend = context.getBean(SuspendRecord.class);
        suspend.suspend(penalty, Determining.PROPOSER);
        assertThat(http.get().uri(page).with(other).exchange()).hasStatus(404);
        assertThat(browser.page("/console/lists/market-regulation-serious", other))
                .bodyText()
                .doesNotContain("常州虚构3806号贸易有限公司");
        assertThat(browser.page(page, proposer())).bodyText().contains("常州虚构3806号贸易有限公司");

        suspend.resume(penalty, Determining.PROPOSER);
        assertThat(browser.page(page, other)).hasStatusOk();
        clock.set(FixtureLists.DAY.plusYears(4));
        assertThat(http.get().uri(page).with(other).exchange()).hasStatus(404);
        assertThat(browser.page(page, proposer())).bodyText().contains("不在效力期内");
    }
}
