package org.xinheng.kernel.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule finds the bad thing it is for. */
class PackLintTest {

    @TempDir
    Path folder;

    PackFixture packs;

    @BeforeEach
    void aFaultlessPack() {
        packs = new PackFixture(folder);
    }

    private void finds(String message) {
        assertThat(packs.faults()).anyMatch(fault -> fault.contains(message));
    }

    @Test
    void noEntryWithoutABasis() {
        packs.measure("basis: [{document: law, article: 第三条}]", "basis: []");
        finds("no-bids.yaml:12: no-bids: has no basis");
    }

    @Test
    void noBasisWithoutItsArticle() {
        packs.measure(", article: 第三条", "");
        finds("'article' is missing");
    }

    @Test
    void noBasisOutsideTheRegister() {
        packs.measure("document: law", "document: hearsay");
        finds("document 'hearsay' is not in the register");
    }

    @Test
    void aRepealedDocumentIsNoBasis() {
        packs.measure("document: law", "document: old-law");
        finds("document 'old-law' is not in force on 2026-04-01");
        finds("is active but cites no document in force");
    }

    @Test
    void aRepealedDocumentIsNamedWithWhatRepealedIt() {
        packs.write("national/documents/more.yaml", """
                documents:
                  - {id: older, title: 更旧的法, issuer: 全国人大常委会, level: law, in-force-from: 2000-01-01, in-force-until: 2019-12-31, repealed-by: law, source: 旧法}
                """);
        assertThat(packs.faults()).isEmpty();
        packs.measure("document: law", "document: older");
        finds("no-bids.yaml:12: no-bids: document 'older' is not in force on 2026-04-01, repealed by 'law'");
    }

    @Test
    void whatRepealsADocumentIsInTheRegisterAndThereIsALastDay() {
        packs.write("national/documents/more.yaml", """
                documents:
                  - {id: older, title: 更旧的法, issuer: 全国人大常委会, level: law, in-force-from: 2000-01-01, repealed-by: hearsay, source: 旧法}
                """);
        finds("'hearsay' is not defined in any layer");
        finds("what was repealed has a last day");
    }

    @Test
    void aTermOfAPastRegimeRestsOnTheDocumentOfItsTime() {
        var term = """
                terms:
                  - id: old-regime
                    item: penalty
                    regime: old
                    decided-from: 2023-05-01
                    decided-until: 2026-03-31
                    public-for: P3Y
                    basis: [{document: old-law, article: 第六条}]
                    source: 旧法
                """;
        packs.write("national/terms/old.yaml", term);
        assertThat(packs.faults()).isEmpty();

        packs.write("national/terms/old.yaml", term.replace("2026-03-31", "2026-04-01"));
        finds("document 'old-law' is not in force on 2026-04-01");
    }

    @Test
    void aDepartmentRuleCarriesNoRestraint() {
        packs.measure("document: law", "document: ministry-rule");
        finds("no-bids: is active but cites no document of the level it needs");
    }

    @Test
    void aLocalRegulationCarriesARestraintInItsTerritoryOnly() {
        packs.write(
                "city/measures/own.yaml",
                PackFixture.MEASURE
                        .replace("id: no-bids", "id: own")
                        .replace("document: law", "document: jiangsu-regulation"));
        assertThat(packs.faults()).isEmpty();

        packs.write(
                "city/measures/own.yaml",
                PackFixture.MEASURE
                        .replace("id: no-bids", "id: own")
                        .replace("document: law", "document: shenzhen-regulation"));
        finds("document 'shenzhen-regulation' does not hold in the territory of this layer");
        finds("is active but cites no document that holds in this territory");
    }

    @Test
    void aLayerRestrainsOnABasisOfItsOwnLevelOnly() {
        packs.measure("document: law", "document: jiangsu-regulation");
        finds("national/measures/no-bids.yaml:12: no-bids: is active but cites no document that holds");
    }

    @Test
    void aSeriousListNeedsMoreThanANotice() {
        packs.list("document: ministry-rule", "document: notice");
        finds("grave: is active but cites no document of the level it needs");
    }

