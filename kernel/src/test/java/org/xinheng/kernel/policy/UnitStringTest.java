package org.xinheng.kernel.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitStringTest {

    @Test
    void aBracketMayHoldTwoRolesAndAnAlias() {
        assertThat(units("牵头单位:市财政局,配合单位:市发改委(信用办)"))
                .containsExactly(new TaskUnit(Role.LEAD, "市财政局", null), new TaskUnit(Role.COOPERATING, "市发改委", "信用办"));
    }

    @Test
    void andPartsUnitsOnlyBeforeTheRelevantDepartments() {
        var units = units("责任单位：市住建局、市交通局、市水利局、市科技局、市财政局、市自然资源和规划局、市商务局、市市场监管局和市相关部门，各县区人民政府");

        assertThat(units).hasSize(10).extracting(TaskUnit::role).containsOnly(Role.RESPONSIBLE);
        assertThat(units).extracting(TaskUnit::name).contains("市自然资源和规划局", "市市场监管局", "市相关部门", "各县区人民政府");
    }

    @Test
    void verbsNameRoles() {
        var read = read("市发展改革委、市人行牵头,市委宣传部、市文明办、市民政局、市市场监管局、市教育体育局等按职责分工负责");

        assertThat(read.units()).filteredOn(unit -> unit.role() == Role.LEAD).hasSize(2);
        assertThat(read.units())
                .filteredOn(unit -> unit.role() == Role.RESPONSIBLE)
                .hasSize(5)
                .extracting(TaskUnit::name)
                .contains("市教育体育局");
        assertThat(read.openEnded()).isTrue();
    }

    @Test
    void theResponsibleMayHaveOthersCooperate() {
        var read = read("责任单位:市司法局、市政务办、市发改委(市信用办)等,配合单位:市各有关部门");

        assertThat(read.units())
                .extracting(TaskUnit::role)
                .containsExactly(Role.RESPONSIBLE, Role.RESPONSIBLE, Role.RESPONSIBLE, Role.COOPERATING);
        assertThat(read.units()).element(2).isEqualTo(new TaskUnit(Role.RESPONSIBLE, "市发改委", "市信用办"));
        assertThat(read.openEnded()).isTrue();
    }

    @Test
    void aTrailingRemarkIsNoUnit() {
        var read = read("责任单位:市各有关部门,具体分工见附表");

        assertThat(read.units()).containsExactly(new TaskUnit(Role.RESPONSIBLE, "市各有关部门", null));
        assertThat(read.remark()).isEqualTo("具体分工见附表");
    }

    @Test
    void aloneOneIsResponsible() {
        assertThat(units("市行政审批局负责")).containsExactly(new TaskUnit(Role.RESPONSIBLE, "市行政审批局", null));
    }

    @Test
    void etcIsCutOffInTheMiddleToo() {
        var read = read("责任单位：市税务局、淮安银保监局等市相关部门，各县区人民政府");

        assertThat(read.units()).extracting(TaskUnit::name).containsExactly("市税务局", "淮安银保监局", "各县区人民政府");
        assertThat(read.openEnded()).isTrue();
    }

    @Test
    void aBracketWithinANameIsNoAlias() {
        assertThat(units("责任单位：各县（市、区）人民政府、市公安局"))
                .extracting(TaskUnit::name, TaskUnit::alias)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("各县（市、区）人民政府", null),
                        org.assertj.core.groups.Tuple.tuple("市公安局", null));
    }

    @Test
    void placesSideBySideAreOneUnit() {
        assertThat(units("配合单位：各辖市、区人民政府，市各有关部门")).extracting(TaskUnit::name).containsExactly("各辖市、区人民政府", "市各有关部门");
    }

    @Test
    void aUnitNamedTwiceIsKeptTwice() {
        assertThat(units("责任单位：市商务局、市公安局、市商务局")).hasSize(3);
    }

    @Test
    void blanksPartUnitsOnlyBetweenWholeNames() {
        assertThat(units("责任单位：市发改委\n市财 政局 市人社局")).extracting(TaskUnit::name).containsExactly("市发改委", "市财政局", "市人社局");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "由市发改委牵头，市财政局、市审计局配合|LEAD|COOPERATING",
                "市发改委牵头负责，市司法局参与|LEAD|COOPERATING",
                "主办单位：市商务局；协办单位：市邮政管理局|LEAD|COOPERATING",
                "牵头单位：市法院 责任单位：各县区人民政府|LEAD|RESPONSIBLE",
                "市委组织部牵头，各地、各部门按照职责分工负责落实|LEAD|RESPONSIBLE"
            })
    void rolesArePrintedInManyWays(String printed, Role first, Role last) {
        var read = read(printed);

        assertThat(read.units().getFirst().role()).isEqualTo(first);
        assertThat(read.units().getLast().role()).isEqualTo(last);
        assertThat(read.unlikely()).isEmpty();
        assertThat(read.roleless()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"街道", "以下简称“双公示”", "常政发〔2018〕77号", "含农村合作社、家庭农场", "基金", "社区"})
    void otherBracketsNameNoUnits(String content) {
        assertThat(UnitString.isUnits(content)).isFalse();
    }

    private static UnitString read(String printed) {
        return UnitString.of(printed, Role.RESPONSIBLE);
    }

    private static List<TaskUnit> units(String printed) {
        return read(printed).units();
    }
}
