package org.xinheng.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "here",
                "--port",
                "--port x",
                "--port 65535",
                "--port 99999",
                "--fresh yes",
                "--log xml",
                "--data --city",
                "--port 1 --port 2"
            })
    void wrongUseIsSeen(String arguments) {
        assertThat(Serve.Wanted.read(List.of(arguments.split(" ")))).isNull();
    }

    @Test
    void whatIsAskedForIsMeant() {
        var wanted = Objects.requireNonNull(Serve.Wanted.read(List.of(
                "--port",
                "8088",
                "--data",
                "/srv/x/../data",
                "--city",
                "qidong",
                "--database-url",
                "jdbc:x",
                "--log",
                "json")));

        assertThat(wanted.start().port()).isEqualTo(8088);
        assertThat(wanted.start().data()).isEqualTo(Path.of("/srv/data"));
        assertThat(wanted.start().city()).isEqualTo("qidong");
        assertThat(wanted.start().databaseUrl()).isEqualTo("jdbc:x");
        assertThat(wanted.settings()).containsKey("logging.config");
        assertThat(wanted.start().keys()).isEqualTo(Path.of("/srv/data.keys"));
    }
}
