package org.xinheng.platform.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.kernel.CreditException;

class WrittenTest {

    @Test
    void whatIsWrittenAsItShouldBeIsRead() {
        assertThat(Written.day(" 2026-02-28 ")).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(Written.day("9999-12-31")).isEqualTo(LocalDate.of(9999, 12, 31));
        assertThat(Written.month("2026-02")).isEqualTo(YearMonth.of(2026, 2));
        assertThat(Written.year("2026")).isEqualTo(Year.of(2026));
        assertThat(Written.amount("-12.50")).isEqualByComparingTo("-12.5");
        assertThat(Written.whole("7")).isEqualTo(7);
        assertThat(Written.id("01a2e35c-3a22-7001-b74c-734b9df3aeb6"))
                .isEqualTo(UUID.fromString("01a2e35c-3a22-7001-b74c-734b9df3aeb6"));
        assertThat(Written.choice("AUDITOR", Role.class)).isEqualTo(Role.AUDITOR);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "　"})
    void nothingIsNotGiven(String nothing) {
        assertThat(Written.day(nothing)).isNull();
        assertThat(Written.month(nothing)).isNull();
        assertThat(Written.year(nothing)).isNull();
        assertThat(Written.amount(nothing)).isNull();
        assertThat(Written.whole(nothing)).isNull();
        assertThat(Written.id(nothing)).isNull();
        assertThat(Written.choice(nothing, Role.class)).isNull();
    }

    @Test
    void whatNoCalendarAndNoColumnHoldsIsRefusedWithoutBeingQuoted() {
        refused(Written::day, "2026-02-30", "昨天", "+999999999-12-31", "-0001-01-01", "1899-12-31", "20260901");
        refused(Written::month, "2026-13", "+999999999-12", "9999-12", "2026");
        refused(Written::year, "1000000000", "26", "year");
        refused(Written::amount, "1e999999999", "0x1", "1,000", "9".repeat(16), "0." + "1".repeat(7), "NaN");
        refused(Written::whole, "99999999999", "1.5", "一");
        refused(Written::id, "no-id", "------------------------------------");
        refused(text -> Written.choice(text, Role.class), "NO_SUCH", "auditor");
    }

    private static void refused(Function<String, ?> read, String... texts) {
        for (var text : texts) {
            assertThatExceptionOfType(CreditException.class)
                    .as(text)
                    .isThrownBy(() -> read.apply(text))
                    .satisfies(refusal -> {
                        assertThat(refusal.code()).isEqualTo(SharedError.VALUE_NOT_READABLE);
                        assertThat(refusal.arguments()).isEmpty();
                    });
        }
    }
}
