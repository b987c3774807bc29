package org.xinheng.kernel.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.kernel.calendar.WorkingCalendar;
import org.xinheng.kernel.identifier.IdType;
import org.xinheng.kernel.pack.Item;
import org.xinheng.kernel.pack.Severity;
import org.xinheng.kernel.pack.SubjectKind;

class RowCheckTest {

    private static final LocalDate DUE = LocalDate.of(2026, 3, 2);

    private final Item penalties = Catalogue.item("administrative-penalty");

    @Test
    void aRowWithoutFaultIsAcceptedWithNormalisedValues() {
        var row = accepted(Penalty.ofACompany().set("处罚决定日期", "2026/2/13").set("罚款金额(万元)", "0.200"));

        assertThat(row.findings()).isEmpty();
        assertThat(row.subjectKind()).isEqualTo(SubjectKind.ENTERPRISE);
        assertThat(row.values())
                .containsEntry("creditCode", Penalty.COMPANY_CODE)
                .containsEntry("decidedOn", "2026-02-13")
                .containsEntry("fineTenThousand", "0.2");
        assertThat(row.severity()).isEqualTo(Severity.GENERAL);
        assertThat(row.publishable()).isTrue();
        assertThat(row.key().text(Penalty.COMPANY_CODE)).contains("常市监罚字〔2026〕15号", "2026-02-13");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-03", "1948-12-31"})
    void aDecisionAfterReceiptOrBefore1949IsRefused(String day) {
        assertThat(errors(Penalty.ofACompany().set("处罚决定日期", day))).containsExactly("处罚决定日期 R1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "昨天", "2026-13-01", "26-2-1"})
    void whatIsNoDayIsRefused(String day) {
        assertThat(errors(Penalty.ofACompany().set("处罚决定日期", day))).containsExactly("处罚决定日期 DATE");
    }

    @ParameterizedTest
    @CsvSource({"统一社会信用代码, 91320499MAXH00002X", "处罚机关统一社会信用代码, 1132049", "数据来源单位统一社会信用代码, 11320499IIII00003A"})
    void aWrongCreditCodeIsRefused(String column, String code) {
        assertThat(errors(Penalty.ofACompany().set(column, code))).containsExactly(column + " R3");
    }

    @Test
    void aCodeThatLosesItsLastDigitsToASpreadsheetIsToldSo() {
        var findings = check(Penalty.ofACompany().set("统一社会信用代码", "914403001922038000"))
                .findings();

        assertThat(findings.getFirst().message()).contains("表格软件");
    }

    @Test
    void aCompanyAsAuthorityIsAWarning() {
        assertThat(warnings(Penalty.ofACompany().set("处罚机关统一社会信用代码", Penalty.COMPANY_CODE)))
                .containsExactly("处罚机关统一社会信用代码 R4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "无", "/"})
    void anOrganisationWithoutLegalRepresentativeIsRefused(String name) {
        assertThat(errors(Penalty.ofACompany().set("法定代表人", name))).containsExactly("法定代表人 R5");
    }

    /** A returned file masks names: sent again as it is, the mask would stand for the person. */
    @Test
    void aMaskIsNoName() {
        assertThat(errors(Penalty.ofACompany().set("法定代表人", "林*"))).containsExactly("法定代表人 R10");
        assertThat(errors(Penalty.ofAPerson().set("行政相对人名称", "宁*"))).containsExactly("行政相对人名称 R10");
    }

    @ParameterizedTest
    @CsvSource({"证件类型, ''", "证件号码, ''", "证件号码, 320499199001010010", "证件类型, 学生证"})
    void aPersonWithoutAValidCertificateIsRefused(String column, String value) {
        assertThat(errors(Penalty.ofAPerson().set(column, value))).contains(column + " R6");
    }

    @Test
    void whatIdentifiesAPersonLeavesTheRow() {
        var row = accepted(Penalty.ofAPerson());

        assertThat(row.subjectKind()).isEqualTo(SubjectKind.PERSON);
        assertThat(row.values())
                .containsEntry("counterpartyName", "周*")
                .containsEntry("idNumber", Penalty.ADULT.substring(0, 6) + "********" + Penalty.ADULT.substring(14));
        assertThat(row.personal().subjectIdType()).isEqualTo(IdType.CITIZEN_ID);
        assertThat(row.personal().subjectNumber()).isEqualTo(Penalty.ADULT);
        assertThat(row.personal().clear("counterpartyName")).isEqualTo("周明远");
        assertThat(row.key().subject()).isNull();
        assertThat(row.toString()).doesNotContain(Penalty.ADULT, "周明远");
    }

    @Test
    void aPersonIsNeverPublishableWithoutAStatute() {
        var row = accepted(Penalty.ofAPerson().set("是否公开", "是").set("公开依据", "上级通知"));

        assertThat(row.publishable()).isFalse();
    }

    @Test
    void aSoleTraderIsProtectedLikeAPerson() {
        var row = accepted(Penalty.ofASoleTrader().set("税务登记号", Penalty.soleTrader()));

        assertThat(row.subjectKind()).isEqualTo(SubjectKind.SOLE_TRADER);
        assertThat(row.publishable()).isFalse();
        assertThat(row.personal().subjectNumber()).isEqualTo(Penalty.soleTrader());
        assertThat(row.toString()).doesNotContain(Penalty.soleTrader(), "周明远");
    }

    @Test
    void aSoleTradersCodeOutweighsTheCategory() {
        var row = accepted(Penalty.ofASoleTrader().set("行政相对人类别", "法人及非法人组织"));

        assertThat(row.subjectKind()).isEqualTo(SubjectKind.SOLE_TRADER);
        assertThat(row.findings()).extracting(Finding::rule).containsExactly(Rule.R6);
    }

    @Test
    void whoeverWasUnder18AtTheConductIsNotTakenIn() {
        assertThat(errors(Penalty.ofAPerson().set("证件号码", Penalty.MINOR))).containsExactly("证件号码 R6");
    }

    @Test
    void ageCountsOnTheDayOfTheConductWhereItIsGiven() {
        var row = Penalty.ofAPerson().set("违法行为发生日期", "2007-12-31");

        assertThat(errors(row)).containsExactly("证件号码 R6");
        assertThat(errors(row.set("违法行为发生日期", "2008-01-01"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"罚款, ''", "罚款, 0", "警告, 0.2"})
    void aFineAndItsKindGoTogether(String category, String amount) {
        assertThat(errors(Penalty.ofACompany().set("处罚类别", category).set("罚款金额(万元)", amount)))
                .containsExactly("罚款金额(万元) R7");
    }

    @Test
    void yuanInTheColumnOfTenThousandYuanIsAWarning() {
        var row = accepted(Penalty.ofACompany().set("罚款金额(万元)", "2000"));

        assertThat(row.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.R7);
            assertThat(finding.message()).contains("万元").contains("2000");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"罚款人民币2,000.00元|0.2", "没收500元，罚款1500元|0.2", "处以1.5万元罚款|1.5", "罚款贰仟元整|0.2", "罚款 2 亿元|20000"})
    void anAmountThatAgreesWithTheTextIsNoWarning(String content, String amount) {
        assertThat(warnings(Penalty.ofACompany().set("处罚内容", content).set("罚款金额(万元)", amount)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1234567", "两千", "-1"})
    void whatIsNoAmountIsRefused(String amount) {
        assertThat(errors(Penalty.ofACompany().set("罚款金额(万元)", amount))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"常市监罚字2026第15", "15号"})
    void aDocumentNumberWithoutYearOrMarkIsAWarning(String number) {
        assertThat(warnings(Penalty.ofACompany().set("行政处罚决定书文号", number))).containsExactly("行政处罚决定书文号 R9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"常市监罚字[2026]15号", "常市监罚字（2026）15号", "常市监罚字〔２０２６〕15 号"})
    void bracketsAndWidthsOfADocumentNumberDoNotMatter(String number) {
        var row = accepted(Penalty.ofACompany().set("行政处罚决定书文号", number));

        assertThat(row.key().documentNumber()).isEqualTo("常市监罚字〔2026〕15号");
    }

    @ParameterizedTest
    @ValueSource(strings = {"无", "/", "-", "NULL"})
    void aFillerIsRefusedWhereSomethingMustBeSaidAndEmptyElsewhere(String filler) {
        assertThat(errors(Penalty.ofACompany().set("违法事实", filler))).containsExactly("违法事实 R10");
        assertThat(accepted(Penalty.ofACompany().set("备注", filler)).values()).doesNotContainKey("remarks");
    }

    @Test
    void theCodeOfZerosThatStandsForNoneIsAFiller() {
        assertThat(errors(Penalty.ofACompany().set("处罚机关统一社会信用代码", "00000000000000000X")))
                .containsExactly("处罚机关统一社会信用代码 R10");
    }

    @Test
    void anEmptyRequiredFieldIsRefused() {
        assertThat(errors(Penalty.ofACompany().set("违法事实", " "))).containsExactly("违法事实 EMPTY");
    }

    @Test
    void aRowIsLateOneDayAfterItsSevenWorkingDays() {
        assertThat(accepted(Penalty.ofACompany(), DUE).late()).isFalse();

        var late = accepted(Penalty.ofACompany(), DUE.plusDays(1));
        assertThat(late.late()).isTrue();
        assertThat(late.findings()).extracting(Finding::rule).containsExactly(Rule.R11);
        assertThat(late.findings().getFirst().message()).contains("2026-03-02");
    }

    @Test
    void aPenaltyWithoutClassIsKeptAndNotPublished() {
        var row = accepted(Penalty.ofACompany().set("失信程度", ""));

        assertThat(row.severity()).isNull();
        assertThat(row.publishable()).isFalse();
    }

    @Test
    void aNumberInFreeTextIsMaskedAndTheTextKeptApart() {
        var text = "当事人法定代表人身份证号" + Penalty.ADULT + "未到场。";
        var row = accepted(Penalty.ofACompany().set("违法事实", text));

        assertThat(row.values().get("violationFacts"))
                .doesNotContain(Penalty.ADULT)
                .contains("****");
        assertThat(row.personal().clear("violationFacts")).isEqualTo(text);
        assertThat(row.findings()).extracting(Finding::rule).containsExactly(Rule.R6);
        assertThat(row.findings().toString()).doesNotContain(Penalty.ADULT);
    }

    @Test
    void findingsNeverShowAPerson() {
        var wrong = Penalty.ADULT.substring(0, 17) + (Penalty.ADULT.endsWith("0") ? "1" : "0");
        var findings = new ArrayList<Finding>();
        findings.addAll(check(Penalty.ofAPerson().set("证件号码", wrong)).findings());
        findings.addAll(
                check(Penalty.ofAPerson().set("行政相对人名称", "周明远".repeat(80))).findings());
        findings.addAll(
                check(Penalty.ofACompany().set("统一社会信用代码", Penalty.ADULT)).findings());
        findings.addAll(check(Penalty.ofACompany().set("统一社会信用代码", wrong)).findings());
        findings.addAll(check(Penalty.ofACompany().set("处罚决定日期", Penalty.ADULT)).findings());

        assertThat(findings).hasSizeGreaterThanOrEqualTo(5);
        assertThat(findings.toString()).doesNotContain(Penalty.ADULT, wrong, "周明远");
    }

    /** Promise 3, of whomever: an organisation's speech or petition is no credit record either. */
    @ParameterizedTest
    @CsvSource({
        "违法行为类型, 聚众上访",
        "违法行为类型, 发布不当言论",
        "违法行为类型, 未经许可举行集会",
        "处罚依据, 《中华人民共和国集会游行示威法》第二十八条",
        "处罚依据, 《信访工作条例》第四十七条"
    })
    void speechPetitionsAndAssemblyAreNotCollected(String column, String value) {
        for (var penalty : List.of(Penalty.ofACompany(), Penalty.ofAPerson(), Penalty.ofASoleTrader())) {
            var row = check(penalty.set(column, value));

            assertThat(row).isInstanceOf(CheckedRow.Refused.class);
            assertThat(row.findings())
                    .filteredOn(Finding::isError)
                    .singleElement()
                    .satisfies(finding ->
                            assertThat(finding.toString()).contains("R6").doesNotContain(value));
        }
    }

    @ParameterizedTest
    @CsvSource({"处罚依据, 《中华人民共和国治安管理处罚法》第二十三条", "处罚依据, 《江苏省生活垃圾管理条例》第六十条", "违法行为类型, 不文明养犬"})
    void triflesOfAPersonAreNotCollectedWhileAnOrganisationsBusinessIs(String column, String value) {
        assertThat(errors(Penalty.ofAPerson().set(column, value))).containsExactly("行政处罚决定书文号 R6");
        assertThat(errors(Penalty.ofACompany().set(column, value))).isEmpty();
    }

    /** What was found out because somebody petitioned is none. */
    @Test
    void aPetitionThatLedToADecisionBarsNothing() {
        assertThat(errors(Penalty.ofACompany().set("违法事实", "经群众信访举报、职工上访反映，查实未按规定公示年度报告。")))
                .isEmpty();
    }

    @Test
    void anUnknownKindOfPenaltyIsRefused() {
        assertThat(errors(Penalty.ofACompany().set("处罚类别", "罚款;罚站"))).containsExactly("处罚类别 ALPHABET");
    }

    @Test
    void textLongerThanItsFieldIsRefused() {
        assertThat(errors(Penalty.ofACompany().set("备注", "长".repeat(513)))).containsExactly("备注 LENGTH");
    }

    @Test
    void aRowLongerThanItsHeaderIsRefused() {
        var penalty = Penalty.ofACompany();
        var columns = new Columns.Names(penalties).columns(penalty.columns());
        var cells = new ArrayList<>(penalty.cells());
        cells.add("多出来的");

        var row = new RowCheck(penalties, WorkingCalendar.published()).check(new SourceRow(2, cells, columns), DUE);

        assertThat(row.findings()).extracting(Finding::rule).containsExactly(Rule.LENGTH);
    }

    private CheckedRow.Accepted accepted(Penalty penalty) {
        return accepted(penalty, DUE);
    }

    private CheckedRow.Accepted accepted(Penalty penalty, LocalDate received) {
        var row = check(penalty, received);
        assertThat(row).as("%s", row.findings()).isInstanceOf(CheckedRow.Accepted.class);
        return (CheckedRow.Accepted) row;
    }

    private CheckedRow check(Penalty penalty) {
        return check(penalty, DUE);
    }

    private CheckedRow check(Penalty penalty, LocalDate received) {
        var columns = new Columns.Names(penalties).columns(penalty.columns());
        return new RowCheck(penalties, WorkingCalendar.published())
                .check(new SourceRow(2, penalty.cells(), columns), received);
    }

    private List<String> errors(Penalty penalty) {
        var row = check(penalty);
        return row.findings().stream()
                .filter(Finding::isError)
                .map(finding -> finding.field() + " " + finding.rule())
                .toList();
    }

    private List<String> warnings(Penalty penalty) {
        return accepted(penalty).findings().stream()
                .map(finding -> finding.field() + " " + finding.rule())
                .toList();
    }
}
