package org.xinheng.platform.jointaction;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.pack.ListOrigin;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.listing.Decided;
import org.xinheng.platform.listing.Listing;
import org.xinheng.platform.listing.ListingEnded;
import org.xinheng.platform.listing.ListingEntered;
import org.xinheng.platform.listing.ListingResumed;
import org.xinheng.platform.listing.ListingState;
import org.xinheng.platform.listing.ListingSuspended;
import org.xinheng.platform.listing.Listings;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.subject.Identity;
import org.xinheng.platform.subject.Subjects;

/** Puts subjects on lists and takes them off, as determination and receipt do. */
final class Listed {

    private static final Actor COURT = Actor.platform("test");

    private final Changes changes;
    private final Subjects subjects;
    private final Listings listings;
    private final IdGenerator ids;
    private final Order order;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Listed(ApplicationContext context) {
        changes = context.getBean(Changes.class);
        subjects = context.getBean(Subjects.class);
        listings = context.getBean(Listings.class);
        ids = context.getBean(IdGenerator.class);
        order = context.getBean(Order.class);
        jdbc = context.getBean(JdbcClient.class);
        transaction = context.getBean(TransactionTemplate.class);
    }

    SubjectId subject(Identity identity) {
        return subjects.find(identity).orElseGet(() -> establish(identity));
    }

    private SubjectId establish(Identity identity) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var change = changes.open(COURT);
            return Objects.requireNonNull(
                    subjects.establish(List.of(identity), change).get(identity));
        }));
    }

    /** On a list from today to the last day, determined here and served. */
    Listing enter(SubjectId subject, String list, @Nullable LocalDate until) {
        return enter(subject, list, until, ListOrigin.DETERMINED_HERE, true);
    }

    Listing enter(SubjectId subject, String list, @Nullable LocalDate until, ListOrigin origin, boolean attested) {
        var today = order.today();
        var listing = new Listing(
                new ListingId(ids.next()),
                subject,
                1,
                new ListId(list),
                origin,
                ListingState.IN_FORCE,
                new AgencyId("market-regulator"),
                today,
                today,
                attested,
                today,
                until,
                null,
                false,
                new Listing.Content("常市监严列〔2026〕1号", "常州市市场监督管理局", "虚构的违法事实"),
                null,
                order.head().moment());
        transaction.executeWithoutResult(_ -> {
            var change = changes.open(COURT);
            if (origin == ListOrigin.DETERMINED_HERE) {
                Decided.before(listing, jdbc, ids, change);
            }
            listings.append(listing, change);
            change.publish(new ListingEntered(
                    subject, listing.id(), listing.list(), listing.determinedBy(), listing.validFrom(), until));
        });
        return listing;
    }

    /** Whether it is still in force. */
    boolean standing(Listing listing) {
        return listings.get(listing.id(), order.now()).inForceOn(order.today());
    }

    void end(Listing listing) {
        transaction.executeWithoutResult(_ -> {
            var change = changes.open(COURT);
            listings.append(
                    new Listing(
                            listing.id(),
                            listing.subject(),
                            listing.version() + 1,
                            listing.list(),
                            listing.origin(),
                            ListingState.ENDED,
                            listing.determinedBy(),
                            listing.decidedOn(),
                            listing.servedOn(),
                            listing.sourceAttested(),
                            listing.validFrom(),
                            listing.validUntil(),
                            null,
                            false,
                            listing.content(),
                            null,
                            order.head().moment()),
                    change);
            change.publish(new ListingEnded(listing.subject(), listing.id(), ListingState.ENDED));
        });
    }

    /** Its joint measures stand still, as after an objection. */
    void suspend(Listing listing) {
        suspended(listing, true);
    }

    void resume(Listing listing) {
        suspended(listing, false);
    }

    private void suspended(Listing listing, boolean suspended) {
        transaction.executeWithoutResult(_ -> {
            var change = changes.open(COURT);
            jdbc.sql("""
                            insert into listing.suspension (subject_id, listing_id, version, change_id, suspended)
                            select :subject, :listing, count(*) + 1, :change, :suspended from listing.suspension
                            where subject_id = :subject and listing_id = :listing
                            """)
                    .param("subject", listing.subject().value())
                    .param("listing", listing.id().value())
                    .param("change", change.id().value())
                    .param("suspended", suspended)
                    .update();
            change.publish(
                    suspended
                            ? new ListingSuspended(listing.subject(), listing.id())
                            : new ListingResumed(listing.subject(), listing.id()));
        });
    }
}
