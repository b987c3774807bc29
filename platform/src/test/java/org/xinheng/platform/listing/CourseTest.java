package org.xinheng.platform.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xinheng.kernel.pack.CreditList;
import org.xinheng.kernel.pack.ListKind;
import org.xinheng.kernel.pack.ListOrigin;
import org.xinheng.kernel.pack.PackReader;

class CourseTest {

    static List<CreditList> determinedHere() {
        var packs = Path.of(System.getProperty("xinheng.home", "..")).resolve("packs");
        return PackReader.read(packs, "changzhou").lists().values().stream()
                .filter(list -> list.origin() == ListOrigin.DETERMINED_HERE)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("determinedHere")
    void theWayLeadsFromTheProposalThroughADecisionToThePortal(CreditList list) {
        assertThat(Course.way(list))
                .startsWith(DeterminationState.PROPOSED, DeterminationState.CROSS_CHECKED)
                .contains(DeterminationState.DECIDED)
                .endsWith(DeterminationState.PUBLISHED)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("determinedHere")
    void nobodyIsListedAgainstWithoutNoticeStatementReviewAndService(CreditList list) {
        if (list.kind() != ListKind.INCENTIVE) {
            assertThat(Course.way(list))
                    .contains(
                            DeterminationState.NOTICE_SERVED,
                            DeterminationState.STATEMENT_CLOSED,
                            DeterminationState.LEGALLY_REVIEWED,
                            DeterminationState.SERVED);
        }
        assertThat(Course.way(list).contains(DeterminationState.PUBLIC_NOTICE))
                .isEqualTo(list.kind() == ListKind.INCENTIVE && list.procedure().publicNoticeDays() > 0);
    }

    @ParameterizedTest
    @MethodSource("determinedHere")
    void anActLeadsToOneStateOnly(CreditList list) {
        for (var state : DeterminationState.values()) {
            assertThat(Course.from(list, state)).extracting(Course.Edge::act).doesNotHaveDuplicates();
        }
    }

    @Test
    void whatEndedHasNoWayOut() {
        for (var list : determinedHere()) {
            for (var state : DeterminationState.values()) {
                if (state.ended() || state == DeterminationState.PUBLISHED) {
                    assertThat(Course.from(list, state)).isEmpty();
                }
            }
        }
    }
}
