package org.xinheng.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Role;

@PlatformTest
class CodeQualityTest {

    private static final String PENALTY = "administrative-penalty";

    @LocalServerPort
    int port;

    @Autowired
    Packs packs;

    @Autowired
    Callers callers;

    @Autowired
    CodeQuality quality;

    @Autowired
    CollectionStatistics statistics;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void setClock() {
        clock.set(LocalDate.parse("2026-05-22"));
    }

    @Test
    void wrongMissingAndDoubledCodesStandWithTheirAgency() {
        var sender = new Sender(port, callers.bearer("codes-justice", "justice", Set.of(Role.REPORTER), Set.of()));
        var person = Tables.with(
                of(Tables.personsPenalty(
                        Synthetic.citizen(LocalDate.parse("1985-03-04"), 8), "宁采薇", "常司罚字〔2027〕6606号", "2026-05-18")),
                "证件号码",
                "32049919850304001X");
        sender.send(
                PENALTY,
                Tables.csv(
                        StandardCharsets.UTF_8,
                        List.of(
                                row(6601, 6601),
                                Tables.with(row(6602, 6602), "统一社会信用代码", "91320499MAXH00002X"),
                                Tables.with(row(6603, 6603), "统一社会信用代码", ""),
                                Tables.with(row(6604, 6601), "行政相对人名称", "天蚕七四三更名有限公司"),
                                Tables.with(row(6605, 6605), "行政相对人名称", "天蚕七四三更名有限公司"),
                                Tables.with(row(6607, 6607), "行政相对人名称", "天蚕七四三更名有限公司"),
                                person)));
        var clerk = Callers.officer("codes-clerk", "justice", Role.REPORTER);
        var month = YearMonth.of(2026, 5);
        var scope = CollectionScope.of(clerk, packs.today(), null, null, month, month);

        assertThat(quality.lines(scope, statistics.lines(scope)))
                .extracting(
                        line -> line.agency().value(),
                        CodeQuality.Line::rows,
                        CodeQuality.Line::wrong,
                        CodeQuality.Line::missing,
                        CodeQuality.Line::doubtful)
                .containsExactly(tuple("justice", 7L, 1L, 1L, 1L));
        assertThat(quality.rows(scope))
                .extracting(CodeQuality.Row::line, CodeQuality.Row::fault)
                .containsExactly(
                        tuple(3, CodeQuality.Fault.WRONG),
                        tuple(4, CodeQuality.Fault.MISSING),
                        tuple(5, CodeQuality.Fault.DOUBTFUL));
        assertThat(quality.oneNameSeveralCodes(scope))
                .anySatisfy(one -> assertThat(one.codes())
                        .containsExactlyInAnyOrder(Synthetic.organisation(6605), Synthetic.organisation(6607)));
        assertThat("" + quality.rows(scope) + quality.oneNameSeveralCodes(scope))
                .doesNotContain("宁采薇", "19850304");
        var other = CollectionScope.of(
                Callers.officer("codes-other", "establishment", Role.REPORTER),
                packs.today(),
                null,
                null,
                month,
                month);
        assertThat(quality.rows(other)).isEmpty();
        assertThat(quality.oneNameSeveralCodes(other)).isEmpty();
    }

    private static Map<String, String> row(int number, int organisation) {
        var row = Tables.penalty(organisation, "常司罚字〔2027〕" + number + "号", "2026-05-18");
        return of(row);
    }

    private static Map<String, String> of(Map<String, String> row) {
        return Tables.with(
                Tables.with(Tables.with(row, "处罚机关", "常州市司法局"), "数据来源单位", "常州市司法局"), "违法行为发生日期", "2026-03-02");
    }
}
