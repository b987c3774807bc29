package org.xinheng.demo.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.xinheng.demo.DemoCast;
import org.xinheng.kernel.calendar.WorkingCalendar;
import org.xinheng.kernel.item.CheckedRow;
import org.xinheng.kernel.item.FileCheck;
import org.xinheng.kernel.item.FindingSeverity;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.kernel.pack.PackReader;

class WeeksTest {

    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-11-22");
    private static final Pack PACK =
            PackReader.read(Path.of(System.getProperty("xinheng.home", "..")).resolve("packs"), "changzhou");

    private final Weeks weeks = new Weeks(Population.SMALL, FIRST_DAY, Map.of("approval", "常州市行政审批局"));

    private List<Delivery> all() {
        var all = new ArrayList<Delivery>();
        for (int week = 0; week < Weeks.COUNT; week++) {
            all.addAll(weeks.deliveries(week));
        }
        return all;
    }

    private FileCheck.Counts check(Delivery delivery, int week, List<CheckedRow> rows) {
        var item = Objects.requireNonNull(PACK.items().get(delivery.item()));
        var file = delivery.file(item);
        return FileCheck.check(
                () -> new ByteArrayInputStream(file), item, WorkingCalendar.published(), weeks.day(week), rows::add);
    }

    @Test
    void filesComeInOnFridaysBeforeTheFirstDay() {
        for (int week = 0; week < Weeks.COUNT; week++) {
            assertThat(weeks.day(week).getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
        }
        assertThat(weeks.day(Weeks.COUNT - 1)).isEqualTo("2026-11-20");
        assertThat(weeks.day(0)).isEqualTo("2026-10-02");
    }

    @Test
    void theSameCityOnTheSameDayIsTheSameData() {
        var again = new Weeks(Population.SMALL, FIRST_DAY, Map.of("approval", "常州市行政审批局"));

        assertThat(again.deliveries(5)).isEqualTo(weeks.deliveries(5));
    }

    @Test
    void everyFileHasAKeyOfItsOwn() {
        assertThat(all()).extracting(Delivery::key).doesNotHaveDuplicates();
    }

    @Test
    void mostRowsAreGoodSomeLateSomeWrongSomeTwice() {
        int rows = 0;
        int accepted = 0;
        int refused = 0;
        int duplicates = 0;
        int late = 0;
        for (int week = 0; week < Weeks.COUNT; week++) {
            for (var delivery : weeks.deliveries(week)) {
                var counts = check(delivery, week, new ArrayList<>());
                rows += counts.rows();
                accepted += counts.accepted();
                refused += counts.refused();
                duplicates += counts.duplicates();
                late += counts.late();
            }
        }
        assertThat(accepted).isGreaterThan(rows * 9 / 10);
        assertThat(refused).isBetween(10, rows / 20);
        assertThat(duplicates).isBetween(1, rows / 50);
        assertThat(late).isBetween(10, rows / 10);
    }

    @Test
    void onlySpoiltRowsAreRefused() {
        for (var delivery : weeks.deliveries(4)) {
            var rows = new ArrayList<CheckedRow>();
            check(delivery, 4, rows);
            for (var row : rows) {
                if (row instanceof CheckedRow.Refused refused) {
                    assertThat(refused.findings())
                            .filteredOn(finding -> finding.severity() == FindingSeverity.ERROR)
                            .extracting(finding -> finding.field())
                            .isSubsetOf("许可决定日期", "行政许可决定文书号", "行政相对人名称", "处罚决定日期", "行政处罚决定书文号", "做出承诺日期", "承诺书编号");
                }
            }
        }
    }

    @Test
    void everybodyIsReserved() {
        for (var delivery : all()) {
            for (var row : delivery.rows()) {
                var code = row.get("creditCode");
                assertThat(
                                code == null
                                        ? FictionalCodes.isPerson(row.getOrDefault("idNumber", ""))
                                        : FictionalCodes.isOrganisation(code))
                        .isTrue();
                assertThat(FictionalCodes.isOrganisation(row.getOrDefault("authorityCode", "")))
                        .isTrue();
            }
        }
    }

    @Test
    void everyOrganisationAndPersonHasARecord() {
        var seen = new HashSet<String>();
        for (var delivery : all()) {
            delivery.rows().forEach(row -> {
                seen.add(row.getOrDefault("creditCode", ""));
                seen.add(row.getOrDefault("idNumber", ""));
            });
        }
        for (int i = 0; i < Population.SMALL.organisations(); i++) {
            assertThat(seen).contains(Population.SMALL.organisation(i).code());
        }
        for (int i = 0; i < Population.SMALL.persons(); i++) {
            assertThat(seen).contains(Population.SMALL.citizen(i).number());
        }
    }

    @Test
    void theCastPlaysItsParts() {
        assertThat(itemsOf(DemoCast.PENALISED.code())).contains("administrative-licence", "administrative-penalty");
        assertThat(itemsOf(DemoCast.MODEL.code())).contains("incentive-list-entry");
        assertThat(itemsOf(DemoCast.DEFAULTER.code())).contains("serious-list-entry");
        assertThat(itemsOf(DemoCast.PLAIN.code())).containsExactly("administrative-licence");
        assertThat(itemsOf(DemoCast.CITIZEN.number())).contains("administrative-licence");
        assertThat(itemsOf(DemoCast.DEFAULTING_CITIZEN.number())).contains("serious-list-entry");
    }

    private List<String> itemsOf(String number) {
        return all().stream()
                .filter(delivery -> delivery.rows().stream()
                        .anyMatch(row -> number.equals(row.get("creditCode")) || number.equals(row.get("idNumber"))))
                .map(Delivery::item)
                .toList();
    }
}
