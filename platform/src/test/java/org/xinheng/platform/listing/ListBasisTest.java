package org.xinheng.platform.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.platform.Refusing.refused;
import static org.xinheng.platform.listing.Determining.DECIDER;
import static org.xinheng.platform.listing.Determining.DECISION;
import static org.xinheng.platform.listing.Determining.PROPOSER;
import static org.xinheng.platform.listing.Determining.REVIEWER;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.xinheng.kernel.pack.Basis;
import org.xinheng.kernel.pack.CreditList;
import org.xinheng.kernel.pack.Document;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.packs.NextRelease;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.packs.ReleasePack;
import org.xinheng.platform.shared.ListId;

@PlatformTest
class ListBasisTest {

    private static final LocalDate EFFECTIVE = LocalDate.parse("2026-12-21");
    private static final LocalDate LAST_DAY = LocalDate.parse("2026-12-22");
    private static final ListId LIST = new ListId("list-of-a-repealed-order");

    @Autowired
    ApplicationContext context;

    @Autowired
    SettableClock clock;

    @Autowired
    Packs packs;

    @Autowired
    ReleasePack release;

    Determining determining;

    @BeforeEach
    void begin() {
        clock.set(SettableClock.START);
        determining = new Determining(context);
    }

    @Test
    void noEffectWithoutABasisInForceThatDay() {
        releaseAListWhoseOrderIsRepealed();
        clock.set(LAST_DAY);
        var company = determining.company(3140);
        var record = determining.penalty(company);
        var id = determining.the(ProposeDetermination.class).propose(company, LIST, List.of(record), "虚构", PROPOSER);
        determining.the(CrossCheck.class).check(id, PROPOSER);
        determining.the(GiveNotice.class).prior(id, LAST_DAY, "拟列入", PROPOSER);
        determining.the(CloseStatement.class).waived(id, LAST_DAY, "放弃", PROPOSER);
        determining.the(ReviewLegally.class).pass(id, "合法", REVIEWER);

        clock.set(LAST_DAY.plusDays(1));
        refused(
                ListingError.NO_BASIS_IN_FORCE,
                () -> determining.the(DecideDetermination.class).decide(id, DECISION, DECIDER));
        clock.set(LAST_DAY);
        determining.the(DecideDetermination.class).decide(id, DECISION, DECIDER);
        clock.set(LAST_DAY.plusDays(1));
        refused(
                ListingError.NO_BASIS_IN_FORCE,
                () -> determining.the(ServeDecision.class).serve(id, LAST_DAY.plusDays(1), true, true, PROPOSER));
        refused(
                ListingError.NO_BASIS_IN_FORCE,
                () -> determining
                        .the(ProposeDetermination.class)
                        .propose(determining.company(3141), LIST, List.of(record), "虚构", PROPOSER));
        assertThat(determining.inForce(company)).isEmpty();
    }

    /** The shipped rules and one more serious list, of an order that ends on {@code LAST_DAY}. */
    private void releaseAListWhoseOrderIsRepealed() {
        var now = packs.today();
        var order = document(now.documents().values().stream()
                .filter(document -> document.id().equals("market-regulation-order-44"))
                .findFirst()
                .orElseThrow());
        var list = list(now.lists().values().stream()
                .filter(known -> known.id().equals("market-regulation-serious"))
                .findFirst()
                .orElseThrow());
        NextRelease.after(now, "2026.test", EFFECTIVE)
                .documents(with(now.documents(), order.id(), order))
                .lists(with(now.lists(), list.id(), list))
                .activate(release);
    }

    private static <T> SequencedMap<String, T> with(SequencedMap<String, T> entries, String id, T entry) {
        var more = new LinkedHashMap<>(entries);
        more.put(id, entry);
        return more;
    }

    private static Document document(Document d) {
        return new Document(
                "repealed-order",
                d.title(),
                d.number(),
                d.issuer(),
                d.level(),
                d.territory(),
                d.inForceFrom(),
                LAST_DAY,
                null,
                d.reviewNumber(),
                d.rulesFor(),
                d.pilot(),
                d.source(),
                false);
    }

    private static CreditList list(CreditList l) {
        return new CreditList(
                LIST.value(),
                l.label(),
                l.namedAs(),
                l.kind(),
                l.origin(),
                l.state(),
                l.nationwide(),
                l.owner(),
                l.field(),
                l.targets(),
                List.of(new Basis("repealed-order", "第二条")),
                l.evidence(),
                l.term(),
                l.earliestExit(),
                l.entry(),
                l.exit(),
                l.remedy(),
                l.procedure(),
                l.reason(),
                l.source(),
                false);
    }
}
