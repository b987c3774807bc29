package org.xinheng.kernel.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineTest {

    private static final LocalDate ISSUED = LocalDate.of(2019, 6, 12);

    @ParameterizedTest
    @CsvSource({
        "等重点领域2020年年底前率先实施,2020年年底前,2020-12-31",
        "采取信用加分等措施，到2020年全面应用,到2020年,2020-12-31",
        "2020年6月底前完成,2020年6月底前,2020-06-30",
        "2020年2月底前完成,2020年2月底前,2020-02-29",
        "２０２０年１０月３１日前报送,２０２０年１０月３１日前,2020-10-31",
        "2021年第一季度启动,2021年第一季度,2021-03-31",
        "2021年上半年建成,2021年上半年,2021-06-30",
        "力争2022年末实现全覆盖,2022年末,2022-12-31",
        "2020年内出台,2020年内,2020-12-31",
        "到2021年6月底，实现共享,到2021年6月底,2021-06-30",
        "2020年9月中旬前完成,2020年9月中旬前,2020-09-20",
        "今年年底前建成,今年年底前,2019-12-31",
        "明年3月底前建成,明年3月底前,2020-03-31"
    })
    void calendarDeadlinesEndOnTheLastDayMeant(String text, String printed, LocalDate last) {
        assertThat(Deadline.in(text, ISSUED)).containsExactly(new Deadline(printed, last));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "自作出决定之日起7个工作日内公示",
                "每年12月底前报送",
                "每年年底前报送",
                "2018年市政府先后印发了一系列文件",
                "2020年以来",
                "从2021年起实施",
                "对连续3年无不良信用记录的",
                "截至2019年底，已归集",
                "2018年至2020年",
                "2020年度考核",
                "2020年13月底前"
            })
    void otherTermsAreNone(String text) {
        assertThat(Deadline.in(text, ISSUED)).isEmpty();
    }

    @Test
    void inAColumnOfDeadlinesThePeriodIsEnough() {
        assertThat(Deadline.inColumn("2020年6月", null))
                .containsExactly(new Deadline("2020年6月", LocalDate.of(2020, 6, 30)));
        assertThat(Deadline.inColumn("长期坚持", null)).isEmpty();
    }
}
