package org.xinheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();

    @Test
    void eachCodeIsAnsweredWithALine() {
        var exit = run("", "code", "check", "91320499maxh00002t", "11010519491231002Ｘ");

        assertThat(exit).isEqualTo(Exit.DONE);
        assertThat(results()).isEqualTo("""
                        {"input":"91320499maxh00002t","kind":"USCC","valid":true,"normalized":"91320499MAXH00002T","reason":null}
                        {"input":"11010519491231002Ｘ","kind":"CITIZEN_ID","valid":true,"normalized":"11010519491231002X","reason":null}
                        """);
        assertThat(talk()).isEmpty();
    }

    @Test
    void standardInputIsAnsweredLineByLineBlankOnesToo() {
        var exit = run("91320499MAXH00002T\r\n\n无\n320499900101001\n\"\\\t\n914403001922038217", "code", "check", "-");

        assertThat(exit).isEqualTo(Exit.FINDINGS);
        assertThat(results()).isEqualTo("""
                        {"input":"91320499MAXH00002T","kind":"USCC","valid":true,"normalized":"91320499MAXH00002T","reason":null}
                        {"input":"","kind":null,"valid":false,"normalized":null,"reason":"EMPTY"}
                        {"input":"无","kind":null,"valid":false,"normalized":null,"reason":"PLACEHOLDER"}
                        {"input":"320499900101001","kind":"CITIZEN_ID","valid":true,"normalized":"320499199001010016","reason":"SUPERSEDED_FORM"}
                        {"input":"\\"\\\\\\t","kind":null,"valid":false,"normalized":null,"reason":"LENGTH"}
                        {"input":"914403001922038217","kind":"USCC","valid":false,"normalized":null,"reason":"CHECK_CHARACTER"}
                        """);
    }

    @Test
    void emptyStandardInputIsDone() {
        assertThat(run("", "code", "check", "-")).isEqualTo(Exit.DONE);
        assertThat(results()).isEmpty();
    }

    @Test
    void anEmptyArgumentIsAnswered() {
        assertThat(run("", "code", "check", "")).isEqualTo(Exit.FINDINGS);
        assertThat(results()).contains("\"reason\":\"EMPTY\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "codes", "code", "code verify X", "code check", "code check --json X", "help nothing"})
    void wrongUseIsAnsweredWithOneLineThatHelps(String line) {
        var exit = run("", line.isEmpty() ? new String[0] : line.split(" "));

        assertThat(exit).isEqualTo(Exit.WRONG_USE);
        assertThat(exit.status()).isEqualTo(2);
        assertThat(results()).isEmpty();
        assertThat(talk().lines()).singleElement().asString().containsAnyOf("xinheng help", "code check");
    }

    @ParameterizedTest
    @ValueSource(strings = {"help code check", "help code", "code check --help"})
    void helpSaysHowACommandIsCalled(String line) {
        assertThat(run("", line.split(" "))).isEqualTo(Exit.DONE);
        assertThat(results()).startsWith("xinheng code check CODE… | -");
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h"})
    void helpListsEveryCommandTheLauncherKnows(String line) throws IOException {
        assertThat(run("", line)).isEqualTo(Exit.DONE);
        assertThat(results().lines().filter(one -> one.startsWith("xinheng ")))
                .extracting(one -> one.replaceAll("^xinheng ([a-z]+).*", "$1"))
                .contains("code", "calendar", "file", "pack")
                .containsAll(launched());
    }

    /** The commands that the launcher does not hand to this program. */
    private static List<String> launched() throws IOException {
        var launcher = Path.of(System.getProperty("xinheng.home")).resolve("xinheng");
        return Pattern.compile("(?m)^    ([a-z]+)\\) shift;")
                .matcher(Files.readString(launcher))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"demo", "serve", "test", "bench", "audit", "audit verify", "audit export", "backup", "restore"})
    void helpKnowsTheCommandsWithAServer(String command) {
        assertThat(run("", ("help " + command).split(" "))).isEqualTo(Exit.DONE);
        assertThat(results()).startsWith("xinheng " + command);
    }

    @Test
    void anOutputThatBreaksIsAFailure() {
        var broken = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("no space left");
            }
        };

        var exit = Main.run(
                List.of("code", "check", "91320499MAXH00002T"),
                new ByteArrayInputStream(new byte[0]),
                broken,
                error,
                TODAY);

        assertThat(exit).isEqualTo(Exit.FAILED);
        assertThat(talk()).isEqualTo("xinheng: no space left\n");
    }

    private Exit run(String input, String... arguments) {
        var bytes = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        return Main.run(List.of(arguments), bytes, output, error, TODAY);
    }

    private String results() {
        return output.toString(StandardCharsets.UTF_8);
    }

    private String talk() {
        return error.toString(StandardCharsets.UTF_8);
    }
}
