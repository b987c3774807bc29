package org.xinheng.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.xinheng.demo.population.Population;
import org.xinheng.kernel.identifier.IdType;
import org.xinheng.platform.subject.Identity;
import org.xinheng.platform.subject.PopulationRegister.Reply;

class FictionalRegisterTest {

    private final Population population = new Population(10, 20);
    private final FictionalRegister register = new FictionalRegister(population);

    @Test
    void itKnowsItsFictionalCitizensByNumberAndNameTogether() {
        var citizen = population.citizen(7);
        var other = population.citizen(8);

        assertThat(register.ask(new Identity.Person(IdType.CITIZEN_ID, citizen.number(), citizen.name())))
                .isEqualTo(Reply.AGREES);
        assertThat(register.ask(new Identity.Person(IdType.CITIZEN_ID, citizen.number(), other.name())))
                .isEqualTo(Reply.DIFFERS);
        assertThat(register.ask(new Identity.Person(
                        IdType.CITIZEN_ID, population.citizen(20).number(), "无此人")))
                .isEqualTo(Reply.DIFFERS);
    }

    @Test
    void itIsSilentOnCertificatesItDoesNotKeep() {
        assertThat(register.ask(new Identity.Person(IdType.PASSPORT, "E12345678", "某人")))
                .isEqualTo(Reply.SILENT);
    }
}
