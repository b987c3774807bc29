package org.xinheng.platform.jointaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.pack.ListOrigin;
import org.xinheng.kernel.pack.Measure;
import org.xinheng.kernel.pack.MeasureOrigin;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.kernel.pack.PackReader;
import org.xinheng.kernel.pack.SubjectKind;
import org.xinheng.platform.listing.Listing;
import org.xinheng.platform.listing.ListingState;
import org.xinheng.platform.measure.Measures;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.MatterId;
import org.xinheng.platform.shared.SubjectId;

class PromptingTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-23");

    private final Pack rules = withAnOrder(PackReader.read(Path.of("..", "packs"), "changzhou"));
    private final Prompting prompting =
            new Prompting(new Measures(), new IdGenerator(Clock.systemUTC(), new Random(7)));

    @Test
    void anObjectionSuspendsJointMeasuresWhileWhatTheCourtOrderedStays() {
        assertThat(measures(listing(ListOrigin.RECEIVED, true, false)))
                .containsExactlyInAnyOrder("defaulter-bidding-limit", "ordered-by-court");
        assertThat(measures(listing(ListOrigin.RECEIVED, true, true))).containsExactly("ordered-by-court");
    }

    @Test
    void aSourceThatDoesNotAttestServicePromptsOnlyWhatItOrdered() {
        assertThat(measures(listing(ListOrigin.RECEIVED, false, false))).containsExactly("ordered-by-court");
    }

    private List<String> measures(Listing listing) {
        return prompting
                .prompts(
                        rules,
                        List.of(listing),
                        new MatterId("construction-bidding"),
                        SubjectKind.ENTERPRISE,
                        false,
                        DAY)
                .stream()
                .map(prompt -> prompt.measure().value())
                .toList();
    }

    private static Listing listing(ListOrigin origin, boolean attested, boolean suspended) {
        return new Listing(
                new ListingId(new UUID(1, 1)),
                new SubjectId(new UUID(1, 2)),
                1,
                new ListId("judgment-defaulters"),
                origin,
                ListingState.IN_FORCE,
                new AgencyId("court"),
                DAY,
                null,
                attested,
                DAY,
                null,
                null,
                suspended,
                new Listing.Content("（2026）苏0400执1号", "虚构人民法院", "虚构"),
                null,
                Instant.EPOCH);
    }

    /** The shipped rules and one measure that a court order itself commands. */
    private static Pack withAnOrder(Pack pack) {
        var joint = Objects.requireNonNull(pack.measures().get("defaulter-bidding-limit"));
        var measures = new LinkedHashMap<>(pack.measures());
        measures.put(
                "ordered-by-court",
                new Measure(
                        "ordered-by-court",
                        joint.label(),
                        joint.namedAs(),
                        joint.instruction(),
                        joint.kind(),
                        joint.nature(),
                        MeasureOrigin.OPERATIVE,
                        joint.family(),
                        joint.state(),
                        joint.advisory(),
                        joint.lists(),
                        joint.matters(),
                        joint.degrees(),
                        joint.targets(),
                        joint.executors(),
                        joint.basis(),
                        joint.feedbackDays(),
                        joint.favoursCompetitors(),
                        joint.fairCompetitionReview(),
                        joint.honourPoints(),
                        joint.reason(),
                        joint.source(),
                        joint.verified()));
        return new Pack(
                pack.layers(),
                pack.documents(),
                pack.items(),
                pack.lists(),
                measures,
                pack.matters(),
                pack.agencies(),
                pack.groups(),
                pack.terms(),
                pack.retention(),
                pack.behaviours(),
                pack.memoranda(),
                pack.indicators(),
                pack.assessments(),
                pack.refusals(),
                pack.settings());
    }
}
