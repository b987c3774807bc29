package org.xinheng.platform.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
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
class ChangeFeedTest {

    private static final Actor REGULATOR = Callers.officer("market-regulator", "market-regulator", Role.REPORTER);
    private static final Actor CREDIT_OFFICE = Callers.officer("credit-office", "credit-office", Role.CREDIT_OFFICE);
    private static final LocalDate BORN = LocalDate.parse("1985-02-03");

    @Autowired
    Kept kept;

    @Autowired
    SuspendRecord suspend;

    @Autowired
    EndRecord end;

    @Autowired
    Withdrawals withdrawals;

    @Autowired
    Ledger ledger;

    @Autowired
    Callers callers;

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
    void tellsARecipientWhatBeganAndItsEndAlikeWhateverTheReason() throws Exception {
        var housing = recipient("feed-housing");
        var from = headOf(housing);
        var contested = kept.organisation("云栖青瓦建筑有限公司");
        var repaired = kept.organisation("云栖白石建筑有限公司");
        var first = kept.penalty(contested, "云市监罚〔2026〕301号", false, Map.of());
        var second = kept.penalty(repaired, "云市监罚〔2026〕302号", false, Map.of());

        assertThat(types(housing, from)).containsExactly("RECORD_PUBLISHED", "RECORD_PUBLISHED");
        suspend.suspend(first, REGULATOR);
        end.end(second, RecordState.REPAIRED, REGULATOR);

        var gone = changes(housing, from).stream()
                .filter(change -> type(change).equals("RECORD_WITHDRAWN"))
                .toList();
        assertThat(gone)
                .extracting(change -> change.at("/reference").asString())
                .containsExactly(first.toString(), second.toString());
        assertThat(gone.getFirst().propertyNames()).isEqualTo(gone.getLast().propertyNames());
        assertThat(gone)
                .allSatisfy(change -> assertThat(change.at("/until").isNull()).isTrue());
        assertThat(gone.getFirst().at("/subject/code").asString()).isEqualTo(contested.code());

        suspend.resume(first, REGULATOR);

        var last = changes(housing, from).getLast();
        assertThat(type(last)).isEqualTo("RECORD_PUBLISHED");
        assertThat(last.at("/reference").asString()).isEqualTo(first.toString());
    }

    @Test
    void whoWasNeverToldReadsNothingOfWhatIsGone() throws Exception {
        var from = headOf(recipient("feed-housing"));
        var firm = kept.organisation("云栖赤松建筑有限公司");
        end.end(kept.penalty(firm, "云市监罚〔2026〕303号", false, Map.of()), RecordState.REPAIRED, REGULATOR);
        var resumed = kept.penalty(firm, "云市监罚〔2026〕304号", false, Map.of());
        suspend.suspend(resumed, REGULATOR);
        suspend.resume(resumed, REGULATOR);

        var newcomer = recipient("feed-newcomer");

        assertThat(changes(newcomer, from)).singleElement().satisfies(change -> {
            assertThat(type(change)).isEqualTo("RECORD_PUBLISHED");
            assertThat(change.at("/reference").asString()).isEqualTo(resumed.toString());
        });
    }

    @Test
    void onlyTheSourceAndTheProvinceAreToldWhy() throws Exception {
        var housing = recipient("feed-housing");
        var source = callers.bearer("feed-regulator", "market-regulator", Set.of(Role.REPORTER), Set.of());
        var province = callers.bearer("feed-province", "province", Set.of(Role.RECIPIENT), Set.of());
        var from = headOf(housing);
        var firm = kept.organisation("云栖碧潭建筑有限公司");
        var record = kept.penalty(firm, "云市监罚〔2026〕305号", false, Map.of());
        for (var caller : List.of(housing, source, province)) {
            assertThat(types(caller, from)).containsExactly("RECORD_PUBLISHED");
        }

        suspend.suspend(record, REGULATOR);
        suspend.resume(record, REGULATOR);

        assertThat(types(housing, from)).containsExactly("RECORD_PUBLISHED", "RECORD_WITHDRAWN", "RECORD_PUBLISHED");
        for (var caller : List.of(source, province)) {
            assertThat(types(caller, from)).containsExactly("RECORD_PUBLISHED", "SUSPENDED", "RESUMED");
        }
    }

