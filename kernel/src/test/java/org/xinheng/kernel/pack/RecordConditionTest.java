package org.xinheng.kernel.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordConditionTest {

    @ParameterizedTest
    @CsvSource({
        "AT_LEAST, 2, 1, false",
        "AT_LEAST, 2, 2, true",
        "AT_LEAST, 2, 3, true",
        "AT_MOST, 0, 0, true",
        "AT_MOST, 0, 1, false"
    })
    void countsWhatIsInForce(RecordCondition.Operator operator, int count, long records, boolean holds) {
        var condition = new RecordCondition("honour", operator, count, null, null, null, List.of());
        assertThat(condition.holds(records)).isEqualTo(holds);
    }
}
