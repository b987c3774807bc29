package org.xinheng.demo.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xinheng.demo.DemoCast;
import org.xinheng.kernel.identifier.CitizenId;
import org.xinheng.kernel.identifier.CreditCode;

class PopulationTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    @Test
    void theFirstCodesAreThoseOfTheContract() {
        assertThat(FictionalCodes.organisation("91", 0)).isEqualTo("91320499MAXH00002T");
        assertThat(FictionalCodes.organisation("91", 1)).isEqualTo("91320499MAXH00010M");
    }

    @Test
    void everyOrganisationOfACityHasAValidReservedCodeAndNameOfItsOwn() {
        var codes = new HashSet<String>();
        var names = new HashSet<String>();
        for (int i = 0; i < Population.CITY.organisations(); i++) {
            var organisation = Population.CITY.organisation(i);
            assertThat(CreditCode.isValid(organisation.code())).isTrue();
            assertThat(organisation.code()).matches("(91|92|93|51|12)320499MAXH.{6}");
            codes.add(organisation.code().substring(8));
            names.add(organisation.name());
        }
        assertThat(codes).hasSize(Population.CITY.organisations());
        assertThat(names).hasSize(Population.CITY.organisations());
    }

    @Test
    void everyPersonOfACityIsOfAgeAndHasAValidReservedNumberOfTheirOwn() {
        var numbers = new HashSet<String>();
        for (int i = 0; i < Population.CITY.persons(); i++) {
            var citizen = Population.CITY.citizen(i);
            assertThat(citizen.number()).startsWith("320499");
            assertThat(CitizenId.parse(citizen.number(), TODAY).birthDate()).isBefore(TODAY.minusYears(19));
            numbers.add(citizen.number());
        }
        assertThat(numbers).hasSize(Population.CITY.persons());
    }

    @Test
    void theCastIsNotAmongThePopulation() {
        var everybody = new HashSet<String>();
        IntStream.range(0, Population.CITY.organisations())
                .forEach(i ->
                        everybody.add(Population.CITY.organisation(i).code().substring(8, 16)));
        IntStream.range(0, Population.CITY.persons())
                .forEach(i -> everybody.add(Population.CITY.citizen(i).number()));

        assertThat(DemoCast.organisations())
                .noneMatch(one -> everybody.contains(one.code().substring(8, 16)));
        assertThat(DemoCast.citizens()).noneMatch(one -> everybody.contains(one.number()));
    }

    @Test
    void anythingThatMightExistIsRefused() {
        var code = FictionalCodes.organisation("91", 0);
        var name = Population.SMALL.organisation(0).name();
        var person = Population.SMALL.citizen(0).name();

        assertThatThrownBy(() -> new Party.Organisation("91320411MA1MHHGB7Y", name, person))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Party.Organisation(code, "常州建设工程有限公司", person))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Party.Citizen("32040219880808001X", person))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Party.Citizen(Population.SMALL.citizen(0).number(), "王小明"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