    @Test
    void aDepartmentRuleCarriesANationwideSeriousListOnly() {
        packs.list("nationwide: true", "nationwide: false");
        finds("grave: is active but cites no document of the level it needs");
    }

    @Test
    void whatACitysNoticeNamesMayStandDormant() {
        var dormant = PackFixture.MEASURE
                .replace("id: no-bids", "id: named")
                .replace("document: law", "document: city-notice")
                .replace("kind: restraint", "state: dormant\n    reason: 依据层级不足\n    kind: restraint");
        packs.write("city/measures/named.yaml", dormant);
        assertThat(packs.faults()).isEmpty();

        packs.write("city/measures/named.yaml", dormant.replace("    reason: 依据层级不足\n", ""));
        finds("what has no effect says the reason why");

        packs.write("city/measures/named.yaml", dormant.replace("document: city-notice", "document: hearsay"));
        finds("document 'hearsay' is not in the register");
    }

    @Test
    void aDormantMeasureDeclaredActiveIsFound() {
        packs.write(
                "city/measures/named.yaml",
                PackFixture.MEASURE
                        .replace("id: no-bids", "id: named")
                        .replace("document: law", "document: city-notice"));
        finds("named: is active but cites no document of the level it needs");
    }

    @Test
    void aSeriousListSaysItsFieldEntryExitAndRemedy() {
        packs.list("    field: health-and-life\n", "");
        finds("a serious list needs one of the four grave fields");

        for (var key : new String[] {"entry: 列入条件", "exit: 移出条件", "remedy: 救济途径"}) {
            packs.list("    " + key + "\n", "");
            finds("'" + key.substring(0, key.indexOf(':')) + "' is missing");
        }
    }

    @Test
    void aDeterminationHearsTheSubjectAndIsReviewed() {
        packs.list("statement-days: 5, legal-review: true", "public-notice-days: 5");
        finds("needs days for its statement");
        finds("needs a legal review");

        packs.list("evidence: [penalty]", "evidence: []");
        finds("a determination rests on records");
    }

    @Test
    void aHearingAndAConsultationHaveDays() {
        packs.list("legal-review: true", "legal-review: true, hearing: {request-days: 0, notice-days: 7}");
        finds("a hearing needs days to ask for it");

        packs.list("legal-review: true", "legal-review: true, consultation: {days: 0}");
        finds("a consultation stays open for at least one day");
    }

    @Test
    void onlyAnIncentiveListHasCandidatesAndARecordMustSpeakForThem() {
        packs.list(
                "legal-review: true",
                "legal-review: true, candidates: [{item: penalty, operator: at-most, count: 0}, {item: rumour, operator: at-most, count: 0}]");
        finds("only an incentive list that is determined here has candidates");
        finds("candidates need a record that speaks for them");
        finds("'rumour'");
    }

    @Test
    void aConditionNamesAFieldOfItsItemTogetherWithItsValues() {
        packs.list(
                "legal-review: true",
                "legal-review: true, candidates: [{item: penalty, operator: at-least, count: 1, field: colour}]");
        finds("item 'penalty' has no field 'colour'");
        finds("a condition on a field names the field and its values");
    }

    @Test
    void onlyAPlaceOnAWatchListHasADegree() {
        packs.measure("feedback-days: 5", "feedback-days: 5\n    degrees: [serious]");
        finds("only a place on a watch list has a degree");
    }

    @Test
    void onlyAPublicBodyKeepsAList() {
        packs.list("owner: market-regulator", "owner: association");
        finds("only a public body may keep a list");
    }

    @Test
    void anIncentiveRestsOnAnyPublishedDocument() {
        packs.write("national/measures/lane.yaml", incentive(""));
        assertThat(packs.faults()).isEmpty();
    }

