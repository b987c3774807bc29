package org.xinheng.platform.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.SubjectKind;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.record.EndRecord;
import org.xinheng.platform.record.RecordState;
import org.xinheng.platform.record.SuspendRecord;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PlatformTest
class PublicDisclosureTest {

    static final Actor REGULATOR = Callers.officer("market-regulator", "market-regulator", Role.REPORTER);

    @Autowired
    Kept kept;

    @Autowired
    PublicSubjects subjects;

    @Autowired
    PublicLists lists;

    @Autowired
    PublicRules rules;

    @Autowired
    SuspendRecord suspend;

    @Autowired
    EndRecord end;

    @Autowired
    MockMvcTester http;

    @Autowired
    JsonMapper json;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void itIsTheFirstDay() {
        clock.set(SettableClock.START);
    }

    @Test
    void anOrganisationIsFoundByPartOfItsNameAndByItsCode() {
        var mill = kept.organisation("云栖晨露面粉加工有限公司");

        assertThat(subjects.search("晨露面粉")).containsExactly(new PublicSubjects.Found(mill.code(), "云栖晨露面粉加工有限公司"));
        assertThat(subjects.search("露面")).extracting(PublicSubjects.Found::code).contains(mill.code());
        assertThat(subjects.search(" " + mill.code().toLowerCase(java.util.Locale.ROOT)))
                .extracting(PublicSubjects.Found::code)
                .containsExactly(mill.code());
        assertThat(subjects.search("面露晨")).isEmpty();
    }

    @Test
    void soleTradersAndPersonsAreNotFound() {
        var stall = kept.soleTrader("云栖拾光早点铺");

        assertThat(subjects.search("拾光早点")).isEmpty();
        assertThat(subjects.search(stall.code())).isEmpty();
        assertThat(get("/api/v1/public/subjects/" + stall.code())).hasStatus(404);
    }

    @Test
    void whatLooksLikeAnIdNumberIsRefusedWithoutRepeatingIt() {
        for (var number : new String[] {
            Synthetic.citizen(LocalDate.parse("1988-03-04"), 7),
            "320499198803040000",
            "姓名320499198803040017",
            "E12345678"
        }) {
            assertThatExceptionOfType(CreditException.class)
                    .isThrownBy(() -> subjects.search(number))
                    .satisfies(refusal -> {
                        assertThat(refusal.code()).isEqualTo(DisclosureError.SEARCH_BY_ID_NUMBER);
                        assertThat(refusal.getMessage()).doesNotContain("3204").doesNotContain("E123");
                    });
        }
        assertThat(get("/api/v1/public/subjects?q=" + Synthetic.citizen(LocalDate.parse("1988-03-04"), 7)))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("SEARCH_BY_ID_NUMBER");
    }

    @Test
    void aPenaltyStandsOnThePageOnlyWhilePublishedAndInForce() {
        var firm = kept.organisation("云栖白榆建材有限公司");
        kept.penalty(firm, "云市监罚〔2026〕101号", true, Map.of("remarks", "内部备注"));
        kept.penalty(firm, "云市监罚〔2026〕102号", false, Map.of());

        var page = subjects.subject(firm.code());
        assertThat(page.adverse()).isTrue();
        assertThat(page.penalties()).singleElement().satisfies(penalty -> {
            assertThat(penalty.source()).isNotBlank();
            assertThat(penalty.until()).isEqualTo("2027-05-31");
            assertThat(penalty.fields())
                    .extracting(ShownRecord.ShownField::value)
                    .contains("云市监罚〔2026〕101号")
                    .doesNotContain("内部备注");
        });

        clock.set(LocalDate.parse("2027-06-01"));
        assertThat(subjects.subject(firm.code()).penalties()).isEmpty();
    }

    @Test
    void whatIsContestedRepairedOrWithdrawnIsAbsentAlike() {
        var contested = kept.organisation("云栖甲组试验有限公司");
        var repaired = kept.organisation("云栖乙组试验有限公司");
        suspend.suspend(kept.penalty(contested, "云市监罚〔2026〕103号", true, Map.of()), REGULATOR);
        end.end(kept.penalty(repaired, "云市监罚〔2026〕104号", true, Map.of()), RecordState.REPAIRED, REGULATOR);

        assertThat(subjects.subject(contested.code()).penalties()).isEmpty();
        assertThat(subjects.subject(repaired.code()).penalties()).isEmpty();
    }

    @Test
    void aNumberInFreeTextAndTheNameOfARepresentativeAreMasked() {
        var firm = kept.organisation("云栖青禾食品有限公司");
        var number = Synthetic.citizen(LocalDate.parse("1979-05-06"), 11);
        kept.penalty(
                firm,
                "云市监罚〔2026〕105号",
                true,
                Map.of("violationFacts", "经查，当事人" + number + "销售过期食品", "legalRepresentative", "甄试验"));

        var answer = get("/api/v1/public/subjects/" + firm.code());
        assertThat(answer).hasStatusOk();
        assertThat(body(answer).toString())
                .doesNotContain(number)
                .doesNotContain("甄试验")
                .contains("甄*");
    }

