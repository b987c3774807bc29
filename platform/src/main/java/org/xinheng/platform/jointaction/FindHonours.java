package org.xinheng.platform.jointaction;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.pack.ItemKind;
import org.xinheng.kernel.pack.ListKind;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.casework.CaseDraft;
import org.xinheng.platform.casework.CaseKind;
import org.xinheng.platform.casework.CloseCase;
import org.xinheng.platform.casework.OpenCase;
import org.xinheng.platform.listing.ListingCorrected;
import org.xinheng.platform.listing.ListingEffects;
import org.xinheng.platform.listing.ListingEnded;
import org.xinheng.platform.listing.ListingEntered;
import org.xinheng.platform.listing.ListingResumed;
import org.xinheng.platform.listing.ListingSuspended;
import org.xinheng.platform.listing.Listings;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.record.Records;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.subject.Subjects;

/**
 * Finds the honours of an organisation that is entered in a serious list, and asks whoever awarded each to look. Persons are
 * left out: an awarding agency has no need to learn by us who stands on a list.
 */
@Component
class FindHonours {

    private static final Actor SELF = Actor.platform("joint-action");

    private final Packs packs;
    private final Order order;
    private final Subjects subjects;
    private final Records records;
    private final Listings listings;
    private final ListingEffects effects;
    private final OpenCase openCase;
    private final CloseCase closeCase;
    private final Changes changes;
    private final IdGenerator ids;
    private final JdbcClient jdbc;

    FindHonours(
            Packs packs,
            Order order,
            Subjects subjects,
            Records records,
            Listings listings,
            ListingEffects effects,
            OpenCase openCase,
            CloseCase closeCase,
            Changes changes,
            IdGenerator ids,
            JdbcClient jdbc) {
        this.packs = packs;
        this.order = order;
        this.subjects = subjects;
        this.records = records;
        this.listings = listings;
        this.effects = effects;
        this.openCase = openCase;
        this.closeCase = closeCase;
        this.changes = changes;
        this.ids = ids;
        this.jdbc = jdbc;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ListingEntered entered) {
        align(entered.subject(), entered.listing());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ListingCorrected corrected) {
        align(corrected.subject(), corrected.listing());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ListingResumed resumed) {
        align(resumed.subject(), resumed.listing());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ListingSuspended suspended) {
        settle(suspended.subject(), suspended.listing());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ListingEnded ended) {
        settle(ended.subject(), ended.listing());
    }

    private record Honour(UUID id, HonourReview.Kind kind, AgencyId agency) {}

    private void align(SubjectId subject, ListingId listing) {
        var rules = packs.today();
        var effect = effects.of(subject, listing);
        var list = rules.lists().get(effect.list().value());
        if (list == null
                || list.kind() != ListKind.SERIOUS
                || subjects.get(subject).kind().personal()) {
            return;
        }
        settle(subject, listing);
        if (!effect.joint()) {
            return;
        }
        var change = changes.open(SELF);
        honours(subject, rules).forEach(honour -> ask(subject, listing, effect, honour, rules, change));
    }

    private List<Honour> honours(SubjectId subject, Pack rules) {
        var now = order.now();
        var found = new ArrayList<Honour>();
        for (var record : records.inForce(subject, now)) {
            var item = rules.items().get(record.item().value());
            if (item != null && item.kind() == ItemKind.HONOUR) {
                found.add(new Honour(record.id().value(), HonourReview.Kind.RECORD, known(record.authority(), rules)));
            }
        }
        for (var listing : listings.inForce(subject, now)) {
            var list = rules.lists().get(listing.list().value());
            if (list != null && list.kind() == ListKind.INCENTIVE) {
                found.add(new Honour(
                        listing.id().value(), HonourReview.Kind.LISTING, known(new AgencyId(list.owner()), rules)));
            }
        }
        return found;
    }

    /** Honours of a body the packs do not name are looked at by the credit office. */
    private static AgencyId known(AgencyId agency, Pack rules) {
        return rules.agencies().containsKey(agency.value()) ? agency : AgencyId.CREDIT_OFFICE;
    }

    private void ask(
            SubjectId subject,
            ListingId listing,
            ListingEffects.Effect effect,
            Honour honour,
            Pack rules,
            Change change) {
        var today = order.today();
        var fresh = ids.next();
        int opened = jdbc.sql("""
                        insert into jointaction.honour_review
                            (subject_id, id, change_id, listing_id, list_id, honour, kind, agency, opened_on)
                        values (:subject, :id, :change, :listing, :list, :honour, :kind, :agency, :today)
                        on conflict (subject_id, listing_id, honour) do nothing
                        """)
                .param("subject", subject.value())
                .param("id", fresh)
                .param("change", change.id().value())
                .param("listing", listing.value())
                .param("list", effect.list().value())
                .param("honour", honour.id())
                .param("kind", honour.kind().name())
                .param("agency", honour.agency().value())
                .param("today", today)
                .update();
        if (opened == 1) {
            change.publish(new HonourReviewOpened(subject, fresh, listing, honour.agency()));
        }
        undecided(subject, listing, honour.id())
                .forEach(review -> openCase.open(
                        new CaseDraft(
                                CaseKind.HONOUR_REVIEW,
                                subject,
                                review,
                                honour.agency(),
                                Role.CHECKER,
                                null,
                                Clocks.due(rules, CaseKind.HONOUR_REVIEW, today),
                                effect.validUntil()),
                        change));
    }

    private List<UUID> undecided(SubjectId subject, ListingId listing, UUID honour) {
        return jdbc.sql("""
                        select r.id from jointaction.honour_review r
                        where r.subject_id = :subject and r.listing_id = :listing and r.honour = :honour
                          and not exists (select 1 from jointaction.honour_decision d
                                          where d.subject_id = r.subject_id and d.review_id = r.id)
                        """)
                .param("subject", subject.value())
                .param("listing", listing.value())
                .param("honour", honour)
                .query(UUID.class)
                .list();
    }

    private void settle(SubjectId subject, ListingId listing) {
        var change = changes.open(SELF);
        jdbc.sql("select id from jointaction.honour_review where subject_id = :subject and listing_id = :listing")
                .param("subject", subject.value())
                .param("listing", listing.value())
                .query(UUID.class)
                .list()
                .forEach(review -> closeCase.close(review, change, CaseKind.HONOUR_REVIEW));
    }
}