    @Test
    void aListingBeginsAndStopsItsEffect() throws Exception {
        var housing = recipient("feed-housing");
        var from = headOf(housing);
        var firm = kept.organisation("云栖紫藤建筑有限公司");
        var listing = kept.listing(firm, Kept.SERIOUS, null);

        assertThat(types(housing, from)).containsExactly("LISTING_ENTERED", "EFFECT_STARTED");

        kept.annulListing(firm, Kept.SERIOUS, listing);

        assertThat(types(housing, from)).containsExactly("EFFECT_STOPPED");
    }

    @Test
    void anOrderGoesOnWhileItsListingIsContestedAndNobodyIsMarked() throws Exception {
        var housing = recipient("feed-housing");
        var province = callers.bearer("feed-province", "province", Set.of(Role.RECIPIENT), Set.of());
        var from = headOf(housing);
        var firm = kept.organisation("云栖苦楝建筑有限公司");
        var record = kept.penalty(firm, "云市监罚〔2026〕313号", false, Map.of());
        var banned = new ListId("procurement-serious");
        var listing = kept.listingOn(firm, banned, record);
        assertThat(types(housing, from)).containsExactly("RECORD_PUBLISHED", "LISTING_ENTERED", "EFFECT_STARTED");
        assertThat(types(province, from)).contains("LISTING_ENTERED", "EFFECT_STARTED");

        suspend.suspend(record, REGULATOR);

        assertThat(ofListing(housing, from, listing))
                .containsExactly("LISTING_ENTERED", "EFFECT_STARTED", "EFFECT_STOPPED", "EFFECT_STARTED");
        assertThat(ofListing(province, from, listing))
                .containsExactly("LISTING_ENTERED", "EFFECT_STARTED", "SUSPENDED", "EFFECT_STOPPED", "EFFECT_STARTED");
        // A newcomer finds it as if nothing had happened, and the file agrees with the feed.
        assertThat(snapshot(recipient("feed-late")))
                .filteredOn(change -> change.at("/reference").asString().equals(listing.toString()))
                .extracting(ChangeFeedTest::type)
                .containsExactly("LISTING_ENTERED");
        var file = get(housing, "/api/v1/subjects/" + firm.code() + "/file");
        assertThat(file.at("/listings")).singleElement().satisfies(shown -> {
            assertThat(shown.at("/list").asString()).isEqualTo(banned.value());
            assertThat(shown.at("/suspended").asBoolean()).isFalse();
        });

        suspend.resume(record, REGULATOR);

        assertThat(ofListing(housing, from, listing))
                .endsWith("EFFECT_STOPPED", "EFFECT_STARTED", "EFFECT_STOPPED", "EFFECT_STARTED");
        end.end(record, RecordState.ANNULLED, REGULATOR);
        assertThat(ofListing(housing, from, listing)).endsWith("EFFECT_STOPPED");
    }

    private List<String> ofListing(String bearer, String from, ListingId listing) throws Exception {
        return changes(bearer, from).stream()
                .filter(change -> change.at("/reference").asString().equals(listing.toString()))
                .map(ChangeFeedTest::type)
                .toList();
    }

    @Test
    void whatSpeaksAgainstOthersGoesUnaskedToRegisteredRecipientsAlone() throws Exception {
        var approval = callers.bearer("feed-approval", "approval", Set.of(Role.CHECKER), Set.of());
        var from = headOf(recipient("feed-housing"));
        var firm = kept.organisation("云栖墨竹建筑有限公司");
        kept.penalty(firm, "云市监罚〔2026〕306号", true, Map.of());
        kept.listing(firm, Kept.SERIOUS, Kept.DECIDED);
        kept.listing(firm, Kept.INCENTIVE, Kept.DECIDED);

        assertThat(changes(approval, from))
                .allSatisfy(change ->
                        assertThat(change.at("/definition").asString()).isEqualTo("a-grade-taxpayers"));
        assertThat(snapshot(approval))
                .noneMatch(change -> change.at("/definition").asString().equals("administrative-penalty"));
        assertThat(snapshot(recipient("feed-housing")))
                .filteredOn(change -> change.at("/subject/code").asString().equals(firm.code()))
                .extracting(ChangeFeedTest::type)
                .containsExactlyInAnyOrder("LISTING_ENTERED", "LISTING_ENTERED", "RECORD_PUBLISHED");
    }