    @Test
    void noExposureForItsOwnSake() {
        for (int i = 0; i < PublicLists.PAGE + 3; i++) {
            kept.listing(kept.organisation("云栖编号" + i + "试验有限公司"), Kept.SERIOUS, Kept.DECIDED);
        }

        var codes = new HashSet<String>();
        long announced = announced(Kept.SERIOUS);
        var after = "";
        do {
            var answer =
                    get("/api/v1/public/lists/" + Kept.SERIOUS + "/entries?after=" + after + "&limit=1000&size=1000");
            assertThat(answer)
                    .hasStatusOk()
                    .hasHeader("X-Robots-Tag", "noindex, noarchive")
                    .hasHeader("Cache-Control", "no-store");
            var page = body(answer);
            assertThat(page.get("entries").size()).isBetween(1, PublicLists.PAGE);
            page.get("entries")
                    .forEach(entry -> assertThat(
                                    codes.add(entry.at("/subject/code").asString()))
                            .isTrue());
            after = page.get("next").isNull() ? "" : page.get("next").asString();
        } while (!after.isEmpty());

        assertThat(codes).hasSize((int) announced);
        assertThat(get("/api/v1/public/lists/" + Kept.SERIOUS + "/entries?after=x"))
                .hasStatus(404);
        assertThat(get("/api/v1/public/subjects")).hasStatus(400);
    }

    @Test
    void onlyPublishedPlacesInForceStandOnAList() {
        var shown = kept.organisation("云栖榜示试验有限公司");
        var unpublished = kept.organisation("云栖未示试验有限公司");
        var ended = kept.organisation("云栖已出试验有限公司");
        var trader = kept.soleTrader("云栖渡口小卖部");
        kept.listing(shown, Kept.INCENTIVE, Kept.DECIDED);
        kept.listing(unpublished, Kept.INCENTIVE, null);
        kept.endListing(ended, Kept.INCENTIVE, kept.listing(ended, Kept.INCENTIVE, Kept.DECIDED));
        long before = announced(Kept.INCENTIVE);
        kept.listing(trader, Kept.INCENTIVE, Kept.DECIDED);

        var entries = all(Kept.INCENTIVE);
        assertThat(entries).contains(shown.code()).doesNotContain(unpublished.code(), ended.code(), trader.code());
        assertThat(announced(Kept.INCENTIVE)).isEqualTo(before).isEqualTo(entries.size());
        assertThat(subjects.subject(shown.code()).lists()).singleElement().satisfies(listing -> {
            assertThat(listing.determinedBy()).isEqualTo("云栖市市场监督管理局");
            assertThat(listing.until()).isEqualTo("2029-05-31");
            assertThat(listing.facts()).isNull();
        });
    }

    @Test
    void watchListsAreNotPublic() {
        assertThat(lists.lists()).isNotEmpty().noneMatch(list -> list.kind() == org.xinheng.kernel.pack.ListKind.WATCH);
        assertThatExceptionOfType(CreditException.class).isThrownBy(() -> lists.list(new ListId("no-such-list")));
    }

    @Test
    void governmentBodiesAreSubjectsToo() {
        var bureau = kept.governmentBody("云栖市试验事务局");
        kept.penalty(bureau, "云市监罚〔2026〕106号", true, Map.of());

        assertThat(subjects.search("试验事务局"))
                .extracting(PublicSubjects.Found::code)
                .contains(bureau.code());
        var page = subjects.subject(bureau.code());
        assertThat(page.kind()).isEqualTo(SubjectKind.GOVERNMENT_BODY);
        assertThat(page.penalties()).hasSize(1);
    }

    @Test
    void measuresAndRefusalsAreReadWithStateAndBasis() {
        assertThat(rules.measures())
                .isNotEmpty()
                .allSatisfy(measure -> assertThat(measure.state()).isNotNull());
        assertThat(rules.measures())
                .anySatisfy(measure -> assertThat(measure.basis()).isNotEmpty());
        assertThat(body(get("/api/v1/public/measures")).at("/measures/0/state").asString())
                .isNotBlank();
        assertThat(body(get("/api/v1/public/refusals")).at("/refusals/0/reason").asString())
                .isNotBlank();
    }

    @Test
    void whoAsksTooOftenIsRefusedAndNobodyElse() {
        var answers = IntStream.range(0, 200).mapToObj(_ -> from("203.0.113.7")).toList();

        var refused = answers.stream()
                .filter(answer -> answer.getResponse().getStatus() == 429)
                .toList();
        assertThat(refused)
                .hasSizeBetween(1, 80)
                .allSatisfy(answer ->
                        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("RATE_LIMITED"));
        assertThat(from("203.0.113.8")).hasStatusOk();
    }

    private MvcTestResult from(String address) {
        return http.get().uri("/api/v1/public/refusals").remoteAddress(address).exchange();
    }

    private long announced(ListId list) {
        return lists.list(list).entries();
    }

    private java.util.List<String> all(ListId list) {
        var codes = new java.util.ArrayList<String>();
        String after = null;
        do {
            var page = lists.entries(list, after == null ? null : ListingId.of(after));
            page.entries().forEach(entry -> codes.add(String.valueOf(entry.code())));
            after = page.next();
        } while (after != null);
        return codes;
    }

    private MvcTestResult get(String address) {
        return http.get().uri(address).exchange();
    }

    private JsonNode body(MvcTestResult answer) {
        try {
            return json.readTree(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
