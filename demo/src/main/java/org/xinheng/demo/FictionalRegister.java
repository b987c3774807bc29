package org.xinheng.demo;

import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.xinheng.demo.population.Population;
import org.xinheng.kernel.identifier.IdType;
import org.xinheng.platform.subject.Identity;
import org.xinheng.platform.subject.PopulationRegister;

/**
 * Stands for the city's population register in the demo: knows the fictional citizens and nobody else, and is silent on
 * certificates it does not keep. A real platform connects its own.
 */
@Component
class FictionalRegister implements PopulationRegister {

    private final Population population;

    @Autowired
    FictionalRegister(DemoFolder folder) {
        this(folder.population());
    }

    FictionalRegister(Population population) {
        this.population = population;
    }

    @Override
    public Reply ask(Identity.Person person) {
        if (person.type() != IdType.CITIZEN_ID) {
            return Reply.SILENT;
        }
        boolean agrees = IntStream.range(0, population.persons())
                .mapToObj(population::citizen)
                .anyMatch(citizen -> citizen.number().equals(person.number())
                        && citizen.name().equals(person.name()));
        return agrees ? Reply.AGREES : Reply.DIFFERS;
    }
}
