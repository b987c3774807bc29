package org.xinheng.platform.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
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

    /** With {@code XINHENG_WRITE_DOCS=true} in the environment the kept diagram is written anew. */
    @Test
    void theKeptDiagramIsThatOfTheTable() throws IOException {
        var lines = Course.table().stream()
                .map(edge -> "    " + edge.from() + " --> " + edge.to() + " : " + edge.act())
                .distinct()
                .collect(Collectors.joining("\n"));
        var drawn = """
                # The course of a determination

                Generated from `Course`, the one table of what may follow what. Which lines hold for a list, its pack entry says.

                ```mermaid
                stateDiagram-v2
                    [*] --> PROPOSED : PROPOSE
                %s
                ```
                """.formatted(lines);
        var kept = Path.of(System.getProperty("xinheng.home", "..")).resolve("docs/generated/determination.md");
        if (Boolean.parseBoolean(System.getenv("XINHENG_WRITE_DOCS"))) {
            Files.writeString(kept, drawn);
        }
        assertThat(Files.readString(kept))
                .as("docs/generated/determination.md is stale: run this test with XINHENG_WRITE_DOCS=true")
                .isEqualTo(drawn);
    }
}
