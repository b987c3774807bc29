package org.xinheng.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SubmissionStateTest {

    @ParameterizedTest
    @EnumSource(names = "RECEIVED", mode = EnumSource.Mode.EXCLUDE)
    void everyStateCanBeReached(SubmissionState state) {
        assertThat(SubmissionState.values()).anyMatch(before -> before.canBecome(state));
    }

    @ParameterizedTest
    @EnumSource
    void noStateFollowsItself(SubmissionState state) {
        assertThat(Arrays.stream(SubmissionState.values()).filter(state::canBecome))
                .doesNotContain(state);
    }

    @ParameterizedTest
    @EnumSource(names = "CHECKING", mode = EnumSource.Mode.EXCLUDE)
    void everyStateThatIsNoMereWorkStandsAsAFact(SubmissionState state) {
        assertThat(state.fact()).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"REJECTED", "RECALLED"})
    void nothingFollowsTheEnd(SubmissionState state) {
        assertThat(Arrays.stream(SubmissionState.values()).filter(state::canBecome))
                .isEmpty();
    }
}
