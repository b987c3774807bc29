package org.xinheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DueDayTest {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();

    @Test
    void answersTheDayAlone() {
        assertThat(run("--from 2026-02-13 --working-days 7")).isEqualTo(Exit.DONE);
        assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo("2026-03-02\n");
        assertThat(error.size()).isZero();
    }

    @Test
    void jsonSaysWhetherTheYearsArePublished() {
        run("--from 2026-12-30 --working-days 3 --json");

        assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo("""
                        {"from":"2026-12-30","workingDays":3,"due":"2027-01-04","published":false,"years":[2026,2027],"provisionalYears":[2027]}
                        """);
    }

    @Test
    void aProvisionalDayIsSaidOnStandardError() {
        run("--from 2026-12-30 --working-days 3");

        assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo("2027-01-04\n");
        assertThat(error.toString(StandardCharsets.UTF_8))
                .contains("provisional")
                .contains("2027");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--from 2026-02-13",
                "--working-days 7",
                "--from 2026-02-30 --working-days 7",
                "--from 2026-02-13 --working-days -1",
                "--from 2026-02-13 --working-days seven",
                "--from 2026-02-13 --working-days 7 --xml",
                "--from 2026-02-13 --working-days 7 8",
                "--from 2026-02-13 --from 2026-02-14 --working-days 7"
            })
    void whatCannotBeMeantIsWrongUse(String arguments) {
        assertThat(run(arguments)).isEqualTo(Exit.WRONG_USE);
        assertThat(output.size()).isZero();
    }

    private Exit run(String arguments) {
        var words = new ArrayList<>(List.of("calendar", "due"));
        words.addAll(List.of(arguments.split(" ")));
        return Main.run(words, new ByteArrayInputStream(new byte[0]), output, error, LocalDate.of(2026, 11, 22));
    }
}
