package org.xinheng.platform.listing;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.CreditList;
import org.xinheng.kernel.pack.ListKind;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.DeterminationId;
import org.xinheng.platform.shared.SubjectId;

/**
 * Compares a proposal with the lists of the other kind (交叉比对). Whoever stands on a serious list gets no incentive.
 * The other way round nothing is stopped: the owner of the incentive list is asked to look.
 */
@Component
public class CrossCheck {

    private final Steps steps;
    private final Listings listings;
    private final Order order;
    private final Conflicts referral;
    private final TransactionTemplate transaction;

    CrossCheck(Steps steps, Listings listings, Order order, Conflicts referral, TransactionTemplate transaction) {
        this.steps = steps;
        this.listings = listings;
        this.order = order;
        this.referral = referral;
        this.transaction = transaction;
    }

    /**
     * Takes the step and returns what conflicts. A blocked proposal is recorded as such before this refuses with
     * {@code CROSS_CHECK_CONFLICT}, so that it stays seen what was stopped.
     */
    public List<Listing> check(DeterminationId id, Actor actor) {
        var result = transaction.execute(_ -> compare(id, actor));
        if (result == null) {
            throw new IllegalStateException("a comparison without a result");
        }
        if (result.blocked()) {
            throw new CreditException(ListingError.CROSS_CHECK_CONFLICT);
        }
        return result.conflicts();
    }

    private record Result(boolean blocked, List<Listing> conflicts) {}

    private Result compare(DeterminationId id, Actor actor) {
        var turn = steps.take(id, Act.CROSS_CHECK, actor);
        var subject = turn.determination().subject();
        var conflicts = conflicts(turn.list(), subject, turn.rules());
        if (turn.list().kind() == ListKind.INCENTIVE && !conflicts.isEmpty()) {
            steps.took(steps.take(id, Act.BLOCK, actor), turn.today());
            return new Result(true, conflicts);
        }
        steps.took(turn, turn.today());
        if (turn.list().kind() == ListKind.SERIOUS) {
            conflicts.forEach(
                    conflict -> referral.ask(conflict.id(), subject, conflict.list(), turn.rules(), turn.change()));
        }
        return new Result(false, conflicts);
    }

    /** Listings in force that stand against a place on this list: serious ones for an incentive, incentives for others. */
    List<Listing> conflicts(CreditList list, SubjectId subject, Pack rules) {
        var against = list.kind() == ListKind.INCENTIVE ? ListKind.SERIOUS : ListKind.INCENTIVE;
        return listings.inForce(subject, order.now()).stream()
                .filter(listing -> {
                    var other = rules.lists().get(listing.list().value());
                    return other != null && other.kind() == against;
                })
                .toList();
    }
}
