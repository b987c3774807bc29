package org.xinheng.platform.jointaction;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.MeasureOrigin;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.access.Scope;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.casework.CaseKind;
import org.xinheng.platform.casework.CloseCase;
import org.xinheng.platform.casework.Inbox;
import org.xinheng.platform.listing.Listings;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.shared.Written;
import org.xinheng.platform.vault.SealedContent;

/** Honours of organisations on serious lists: which are to be looked at, and what their agencies decided. */
@Component
public class HonourReviews {

    private static final String COLUMNS = """
            select r.subject_id, r.id, r.listing_id, r.list_id, r.honour, r.kind, r.agency, r.opened_on, d.outcome,
                   d.informed_on, d.said
            from jointaction.honour_review r
            left join lateral (select x.outcome, x.informed_on, x.said from jointaction.honour_decision x
                               where x.subject_id = r.subject_id and x.review_id = r.id
                               order by x.version desc limit 1) d on true
            """;

    private final JdbcClient jdbc;
    private final Listings listings;
    private final Packs packs;
    private final Order order;
    private final Inbox inbox;
    private final CloseCase closeCase;
    private final Changes changes;
    private final SealedContent contents;

    HonourReviews(
            JdbcClient jdbc,
            Listings listings,
            Packs packs,
            Order order,
            Inbox inbox,
            CloseCase closeCase,
            Changes changes,
            SealedContent contents) {
        this.jdbc = jdbc;
        this.listings = listings;
        this.packs = packs;
        this.order = order;
        this.inbox = inbox;
        this.closeCase = closeCase;
        this.changes = changes;
        this.contents = contents;
    }

    /** Newest first, at most {@code limit}; of the agencies of the actor's scope. */
    public List<HonourReview> newest(Actor actor, @Nullable UUID before, int limit) {
        if (!actor.may(Role.CREDIT_OFFICE) && !actor.may(Role.AUDITOR)) {
            Permission.require(actor, Role.CHECKER);
        }
        return today(jdbc.sql(COLUMNS + """
                        where (:agencies::text[] is null or r.agency = any(:agencies)) and (:before::uuid is null or r.id < :before)
                        order by r.id desc limit :limit
                        """)
                .param("agencies", Scope.of(actor, packs.today()).parameter())
                .param("before", before)
                .param("limit", limit)
                .query(this::row)
                .list());
    }

    public HonourReview get(UUID id) {
        return today(jdbc.sql(COLUMNS + "where r.id = :id")
                        .param("id", id)
                        .query(this::row)
                        .list())
                .stream()
                .findFirst()
                .orElseThrow(() -> new CreditException(JointActionError.HONOUR_REVIEW_NOT_FOUND, id));
    }

    /** What an agency decided, as it reports it. */
    public record Given(
            HonourReview.Outcome outcome,
            @Nullable String reason,
            @Nullable String decidedBy,
            @Nullable String document,
            @Nullable LocalDate informedOn) {}

    /** The awarding agency says what it decided. To withdraw is adverse: it says who decided, why, and when the holder was told. */
    @Transactional
    public void decide(UUID id, Given given, Actor actor) {
        Permission.require(actor, Role.CHECKER);
        var review = get(id);
        Permission.requireAgency(actor, review.agency());
        if (!review.open()) {
            throw new CreditException(JointActionError.TASK_CLOSED);
        }
        var reason = Written.words(given.reason());
        var decidedBy = Written.words(given.decidedBy());
        if (given.outcome() == HonourReview.Outcome.WITHDRAWN
                && (reason == null || decidedBy == null || given.informedOn() == null)) {
            throw new CreditException(JointActionError.DECISION_INCOMPLETE);
        }
        if (reason == null) {
            throw new CreditException(JointActionError.REASON_REQUIRED);
        }
        if (given.informedOn() != null && given.informedOn().isAfter(order.today())) {
            throw new CreditException(JointActionError.DAY_IN_FUTURE, given.informedOn());
        }
        var change = changes.open(actor);
        var said = new HonourReview.Said(reason, decidedBy, Written.words(given.document()), List.of());
        jdbc.sql("""
                        insert into jointaction.honour_decision
                            (subject_id, review_id, version, change_id, outcome, informed_on, actor, said)
                        values (:subject, :review, 1, :change, :outcome, :informed, :actor, :said)
                        """)
                .param("subject", review.subject().value())
                .param("review", id)
                .param("change", change.id().value())
                .param("outcome", given.outcome().name())
                .param("informed", given.informedOn())
                .param("actor", actor.id())
                .param("said", contents.seal(id, said))
                .update();
        closeCase.close(id, change, CaseKind.HONOUR_REVIEW);
        change.publish(new HonourReviewed(review.subject(), id, review.listing(), review.agency(), given.outcome()));
    }

    private List<HonourReview> today(List<HonourReview> stored) {
        var now = order.now();
        var cases = inbox.about(stored.stream().map(HonourReview::id).toList());
        return stored.stream()
                .map(review -> {
                    var listing = listings.get(review.listing(), now);
                    var next =
                            cases.getOrDefault(review.id(), List.of()).stream().findFirst();
                    return new HonourReview(
                            review.id(),
                            review.subject(),
                            review.listing(),
                            review.list(),
                            review.honour(),
                            review.kind(),
                            review.agency(),
                            review.openedOn(),
                            review.decided() == null
                                    && listing.inForceOn(now.day())
                                    && listing.brings(MeasureOrigin.JOINT),
                            next.map(Inbox.Line::due).orElse(null),
                            next.map(Inbox.Line::overdue).orElse(false),
                            review.decided());
                })
                .toList();
    }

    private HonourReview row(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var outcome = row.getString("outcome");
        Date informed = row.getDate("informed_on");
        return new HonourReview(
                id,
                new SubjectId(row.getObject("subject_id", UUID.class)),
                new ListingId(row.getObject("listing_id", UUID.class)),
                new ListId(row.getString("list_id")),
                row.getObject("honour", UUID.class),
                HonourReview.Kind.valueOf(row.getString("kind")),
                new AgencyId(row.getString("agency")),
                row.getDate("opened_on").toLocalDate(),
                false,
                null,
                false,
                outcome == null
                        ? null
                        : new HonourReview.Decided(
                                HonourReview.Outcome.valueOf(outcome),
                                informed == null ? null : informed.toLocalDate(),
                                contents.open(id, row.getBytes("said"), HonourReview.Said.class)));
    }
}
