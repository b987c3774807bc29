package org.xinheng.platform.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.disclosure.Kept;

@PlatformTest
class PortalPagesTest {

    @Autowired
    MockMvcTester http;

    @Autowired
    Kept kept;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void setClock() {
        clock.set(SettableClock.START);
    }

    @Test
    void theHomePageBeginsWithTheSearchAndCountsTheLists() {
        assertThat(http.get().uri("/"))
                .hasStatusOk()
                .bodyText()
                .contains("信用常州", "role=\"search\"", "市场监督管理严重违法失信名单", "/lists/a-grade-taxpayers")
                .doesNotContain("??", "noindex");
    }

    @Test
    void anOrganisationIsFoundByItsNameAndByItsCode() {
        var subject = kept.organisation("云栖寻找试验有限公司");
        for (var words : new String[] {"云栖寻找试验", subject.code()}) {
            assertThat(http.get().uri("/search").param("q", words))
                    .hasStatusOk()
                    .bodyText()
                    .contains("云栖寻找试验有限公司", "/subjects/" + subject.code());
        }
    }

    @Test
    void aNumberOfAPersonIsRefusedAndNotRepeated() {
        var number = Synthetic.citizen(LocalDate.parse("1990-01-01"), 7);
        assertThat(http.get().uri("/search").param("q", number))
                .hasStatus(400)
                .bodyText()
                .contains("这里不能用证件号码查询个人")
                .doesNotContain(number);
    }

    @Test
    void nothingFoundIsNotGoodCredit() {
        assertThat(http.get().uri("/search").param("q", "没有这个名字的公司"))
                .hasStatusOk()
                .bodyText()
                .contains("没有找到不代表该组织不存在");
    }

    @Test
    void aSubjectPageSaysWhoDecidedUntilWhenAndWhatToDo() {
        var subject = kept.organisation("云栖页面试验有限公司");
        kept.penalty(subject, "云市监罚〔2026〕900号", true, Map.of("penaltyContent", "罚款二万元"));
        kept.listing(subject, Kept.SERIOUS, Kept.DECIDED);

        assertThat(http.get().uri("/subjects/" + subject.code()))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "云市监罚〔2026〕900号",
                        "罚款二万元",
                        "2027-05-31",
                        "市场监督管理严重违法失信名单",
                        "2029-05-31",
                        "依法限制参与工程建设招标投标",
                        "行政复议",
                        "没有展示不代表没有")
                .doesNotContain("信用良好", "??");
    }

    @Test
    void whatIsNotOpenStandsNowhere() {
        var subject = kept.organisation("云栖不公开试验有限公司");
        kept.penalty(subject, "云市监罚〔2026〕901号", false, Map.of());
        assertThat(http.get().uri("/subjects/" + subject.code()))
                .hasStatusOk()
                .bodyText()
                .contains("目前没有可以公开的内容")
                .doesNotContain("901号");
    }

    @Test
    void aSoleTraderHasNoPage() {
        var trader = kept.soleTrader("云栖小店");
        assertThat(http.get().uri("/subjects/" + trader.code())).hasStatus(404);
    }

    /** Promise 15: no bulk, no index, no cache, no boards. */
    @Test
    void noExposureForItsOwnSake() {
        var subject = kept.organisation("云栖公示试验有限公司");
        kept.listing(subject, Kept.SERIOUS, Kept.DECIDED);
        for (int i = 0; i < 20; i++) {
            kept.listing(kept.organisation("云栖公示试验" + i + "有限公司"), Kept.SERIOUS, Kept.DECIDED);
        }
        for (var address :
                new String[] {"/subjects/" + subject.code(), "/lists/market-regulation-serious", "/search?q=云栖公示试验"}) {
            assertThat(http.get().uri(address))
                    .hasStatusOk()
                    .hasHeader("X-Robots-Tag", "noindex, noarchive")
                    .hasHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .bodyText()
                    .contains("<meta name=\"robots\" content=\"noindex, noarchive\">");
        }
        var first = http.get()
                .uri("/lists/market-regulation-serious")
                .param("size", "1000")
                .exchange();
        assertThat(first).bodyText().satisfies(page -> {
            assertThat(Pattern.compile("href=\"/subjects/").matcher(page).results())
                    .hasSize(20);
            assertThat(page).contains("/lists/market-regulation-serious?after=").doesNotContain("<img", "排名");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/lists", "/measures", "/refusals", "/search", "/lists/a-grade-taxpayers"})
    void everyPageAnswersInBothLanguages(String address) {
        assertThat(http.get().uri(address))
                .hasStatusOk()
                .bodyText()
                .contains("<html lang=\"zh-CN\">")
                .doesNotContain("??");
        assertThat(http.get().uri(address).header("Accept-Language", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("<html lang=\"en\">")
                .doesNotContain("??");
    }

    @Test
    void whatIsRefusedStandsWithItsReason() {
        assertThat(http.get().uri("/refusals")).bodyText().contains("以户籍人口为基础为所有人建库", "《中华人民共和国个人信息保护法》", "第三十四条");
    }

    @Test
    void whatDocumentsWishAndNobodyGetsStandsBesideIt() {
        assertThat(http.get().uri("/refusals")).bodyText().contains("失信行为大数据舆情监测", "严重破坏网络空间传播秩序", "个人交通违法");
    }

    @Test
    void measuresWithEffectStandBeforeThoseOnlyNamed() {
        assertThat(http.get().uri("/measures"))
                .bodyText()
                .satisfies(page -> assertThat(page.indexOf("id=\"public-service-convenience\""))
                        .isPositive()
                        .isLessThan(page.indexOf("id=\"household-housing-priority\"")));
    }

    @Test
    void anUnknownListIsACalmPage() {
        assertThat(http.get().uri("/lists/nope").accept(MediaType.TEXT_HTML))
                .hasStatus(404)
                .bodyText()
                .contains("没有办成")
                .doesNotContain("Exception");
    }
}
