package org.xinheng.platform.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.xinheng.kernel.pack.Document;
import org.xinheng.kernel.pack.Label;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.packs.NextRelease;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.packs.ReleasePack;
import org.xinheng.platform.shared.Role;

/** In the database of those who look at later years: no other test reads the rules this one releases. */
@PlatformTest
@TestPropertySource(
        properties = {
            "xinheng.retention.look-minutes=200000",
            "spring.datasource.hikari.minimum-idle=1",
            "spring.datasource.hikari.idle-timeout=10000"
        })
class RuleBookPagesTest {

    @Autowired
    Callers callers;

    @Autowired
    MockMvcTester http;

    @Autowired
    Packs packs;

    @Autowired
    ReleasePack release;

    @Autowired
    SettableClock clock;

    @ParameterizedTest
    @CsvSource({
        "/console/rules/behaviours, 产品质量领域严重违法, 可能列入名单",
        "/console/rules/memoranda, 对失信被执行人实施联合惩戒的合作备忘录, 自然人",
        "/console/rules/items, 国家企业信用信息公示系统：决定后 20 个工作日内, 信用网站：决定后 7 个工作日内",
        "/console/rules/matters, 权力事项编码, 文件没有公布编码",
        "/rules/behaviours, 产品质量领域严重违法, 休眠",
        "/rules/memoranda, 对失信被执行人实施联合惩戒的合作备忘录, 对象类别",
        "/rules/items, 江苏省, 本市只作同步展示"
    })
    void theRulesAreThereToRead(String page, String one, String other) {
        var officer = callers.signedIn("rule-book-reader", "housing", Role.CHECKER);
        for (var language : List.of("zh-CN", "en")) {
            var asked = http.get().uri(page).header("Accept-Language", language);
            var answer = page.startsWith("/console") ? asked.with(officer).exchange() : asked.exchange();
            assertThat(answer).hasStatusOk().bodyText().contains("<h1").doesNotContain("??");
            if (language.equals("zh-CN")) {
                assertThat(answer).bodyText().contains(one, other);
            }
        }
    }

    @Test
    void everyBehaviourAndMemorandumOfTheRulesHasItsPlace() {
        var behaviours = http.get().uri("/rules/behaviours").exchange();
        assertThat(behaviours)
                .bodyText()
                .contains(packs.today().behaviours().keySet().stream()
                        .map(id -> "id=\"" + id + "\"")
                        .toList());
        assertThat(http.get().uri("/rules/memoranda").exchange())
                .bodyText()
                .contains(packs.today().memoranda().keySet().stream()
                        .map(id -> "id=\"" + id + "\"")
                        .toList());
    }

    @Test
    void aRuleFromTheProvinceFlagsTheOneTheCityMadeByItself() {
        var officer = callers.signedIn("rule-book-office", "credit-office", Role.CREDIT_OFFICE);
        assertThat(http.get().uri("/console/lists/integrity-models").with(officer))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("应当替换");
        var day = SettableClock.START.plusDays(40);
        var now = packs.today();
        NextRelease.after(now, "2027.province", day)
                .documents(withRuleOfTheProvince(now.documents()))
                .activate(release);

        clock.set(day);

        assertThat(http.get().uri("/console/lists/integrity-models").with(officer))
                .hasStatusOk()
                .bodyText()
                .contains("虚构的全省诚信典型认定办法", "本市自行制定的规则应当替换", "2020-12-31", "率先实施");
        assertThat(http.get().uri("/lists/a-grade-taxpayers"))
                .hasStatusOk()
                .bodyText()
                .contains("率先实施");
        clock.set(SettableClock.START);
    }

    /** A fictional rule of the province, and the plan of a city that wants some fields first. */
    private static SequencedMap<String, Document> withRuleOfTheProvince(SequencedMap<String, Document> now) {
        var documents = new LinkedHashMap<>(now);
        var any = now.get("changzhou-joint-measures-2018");
        documents.put(
                "fictional-provincial-rule",
                document(
                        any,
                        "fictional-provincial-rule",
                        "虚构的全省诚信典型认定办法",
                        "320000",
                        List.of("integrity-models"),
                        null));
        documents.put(
                "fictional-plan",
                document(
                        any,
                        "fictional-plan",
                        "虚构的实施方案",
                        "320400",
                        List.of(),
                        new Document.Pilot(
                                List.of("integrity-models", "a-grade-taxpayers"),
                                "第15项",
                                LocalDate.parse("2020-12-31"))));
        return documents;
    }

    private static Document document(
            @Nullable Document like,
            String id,
            String title,
            String territory,
            List<String> rulesFor,
            Document.@Nullable Pilot pilot) {
        Objects.requireNonNull(like);
        return new Document(
                id,
                new Label(title, null),
                null,
                like.issuer(),
                like.level(),
                territory,
                like.inForceFrom(),
                null,
                null,
                null,
                rulesFor,
                pilot,
                title,
                false);
    }
}
