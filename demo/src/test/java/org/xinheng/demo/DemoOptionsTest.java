package org.xinheng.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.demo.population.Population;

class DemoOptionsTest {

    private static final Path HOME = Path.of("/home/xinheng");

    @Test
    void withoutArgumentsItIsASmallChangzhou() throws DemoOptions.WrongUse {
        assertThat(DemoOptions.parse(List.of(), HOME))
                .isEqualTo(new DemoOptions(
                        "changzhou", Population.SMALL, 8080, Path.of("/home/xinheng/var/demo/changzhou"), false));
    }

    @Test
    void everyOptionIsUnderstood() throws DemoOptions.WrongUse {
        var arguments =
                List.of("--city", "qidong", "--size", "city", "--port", "9000", "--data", "/srv/demo", "--fresh");

        assertThat(DemoOptions.parse(arguments, HOME))
                .isEqualTo(new DemoOptions("qidong", Population.CITY, 9000, Path.of("/srv/demo"), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--size large", "--port x", "--port 65535", "--port", "--city ../x", "--data --fresh", "extra"})
    void wrongUseIsToldWithTheRightUse(String arguments) {
        assertThatThrownBy(() -> DemoOptions.parse(List.of(arguments.split(" ")), HOME))
                .isInstanceOf(DemoOptions.WrongUse.class)
                .hasMessageContaining("usage: demo");
    }
}