    @Test
    void whatFavoursCompetitorsNeedsItsReviewNumber() {
        packs.write("national/measures/lane.yaml", incentive("favours-competitors: true"));
        finds("lane: is active but favours some competitors over others without a fair-competition review number");

        packs.write(
                "national/measures/lane.yaml",
                incentive("favours-competitors: true\n    fair-competition-review: 公竞审〔2026〕1号"));
        assertThat(packs.faults()).isEmpty();
    }

    @Test
    void honoursGiveNoPointsAtBidding() {
        packs.write("national/measures/lane.yaml", incentive("honour-points: true"));
        assertThat(packs.faults()).isEmpty();

        packs.write(
                "national/measures/lane.yaml",
                incentive("honour-points: true").replace("matters: [approval]", "matters: [bidding]"));
        finds("no extra points for honours at bidding and procurement");
    }

    @Test
    void aGuestIsAskedAndNeverCompelled() {
        packs.measure("executors: [housing]", "executors: [association]");
        finds("an executor is no public body: 'advisory: true'");

        packs.measure("executors: [housing]", "executors: [association]\n    advisory: true");
        finds("what is advisory cannot be mandatory");
    }

    @Test
    void onlyACourtsOwnOrderBindsAGuest() {
        packs.measure(
                "family: administrative\n    lists: [grave]\n    matters: [bidding]",
                "family: judicial\n    origin: operative\n    state: forwarded\n    reason: 转送\n    lists: [grave]");
        packs.write(
                "national/measures/no-bids.yaml",
                read("national/measures/no-bids.yaml").replace("[housing]", "[association]"));
        assertThat(packs.faults()).isEmpty();

        packs.write(
                "national/measures/no-bids.yaml",
                read("national/measures/no-bids.yaml").replace("origin: operative", "origin: joint"));
        finds("an executor is no public body");
    }

    @Test
    void whatIsExecutedOutsideTheCityIsForwarded() {
        packs.measure("executors: [housing]", "executors: [airport]");
        finds("all executors are outside the city");
    }

    @Test
    void forwardedAndRefusedMeasuresAreNeverPrompted() {
        packs.measure("kind: restraint", "state: forwarded\n    reason: 由外地执行\n    kind: restraint");
        finds("a forwarded measure is never prompted");

        packs.measure("kind: restraint", "state: refused\n    reason: 不做\n    kind: restraint");
        finds("a refused measure is never prompted");
    }

    @Test
    void everythingReferredToMustBeDefined() {
        packs.measure("lists: [grave]", "lists: [gone]");
        finds("no-bids.yaml:8: no-bids: 'gone' is not defined");
        packs.measure("matters: [bidding]", "matters: [gone]");
        finds("no-bids.yaml:9: no-bids: 'gone' is not defined");
        packs.measure("executors: [housing]", "executors: [gone]");
        finds("no-bids.yaml:11: no-bids: 'gone' is not defined");
        packs.list("evidence: [penalty]", "evidence: [gone]");
        finds("grave: 'gone' is not defined");
        packs.item("kind: penalty", "kind: penalty\n    matter: lost");
        finds("penalty: 'lost' is not defined");
    }

    @Test
    void theFieldsOfAnItemAreToldApart() {
        packs.item("id: number, code: WSH, label: 文书号", "id: name, code: XDR_MC, label: 相对人名称");
        finds("id 'name' stands twice");
        finds("code 'XDR_MC' stands twice");
        finds("column '相对人名称' stands twice");
    }

    @Test
    void forbiddenDataAreNotCollected() {
        for (var label : new String[] {
            "宗教信仰", "基因信息", "指纹", "血型", "病史", "年收入", "银行存款", "有价证券", "商业保险", "名下不动产", "纳税数额", "信访记录", "网络言论", "参加集会",
            "闯红灯次数", "考核结果", "被投诉次数", "配偶姓名"
        }) {
            packs.item("label: 文书号", "label: " + label);
            assertThat(packs.faults()).as(label).anyMatch(fault -> fault.contains("'" + label + "' would collect "));
        }
        packs.item("id: number", "id: bloodType");
        finds("would collect blood type");
    }

