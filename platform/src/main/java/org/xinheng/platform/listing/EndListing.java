package org.xinheng.platform.listing;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.pack.ListKind;
import org.xinheng.kernel.pack.ListOrigin;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.casework.CaseDraft;
import org.xinheng.platform.casework.CaseKind;
import org.xinheng.platform.casework.CloseCase;
import org.xinheng.platform.casework.OpenCase;
import org.xinheng.platform.casework.Paper;
import org.xinheng.platform.casework.Papers;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.Role;

/**
 * Ends a listing determined here before its time: early exit (提前移出) or annulment (撤销列入). One officer proposes,
 * another decides. A received listing is ended by its source, a term that is over by the clock.
 */
@Component
public class EndListing {

    private static final String UNDECIDED = """
            select id, state, proposed_by from listing.ending e
            where listing_id = :id and not exists (select 1 from listing.ending_decision where ending_id = e.id)
            """;

    private final JdbcClient jdbc;
    private final Listings listings;
    private final ListRules lists;
    private final Papers papers;
    private final Packs packs;
    private final Order order;
    private final Changes changes;
    private final OpenCase openCase;
    private final CloseCase closeCase;
    private final IdGenerator ids;

    EndListing(
            JdbcClient jdbc,
            Listings listings,
            ListRules lists,
            Papers papers,
            Packs packs,
            Order order,
            Changes changes,
            OpenCase openCase,
            CloseCase closeCase,
            IdGenerator ids) {
        this.jdbc = jdbc;
        this.listings = listings;
        this.lists = lists;
        this.papers = papers;
        this.packs = packs;
        this.order = order;
        this.changes = changes;
        this.openCase = openCase;
        this.closeCase = closeCase;
        this.ids = ids;
    }

    /** A proposal to end a listing that waits for its decision. */
    public record Proposed(UUID id, ListingState state, String proposedBy) {}

    /** The proposal that waits; empty when there is none. */
    public Optional<Proposed> open(ListingId id) {
        return jdbc.sql(UNDECIDED).param("id", id.value()).query(Proposed.class).optional();
    }

    /**
     * The listed subject's wish to leave (提前移出申请).
     *
     * @param text what it asks and shows
     */
    public record Application(LocalDate receivedOn, String text) {

        @Override
        public String toString() {
            return "Application[…]";
        }
    }

    /** Proposes without an application of the subject. */
    @Transactional
    public void propose(ListingId id, ListingState state, String reason, Actor actor) {
        propose(id, state, null, reason, actor);
    }

    /**
     * Proposes. An early exit from a serious or watch list needs the subject's application and is not possible before the
     * list's definition allows it; an annulment is, even after the listing's last day.
     */
    @Transactional
    public void propose(
            ListingId id, ListingState state, @Nullable Application application, String reason, Actor actor) {
        if (state == ListingState.IN_FORCE) {
            throw new IllegalArgumentException("a listing does not end by being in force");
        }
        var listing = own(id, state, Role.DETERMINER, actor);
        var list = lists.list(listing.list(), packs.today());
        if (state == ListingState.ENDED && list.kind() != ListKind.INCENTIVE) {
            var after = list.earliestExit();
            if (after == null) {
                throw new CreditException(ListingError.NO_EARLY_EXIT, list.id());
            }
            var first = listing.validFrom().plus(after);
            if (order.today().isBefore(first)) {
                throw new CreditException(ListingError.TOO_EARLY, first);
            }
            if (application == null || application.text().isBlank()) {
                throw new CreditException(ListingError.APPLICATION_MISSING);
            }
        }
        if (application != null) {
            Steps.requireDay(application.receivedOn(), listing.validFrom(), order.today());
        }
        var text = Steps.written(reason, ListingError.TEXT_MISSING);
        if (open(id).isPresent()) {
            throw new CreditException(ListingError.ENDING_NOT_OPEN, id);
        }
        var change = changes.open(actor);
        var ending = ids.next();
        jdbc.sql("""
                        insert into listing.ending (id, subject_id, listing_id, state, proposed_by, change_id)
                        values (:id, :subject, :listing, :state, :account, :change)
                        """)
                .param("id", ending)
                .param("subject", listing.subject().value())
                .param("listing", id.value())
                .param("state", state.name())
                .param("account", actor.id())
                .param("change", change.id().value())
                .update();
        if (application != null && !application.text().isBlank()) {
            var asked = application.text().strip();
            papers.file(
                    id.value(), new Paper(Paper.Kind.APPLICATION, null, asked, application.receivedOn(), null), change);
        }
        papers.file(id.value(), Paper.of(Paper.Kind.REASON, text), change);
        openCase.open(
                new CaseDraft(
                        CaseKind.LISTING_END_DECISION,
                        listing.subject(),
                        id.value(),
                        listing.determinedBy(),
                        Role.DECIDER,
                        actor.id(),
                        null),
                change);
    }

    /** Decides what another proposed; granted, it has effect at once. */
    @Transactional
    public void decide(ListingId id, boolean granted, String reason, Actor actor) {
        var proposed = open(id).orElseThrow(() -> new CreditException(ListingError.ENDING_NOT_OPEN, id));
        var listing = own(id, proposed.state(), Role.DECIDER, actor);
        if (proposed.proposedBy().equals(actor.id())) {
            throw new CreditException(ListingError.SECOND_OFFICER_NEEDED);
        }
        var text = Steps.written(reason, ListingError.UNDOCUMENTED_DECISION);
        var change = changes.open(actor);
        jdbc.sql("""
                        insert into listing.ending_decision (ending_id, granted, proposed_by, decided_by, change_id)
                        values (:id, :granted, :proposedBy, :account, :change)
                        """)
                .param("id", proposed.id())
                .param("granted", granted)
                .param("proposedBy", proposed.proposedBy())
                .param("account", actor.id())
                .param("change", change.id().value())
                .update();
        papers.file(id.value(), Paper.of(Paper.Kind.REASON, text), change);
        closeCase.close(id.value(), change, CaseKind.LISTING_END_DECISION);
        if (granted) {
            var lastDay = proposed.state() == ListingState.ANNULLED ? listing.validFrom() : order.today();
            listings.end(listing, proposed.state(), lastDay.minusDays(1), change);
        }
    }

    private Listing own(ListingId id, ListingState state, Role role, Actor actor) {
        Permission.require(actor, role);
        listings.hold(id);
        var listing = listings.get(id, order.now());
        if (listing.origin() != ListOrigin.DETERMINED_HERE) {
            throw new CreditException(ListingError.LIST_NOT_DETERMINED_HERE, listing.list());
        }
        if (!listing.determinedBy().equals(actor.agency())) {
            throw new CreditException(ListingError.LIST_NOT_YOURS, listing.list());
        }
        boolean over = state == ListingState.ANNULLED
                ? listing.state() == ListingState.ANNULLED
                : !listing.inForceOn(order.today());
        if (over) {
            throw new CreditException(ListingError.LISTING_ENDED, id);
        }
        return listing;
    }
}
