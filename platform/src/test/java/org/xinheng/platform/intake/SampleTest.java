package org.xinheng.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.access.AccessError;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.Role;

/** A draw can be repeated, is on record, and is judged by people. */
@PlatformTest
class SampleTest {

    private static final ItemId ITEM = new ItemId("administrative-penalty");
    private static final AgencyId AGENCY = new AgencyId("health");
    private static final Actor OFFICE = Callers.officer("sample-office", "credit-office", Role.CREDIT_OFFICE);

    @LocalServerPort
    int port;

    @Autowired
    Callers callers;

    @Autowired
    DrawSample draw;

    @Autowired
    Samples samples;

    @Autowired
    Order order;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void setClock() {
        clock.set(SettableClock.START);
    }

    @Test
    void theSameSeedDrawsTheSameNumbersAndEachIsAsLikelyAsAnother() {
        assertThat(RandomDraw.draw("a seed", 1000, 50))
                .isEqualTo(RandomDraw.draw("a seed", 1000, 50))
                .hasSize(50)
                .doesNotHaveDuplicates()
                .allMatch(number -> number >= 1 && number <= 1000)
                .isSorted();
        // As the page tells an auditor to repeat it: smallest SHA-256 of "seed:number" first.
        assertThat(RandomDraw.draw("xinheng", 5, 2)).isEqualTo(List.of(2, 5));
        var drawn = new int[10];
        for (int seed = 0; seed < 2000; seed++) {
            RandomDraw.draw("s" + seed, 10, 3).forEach(number -> drawn[number - 1]++);
        }
        assertThat(drawn).hasSize(10);
        for (int times : drawn) {
            assertThat(times).isBetween(500, 700);
        }
    }

    @Test
    void aCountysCreditOfficeDrawsFromItsOwnAgenciesOnly() {
        var county = Callers.officer("sample-county", "district-credit-office", Role.CREDIT_OFFICE);
        var drawn = draw.register(AGENCY, ITEM, "常卫罚〔2026〕", 1, 10, "号", 1, OFFICE);
        var place = samples.drawn(samples.get(drawn)).getFirst().place();

        for (ThrowingCallable act : List.<ThrowingCallable>of(
                () -> draw.register(AGENCY, ITEM, "常卫罚〔2026〕", 1, 10, "号", 1, county),
                () -> draw.find(drawn, place, SampleFinding.CONCEALED, "", county))) {
            assertThatThrownBy(act)
                    .isInstanceOfSatisfying(
                            CreditException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(AccessError.OTHER_AGENCY));
        }
        assertThat(draw.register(new AgencyId("xinbei-government"), ITEM, "常新罚〔2026〕", 1, 10, "号", 1, county))
                .isNotNull();
    }

    @Test
    void numbersOfARegisterAreDrawnComparedAndJudged() {
        var sender = new Sender(port, callers.bearer("sample-health", "health", Set.of(Role.REPORTER), Set.of()));
        var name = "常州市卫生健康委员会";
        var row = Tables.with(
                Tables.with(Tables.penalty(6401, "常卫罚字〔2026〕2号", "2026-11-18"), "处罚机关", name), "数据来源单位", name);
        assertThat(sender.send(ITEM.value(), Tables.csv(StandardCharsets.UTF_8, List.of(row)))
                        .get("accepted")
                        .asInt())
                .isEqualTo(1);

        var id = draw.register(AGENCY, ITEM, "常卫罚字〔2026〕", 1, 3, "号", 3, OFFICE);

        var sample = samples.get(id);
        assertThat(samples.drawn(sample))
                .extracting(Samples.Drawn::number, Samples.Drawn::here)
                .containsExactly(
                        tuple("常卫罚字〔2026〕1号", false), tuple("常卫罚字〔2026〕2号", true), tuple("常卫罚字〔2026〕3号", false));
        draw.find(id, 1, SampleFinding.CONCEALED, "登记簿上有", OFFICE);
        draw.find(id, 2, SampleFinding.REPORTED, "", OFFICE);
        draw.find(id, 3, SampleFinding.CONCEALED, "", OFFICE);
        draw.find(id, 3, SampleFinding.NOT_ISSUED, "空号", OFFICE);

        var judged = samples.get(id);
        assertThat(judged.found()).isEqualTo(3);
        assertThat(judged.counted()).isEqualTo(2);
        assertThat(judged.concealed()).isEqualTo(1);
        assertThat(samples.drawn(judged))
                .extracting(Samples.Drawn::finding)
                .containsExactly(SampleFinding.CONCEALED, SampleFinding.REPORTED, SampleFinding.NOT_ISSUED);
        assertThat(order.of(id))
                .extracting(Order.Entry::type)
                .containsExactly("SampleDrawn", "SampleFound", "SampleFound", "SampleFound", "SampleFound");
    }

    @Test
    void aDrawOfARegisterIsWhatItsSeedSays() {
        var id = draw.register(AGENCY, ITEM, "常卫罚字〔2025〕", 101, 400, "号", 20, OFFICE);

        var sample = samples.get(id);
        assertThat(samples.drawn(sample))
                .extracting(Samples.Drawn::place)
                .isEqualTo(RandomDraw.draw(sample.seed(), 300, 20));
        assertThat(new HashSet<>(samples.drawn(sample).stream()
                        .map(Samples.Drawn::number)
                        .toList()))
                .hasSize(20)
                .allMatch(number -> String.valueOf(number).matches("常卫罚字〔2025〕[1-4]\\d\\d号"));
    }

    @Test
    void onlyTheCreditOfficeDrawsAndNothingIsDrawnFromNothing() {
        var clerk = Callers.officer("sample-clerk", "health", Role.REPORTER);
        assertThatThrownBy(() -> draw.register(AGENCY, ITEM, "常卫罚字〔2026〕", 1, 9, "号", 3, clerk))
                .isInstanceOf(CreditException.class);
        for (var range : List.of(Map.entry(5, 4), Map.entry(1, 2), Map.entry(0, 10))) {
            assertThatThrownBy(() ->
                            draw.register(AGENCY, ITEM, "常卫罚字〔2026〕", range.getKey(), range.getValue(), "号", 3, OFFICE))
                    .isInstanceOfSatisfying(
                            CreditException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(IntakeError.SAMPLE_IMPOSSIBLE));
        }
        var id = draw.decisions(AGENCY, ITEM, List.of("CZ-1", "CZ-2"), 1, OFFICE);
        assertThatThrownBy(() -> draw.find(id, 3, SampleFinding.REPORTED, "", OFFICE))
                .isInstanceOf(CreditException.class);
    }
}