    @Test
    void theNumberOfASocialInsuranceRegistrationIsNoInsurance() {
        packs.item("label: 文书号", "label: 社会保险登记证号");
        assertThat(packs.faults()).isEmpty();
    }

    @Test
    void personsArePublicByAStatuteOnly() {
        packs.item("kind: penalty", "kind: penalty\n    persons-public-by: {document: notice, article: 第一条}");
        finds("persons are public only by a statute; this cites no document of the level it needs");
    }

    @Test
    void aPersonalNumberIsNeverOpen() {
        packs.item("type: document-number", "type: id-number");
        finds("holds a personal number and is never open");
    }

    @Test
    void exposureRanksAndFamilyAreNeverAskedFor() {
        for (var wish : new String[] {"在曝光台公布照片", "公布个人排名", "限制其子女入学", "开展舆情监测", "发布到朋友圈", "个人积分扣分"}) {
            packs.measure("label: 限制投标", "label: " + wish);
            assertThat(packs.faults()).as(wish).anyMatch(fault -> fault.contains("which no pack may ask for"));
        }
        packs.measure("label: 限制投标", "label: {zh: 公布, en: A public wall of shame}");
        finds("which no pack may ask for");
    }

    @Test
    void whatIsRefusedMaySayWhatItRefuses() {
        packs.write(
                "city/measures/board.yaml",
                PackFixture.MEASURE
                        .replace("id: no-bids", "id: board")
                        .replace("label: 限制投标", "label: 曝光台")
                        .replace("matters: [bidding]", "matters: []")
                        .replace("kind: restraint", "state: refused\n    reason: 不为曝光而曝光\n    kind: restraint"));
        assertThat(packs.faults()).isEmpty();
    }

    @Test
    void aSwitchIsNotTurnedByASetting() {
        packs.write("city/pack.yaml", """
                id: city
                label: 某市
                above: national
                version: "2026.2"
                effective: 2026-07-01
                division: "320400"
                settings: {watching-after-exit: "true"}
                """);
        finds("'watching-after-exit' cannot be switched on by a setting");
    }

    @Test
    void watchingAfterExitIsNotActive() {
        packs.measure("label: 限制投标", "label: 退出名单主体继续监测");
        finds("speaks of watching after exit");
    }

    @Test
    void aLocalDocumentHasATerritoryAndANationalOneNone() {
        packs.exchanged("national/documents/all.yaml", PackFixture.DOCUMENTS, "territory: \"320000\", ", "");
        finds("jiangsu-regulation: a local document needs a territory");

        packs.exchanged(
                "national/documents/all.yaml",
                PackFixture.DOCUMENTS,
                "level: law, ",
                "level: law, territory: \"320000\", ");
        finds("law: a national document holds everywhere");
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String incentive(String more) {
        return """
                measures:
                  - id: lane
                    label: 绿色通道
                    instruction: 优先办理。
                    kind: incentive
                    nature: recommended
                    family: administrative
                    lists: [grave]
                    matters: [approval]
                    targets: [enterprise]
                    executors: [housing]
                    basis: [{document: notice, article: 第一条}]
                    feedback-days: 5
                    source: 某通知
                    %s
                """.formatted(more);
    }

    @Test
    void anAccentMustBeReadableOnWhite() {
        head("accent: \"#e4f1f4\"");
        finds("city/pack.yaml:1: the accent #e4f1f4 is too light to be read on white");
        head("accent: green");
        finds("the accent must be a colour such as #0b5c73");
        head("accent: \"#0b5c73\"");
        assertThat(packs.faults()).isEmpty();
    }

    @Test
    void aPushRouteGoesUpThroughKnownAgencies() {
        head("push-route: [airport, nobody]");
        finds("'nobody' of the push route is not defined in any layer");
        head("push-route: [airport, housing]");
        finds("the push route does not go up from 'airport' to 'housing'");
        head("push-route: [housing, airport]");
        assertThat(packs.faults()).isEmpty();
    }

    private void head(String more) {
        packs.exchanged("city/pack.yaml", PackFixture.CITY, "settings:", more + "\nsettings:");
    }
}
