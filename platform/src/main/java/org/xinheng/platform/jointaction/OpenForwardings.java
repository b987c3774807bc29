package org.xinheng.platform.jointaction;

import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.pack.EntryState;
import org.xinheng.kernel.pack.Measure;
import org.xinheng.kernel.pack.Nature;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.casework.CaseKind;
import org.xinheng.platform.listing.ListingEffects;
import org.xinheng.platform.listing.ListingEnded;
import org.xinheng.platform.listing.ListingEntered;
import org.xinheng.platform.measure.Measures;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.MeasureId;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.subject.Subjects;

/**
 * Notes for the credit office which measures of a listing are executed outside the city, and takes back what was passed on
 * when the listing ends. What is only recommended to somebody outside is not passed on case by case: they read the list where
 * it is published. Nothing about a person is passed on to who is no public body: the court's own order reaches them.
 */
@Component
class OpenForwardings {

    private static final Actor SELF = Actor.platform("joint-action");

    private final Packs packs;
    private final Order order;
    private final Measures measures;
    private final Subjects subjects;
    private final ListingEffects effects;
    private final Forwardings forwardings;
    private final Changes changes;
    private final IdGenerator ids;
    private final JdbcClient jdbc;

    OpenForwardings(
            Packs packs,
            Order order,
            Measures measures,
            Subjects subjects,
            ListingEffects effects,
            Forwardings forwardings,
            Changes changes,
            IdGenerator ids,
            JdbcClient jdbc) {
        this.packs = packs;
        this.order = order;
        this.measures = measures;
        this.subjects = subjects;
        this.effects = effects;
        this.forwardings = forwardings;
        this.changes = changes;
        this.ids = ids;
        this.jdbc = jdbc;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ListingEntered entered) {
        var rules = packs.today();
        var kind = subjects.get(entered.subject()).kind();
        var effect = effects.of(entered.subject(), entered.listing());
        var change = changes.open(SELF);
        for (var measure : measures.ofList(rules, effect.list(), kind, EntryState.FORWARDED, order.today())) {
            if (measure.nature() != Nature.MANDATORY || !effect.brings(measure.origin())) {
                continue;
            }
            for (var executor : measure.executors()) {
                var agency = rules.agencies().get(executor);
                if (agency != null && !(agency.guest() && kind.personal())) {
                    open(entered.subject(), entered.listing(), effect, measure, new AgencyId(executor), change);
                }
            }
        }
    }

    private void open(
            SubjectId subject,
            ListingId listing,
            ListingEffects.Effect effect,
            Measure measure,
            AgencyId recipient,
            Change change) {
        var id = ids.next();
        int opened = jdbc.sql("""
                        insert into jointaction.forwarding
                            (subject_id, id, change_id, listing_id, list_id, measure, recipient, opened_on)
                        values (:subject, :id, :change, :listing, :list, :measure, :recipient, :today)
                        on conflict do nothing
                        """)
                .param("subject", subject.value())
                .param("id", id)
                .param("change", change.id().value())
                .param("listing", listing.value())
                .param("list", effect.list().value())
                .param("measure", measure.id())
                .param("recipient", recipient.value())
                .param("today", order.today())
                .update();
        if (opened == 0) {
            // Told again of the same listing: it was passed on, or waits for it, already.
            return;
        }
        var forwarding = new Forwardings.Standing(
                subject, id, listing, new MeasureId(measure.id()), recipient, ForwardingState.DUE, 0);
        forwardings.append(forwarding, ForwardingState.DUE, order.today(), SELF.id(), null, change);
        forwardings.await(forwarding, CaseKind.FORWARDING, effect.validUntil(), change);
    }

    /** What left has to be taken back; what did not leave never will. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ListingEnded ended) {
        var change = changes.open(SELF);
        for (var forwarding : forwardings.standing(ended.subject(), ended.listing())) {
            UUID id = forwarding.id();
            if (forwarding.state().left()) {
                forwardings.append(forwarding, ForwardingState.TO_WITHDRAW, order.today(), SELF.id(), null, change);
                forwardings.await(forwarding, CaseKind.FORWARDING_WITHDRAWAL, null, change);
            } else if (forwarding.state() == ForwardingState.DUE) {
                forwardings.append(forwarding, ForwardingState.CLOSED, order.today(), SELF.id(), null, change);
                forwardings.settle(id, change);
            }
        }
    }
}
