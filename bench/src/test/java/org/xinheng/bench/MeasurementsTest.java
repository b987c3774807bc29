package org.xinheng.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The measurements do their work; how long it takes is for the command. */
class MeasurementsTest {

    @Test
    void aDivisionOfAHundredTasksIsReadWhole() throws Exception {
        assertThat(PolicyParse.measure(4)).contains("100 tasks", "4 runs");
    }

    @Test
    void theBoardOfThoseImportedIsOpened() throws Exception {
        var packs = Path.of(System.getProperty("xinheng.home"), "packs");

        assertThat(TaskBoardPage.measure(packs, 100, 2)).contains("100 tasks", "2 runs");
    }
}
