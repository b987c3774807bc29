package org.xinheng.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.shared.Role;

/** Whatever is in a file, its sender gets a clear answer, and nothing else is harmed. */
@PlatformTest
class HostileFilesTest {

    private static final String PENALTY = "administrative-penalty";

    @LocalServerPort
    int port;

    @Autowired
    Callers callers;

    @Autowired
    SettableClock clock;

    @Autowired
    MessageSource messages;

    private Sender regulator;

    static Stream<HostileFile> files() {
        return Stream.of(HostileFiles.all(), HostileRows.all()).flatMap(List::stream);
    }

    @BeforeEach
    void signIn() {
        clock.set(SettableClock.START);
        regulator = new Sender(
                port, callers.bearer("intake-regulator", "market-regulator", Set.of(Role.REPORTER), Set.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void itsSenderGetsAClearAnswer(HostileFile hostile) throws Exception {
        var standing = regulator.send(PENALTY, hostile.file().make());

        var reason = standing.get("reason");
        if (hostile.reason() != null) {
            assertThat(standing.get("state").asString()).isEqualTo("REJECTED");
            assertThat(reason.get("code").asString()).isEqualTo(hostile.reason());
            assertThat(reason.get("detail").asString()).isNotBlank().doesNotContain("{0}", hostile.reason());
            assertThat(messages.getMessage("refusal." + hostile.reason(), null, Locale.ENGLISH))
                    .isNotBlank();
            return;
        }
        var id = standing.get("id").asString();
        var findings =
                regulator.get("/api/v1/submissions/" + id + "/findings.csv").text();
        assertThat(List.of(
                        standing.get("rows").asInt(),
                        standing.get("accepted").asInt(),
                        standing.get("refused").asInt(),
                        standing.get("duplicates").asInt()))
                .as(findings)
                .isEqualTo(hostile.counts());
        assertThat(findings).as("each in English too").doesNotContainPattern("(?m),$");
        for (var finding : hostile.findings()) {
            assertThat(findings).contains("," + finding.replace('|', ',') + ",");
        }
        assertThat(regulator
                        .get("/api/v1/submissions/" + id + "/corrected.xlsx")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void afterAllOfThemAGoodFileIsTakenInAsEver() {
        var standing = regulator.send(
                PENALTY,
                Tables.csv(StandardCharsets.UTF_8, List.of(Tables.penalty(6199, "常市监罚字〔2026〕6199号", "2026-11-18"))));

        assertThat(standing.get("accepted").asInt()).isEqualTo(1);
    }

    @Test
    void thereAreAtLeastSixtyOfThemAndEachHasItsOwnName() {
        var names = files().map(HostileFile::name).toList();

        assertThat(names).hasSizeGreaterThanOrEqualTo(60);
        assertThat(new HashSet<>(names)).hasSameSizeAs(names);
    }
}
