package org.xinheng.kernel.pack;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The packs of this repository: faultless, and enough for a city to work with. */
class ShippedPacksTest {

    private static final List<String> CITIES = List.of("changzhou", "qidong", "huaian");

    static final Path PACKS = Path.of(requireNonNull(System.getProperty("xinheng.home")), "packs");

    @Test
    void theyHaveNoFault() {
        assertThat(PackLint.lint(PACKS)).isEmpty();
    }

    @Test
    void everyFamilyOfMeasuresIsThere() {
        assertThat(changzhou().measures().values().stream().map(Measure::family).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Family.values());
        assertThat(changzhou().measures().values().stream().map(Measure::state).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(EntryState.values());
    }

    @Test
    void aCompanyOfTheSeriousListMeetsARestraintWithAStatuteAtABid() {
        assertThat(prompted("market-regulation-serious", "construction-bidding", MeasureKind.RESTRAINT))
                .anySatisfy(measure -> assertThat(levels(measure)).contains(DocumentLevel.ADMINISTRATIVE_REGULATION));
        assertThat(prompted("wage-arrears", "construction-bidding", MeasureKind.RESTRAINT))
                .isNotEmpty();
        assertThat(prompted("judgment-defaulters", "construction-bidding", MeasureKind.RESTRAINT))
                .isNotEmpty();
    }

    @Test
    void anApprovalKnowsIncentivesAndARestraint() {
        assertThat(prompted("a-grade-taxpayers", "administrative-approval", MeasureKind.INCENTIVE))
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(prompted("market-regulation-serious", "administrative-approval", MeasureKind.RESTRAINT))
                .isNotEmpty();
    }

    @Test
    void everyActiveListAndMeasureHasItsBasisOnItsFirstDay() {
        var pack = changzhou();

        assertThat(pack.lists().values().stream().filter(list -> list.state() == EntryState.ACTIVE))
                .allSatisfy(
                        list -> assertThat(BasisRule.lack(list, pack.documents(), pack.effective(), pack.division()))
                                .isEmpty());
        assertThat(pack.measures().values().stream().filter(measure -> measure.state() == EntryState.ACTIVE))
                .allSatisfy(measure -> assertThat(
                                BasisRule.lack(measure, pack.documents(), pack.effective(), pack.division()))
                        .isEmpty());
    }

    @Test
    void noDormantRestraintCouldHaveStoodActive() {
        var pack = changzhou();

        assertThat(pack.measures().values().stream()
                        .filter(measure -> measure.state() == EntryState.DORMANT)
                        .filter(measure -> measure.kind() == MeasureKind.RESTRAINT))
                .isNotEmpty()
                .allSatisfy(measure -> assertThat(
                                BasisRule.lack(measure, pack.documents(), pack.effective(), pack.division()))
                        .contains(BasisLack.LEVEL_TOO_LOW));
    }

    @Test
    void theTwoOrdersOnRepairMeetWithoutAGap() {
        var documents = changzhou().documents();
        var old = requireNonNull(documents.get("order-58"));
        var present = requireNonNull(documents.get("order-36"));

        assertThat(requireNonNull(old.inForceUntil()).plusDays(1)).isEqualTo(present.inForceFrom());
    }

    @Test
    void noPublicBodyCarriesAnInventedCode() {
        assertThat(changzhou().agencies().values())
                .extracting(Agency::creditCode)
                .containsOnlyNulls();
    }

    @Test
    void theRenamingsOf2019AreKnown() {
        var regulator = requireNonNull(changzhou().agencies().get("market-regulator"));

        assertThat(regulator.predecessors())
                .containsExactly("industry-commerce-2018", "quality-supervision-2018", "food-drug-2018");
        assertThat(regulator.aliases()).contains("市市场监管局");
    }

    @ParameterizedTest
    @CsvSource({
        "changzhou, 320400, 信用常州, CZ",
        "qidong, 320681, 启东信用, QD",
        "huaian, 320800, 信用淮安, HA",
    })
    void eachCityHasItsNameItsColourAndItsWayUp(String id, String division, String portal, String slips) {
        var pack = PackReader.read(PACKS, id);
        var city = pack.layers().getLast();

        assertThat(pack.division()).isEqualTo(division);
        assertThat(requireNonNull(city.portalName()).zh()).isEqualTo(portal);
        assertThat(city.accent()).isNotNull();
        assertThat(city.pushRoute()).last().isEqualTo("province");
        assertThat(pack.settings()).containsEntry("slip-prefix", slips);
    }

    @ParameterizedTest
    @ValueSource(strings = {"changzhou", "qidong", "huaian"})
    void eachCityHasABasisForWhatIsActiveAndAReasonForWhatIsNot(String id) {
        var pack = PackReader.read(PACKS, id);

        assertThat(pack.measures().values().stream().filter(measure -> measure.state() == EntryState.ACTIVE))
                .hasSizeGreaterThan(20)
                .allSatisfy(measure -> assertThat(
                                BasisRule.lack(measure, pack.documents(), pack.effective(), pack.division()))
                        .isEmpty());
        assertThat(pack.measures().values().stream().filter(measure -> measure.state() != EntryState.ACTIVE))
                .isNotEmpty()
                .allSatisfy(measure -> assertThat(measure.reason()).isNotNull());
        assertThat(pack.behaviours().values())
                .filteredOn(behaviour -> !behaviour.disposition().hasEffect())
                .isNotEmpty()
                .allSatisfy(behaviour -> assertThat(behaviour.lists()).isEmpty());
    }

    /** Officers read what is prompted: a bid or an approval brings few prompts, not the whole catalogue. */
    @ParameterizedTest
    @ValueSource(strings = {"changzhou", "qidong", "huaian"})
    void noListBringsMoreThanThreeMeasuresAtAMatter(String id) {
        var pack = PackReader.read(PACKS, id);

        for (var list : pack.lists().keySet()) {
            for (var matter : pack.matters().keySet()) {
                assertThat(pack.measures().values().stream()
                                .filter(measure -> measure.state() == EntryState.ACTIVE)
                                .filter(measure -> measure.lists().contains(list)
                                        && measure.matters().contains(matter)))
                        .as("%s at %s", list, matter)
                        .hasSizeLessThanOrEqualTo(3);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"changzhou", "qidong", "huaian"})
    void noRepealedOrRenamedAgencyExecutesAMeasure(String id) {
        var pack = PackReader.read(PACKS, id);

        assertThat(pack.measures().values())
                .flatExtracting(Measure::executors)
                .allSatisfy(agency -> assertThat(
                                requireNonNull(pack.agencies().get(agency)).until())
                        .isNull());
    }

    @Test
    void aPenaltyOfTheMarketRegulatorHasTwoClocks() {
        var clocks = requireNonNull(changzhou().items().get("administrative-penalty"))
                .publicationClocks();

        assertThat(clocks)
                .extracting(PublicationClock::site, PublicationClock::agencies, PublicationClock::workingDays)
                .containsExactly(
                        tuple(PublicationClock.Site.CREDIT_SITE, List.of(), 7),
                        tuple(PublicationClock.Site.ENTERPRISE_PUBLICITY_SYSTEM, List.of("market-regulator"), 20));
    }

    @Test
    void everyItemHasARetention() {
        var pack = changzhou();

        assertThat(pack.retention().values().stream()
                        .filter(retention -> retention.kept() == Retention.Kept.RECORD)
                        .map(Retention::item))
                .containsExactlyInAnyOrderElementsOf(pack.items().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"changzhou", "qidong", "huaian"})
    void eachCityAssessesEachYearByASchemeOfAHundredPoints(String id) {
        var pack = PackReader.read(PACKS, id);

        assertThat(pack.indicators()).hasSizeGreaterThan(10);
        assertThat(pack.assessments().values())
                .extracting(AssessmentScheme::year)
                .containsExactlyInAnyOrder(2025, 2026);
        assertThat(pack.assessments().values())
                .allSatisfy(scheme -> assertThat(scheme.indicators().stream()
                                .mapToInt(measured -> measured.points(
                                        requireNonNull(pack.indicators().get(measured.indicator()))))
                                .sum())
                        .isEqualTo(100));
    }

    @Test
    void qidongSendsUpwardsThroughNantong() {
        assertThat(PackReader.read(PACKS, "qidong").layers().getLast().pushRoute())
                .containsExactly("nantong", "province");
    }

    @Test
    void noTwoCitiesHaveTheSameColour() {
        assertThat(CITIES.stream()
                        .map(city ->
                                PackReader.read(PACKS, city).layers().getLast().accent()))
                .doesNotHaveDuplicates();
    }

    private static Pack changzhou() {
        return PackReader.read(PACKS, "changzhou");
    }

    private static List<Measure> prompted(String list, String matter, MeasureKind kind) {
        return changzhou().measures().values().stream()
                .filter(measure -> measure.state() == EntryState.ACTIVE && measure.kind() == kind)
                .filter(measure ->
                        measure.lists().contains(list) && measure.matters().contains(matter))
                .toList();
    }

    private static List<DocumentLevel> levels(Measure measure) {
        var documents = changzhou().documents();
        return measure.basis().stream()
                .map(basis -> requireNonNull(documents.get(basis.document())).level())
                .toList();
    }
}