    @Test
    void personsAndSoleTradersAreInNobodysFeedButTheSources() throws Exception {
        var housing = recipient("feed-housing");
        var source = callers.bearer("feed-regulator", "market-regulator", Set.of(Role.REPORTER), Set.of());
        var from = headOf(housing);
        var number = Synthetic.citizen(BORN, 501);
        kept.penalty(kept.person(number, "甄推送"), "云市监罚〔2026〕307号", false, Map.of());
        kept.penalty(kept.soleTrader("云栖芦花杂货店"), "云市监罚〔2026〕308号", false, Map.of());

        assertThat(changes(housing, from)).isEmpty();
        assertThat(changes(source, from)).hasSize(2).allSatisfy(change -> {
            assertThat(change.at("/subject/code").isNull()).isTrue();
            assertThat(change.toString()).doesNotContain(number, "甄推送", "云栖芦花杂货店");
        });
    }

    @Test
    void whoAskedForAPersonsFileHearsOfItsEndAndNobodyElse() throws Exception {
        var approval = callers.bearer(
                "disclosure-approval", "approval", Set.of(Role.CHECKER), Set.of("administrative-approval"));
        var from = headOf(approval);
        var number = Synthetic.citizen(BORN, 502);
        var person = kept.person(number, "甄告知");
        var record = kept.penalty(person, "云市监罚〔2026〕309号", false, Map.of());
        assertThat(changes(approval, from)).isEmpty();
        askForFile(approval, number, "甄告知");

        end.end(record, RecordState.REPAIRED, REGULATOR);

        assertThat(changes(approval, from)).singleElement().satisfies(change -> {
            assertThat(type(change)).isEqualTo("RECORD_WITHDRAWN");
            assertThat(change.at("/reference").asString()).isEqualTo(record.toString());
            assertThat(change.at("/subject/name").asString()).isEqualTo("甄*");
        });
        assertThat(changes(recipient("feed-housing"), from)).isEmpty();
    }

    @Test
    void exactlyTheNamedWithdrawalsAreAcknowledgedAndLaggardsShown() throws Exception {
        var housing = recipient("feed-acknowledging");
        var from = headOf(housing);
        var firm = kept.organisation("云栖苍梧建筑有限公司");
        var first = kept.penalty(firm, "云市监罚〔2026〕310号", false, Map.of());
        var second = kept.penalty(firm, "云市监罚〔2026〕311号", false, Map.of());
        var published = changes(housing, from);
        end.end(first, RecordState.REPAIRED, REGULATOR);
        end.end(second, RecordState.REPAIRED, REGULATOR);
        var withdrawn = changes(housing, from).stream()
                .map(change -> change.at("/cursor").asString())
                .toList();
        assertThat(withdrawn).hasSize(2);
        assertThat(open("feed-acknowledging")).isEqualTo(2);

        acknowledge(housing, List.of(withdrawn.getFirst()), 200);
        acknowledge(housing, List.of(withdrawn.getFirst()), 200);

        assertThat(open("feed-acknowledging")).isEqualTo(1);
        var strange = published.getFirst().at("/cursor").asString();
        assertThat(acknowledge(housing, List.of(withdrawn.getLast(), strange), 422)
                        .at("/arguments/0")
                        .asString())
                .isEqualTo(strange);
        assertThat(open("feed-acknowledging")).isEqualTo(1);
        assertThat(acknowledge(recipient("feed-bystander"), List.of(withdrawn.getLast()), 422)
                        .at("/code")
                        .asString())
                .isEqualTo("NOT_A_WITHDRAWAL");

        acknowledge(housing, List.of(withdrawn.getLast()), 200);

        assertThat(open("feed-acknowledging")).isZero();
    }

    @Test
    void everyPageStandsInTheLedgerBeforeItLeaves() throws Exception {
        var housing = recipient("feed-housing");
        var from = headOf(housing);
        var firm = kept.organisation("云栖银杏建筑有限公司");
        kept.penalty(firm, "云市监罚〔2026〕312号", false, Map.of());

        changes(housing, from);

        assertThat(ledger.copiesOf(firm.id())).singleElement().satisfies(copy -> {
            assertThat(copy.kind()).isEqualTo(Copy.Kind.CHANGE);
            assertThat(copy.client()).isEqualTo("feed-housing");
        });
    }

    @Test
    void aCursorIsGivenBackAsItCame() {
        var housing = recipient("feed-housing");
        for (var after : List.of("x", "1", "-1-0", "99999999999999999999-0")) {
            assertThat(http.get().uri("/api/v1/changes?after=" + after).header("Authorization", housing))
                    .hasStatus(400)
                    .bodyJson()
                    .extractingPath("$.code")
                    .isEqualTo("CURSOR_INVALID");
        }
        assertThat(http.get().uri("/api/v1/changes")).hasStatus(401);
    }

    private String recipient(String client) {
        return callers.bearer(client, "housing", Set.of(Role.CHECKER, Role.RECIPIENT), Set.of("construction-bidding"));
    }

    /** The place behind all there is. */
    private String headOf(String bearer) throws Exception {
        return get(bearer, "/api/v1/changes/snapshot").at("/cursor").asString();
    }

    private List<String> types(String bearer, String from) throws Exception {
        return changes(bearer, from).stream().map(ChangeFeedTest::type).toList();
    }

    private List<JsonNode> changes(String bearer, String from) throws Exception {
        var changes = new ArrayList<JsonNode>();
        var page = get(bearer, "/api/v1/changes?after=" + from);
        page.at("/changes").forEach(changes::add);
        while (page.at("/more").asBoolean()) {
            page = get(bearer, "/api/v1/changes?after=" + page.at("/next").asString());
            page.at("/changes").forEach(changes::add);
        }
        return changes;
    }

    private List<JsonNode> snapshot(String bearer) throws Exception {
        var changes = new ArrayList<JsonNode>();
        var page = get(bearer, "/api/v1/changes/snapshot");
        page.at("/changes").forEach(changes::add);
        while (!page.at("/next").isNull()) {
            page = get(
                    bearer, "/api/v1/changes/snapshot?after=" + page.at("/next").asString());
            page.at("/changes").forEach(changes::add);
        }
        return changes;
    }

    private JsonNode get(String bearer, String address) throws Exception {
        var answer = http.get().uri(address).header("Authorization", bearer).exchange();
        assertThat(answer).hasStatusOk();
        return json.readTree(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    private JsonNode acknowledge(String bearer, List<String> cursors, int status) throws Exception {
        var answer = http.post()
                .uri("/api/v1/changes/ack")
                .header("Authorization", bearer)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(Map.of("cursors", cursors)))
                .exchange();
        assertThat(answer).hasStatus(status);
        return json.readTree(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    private void askForFile(String bearer, String number, String name) {
        assertThat(http.post()
                        .uri("/api/v1/subjects/file")
                        .header("Authorization", bearer)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"subject":{"idType":"CITIZEN_ID","idNumber":"%s","name":"%s"},"purpose":"许可审查",
                                 "matter":"administrative-approval",
                                 "authority":{"kind":"STATUTE","basis":"中华人民共和国行政许可法第三十四条"}}
                                """.formatted(number, name)))
                .hasStatusOk();
    }

    private int open(String client) {
        return withdrawals.laggards(CREDIT_OFFICE).stream()
                .filter(laggard -> laggard.client().equals(client))
                .mapToInt(Withdrawals.Laggard::open)
                .sum();
    }

    private static String type(JsonNode change) {
        return change.at("/type").asString();
    }
}
