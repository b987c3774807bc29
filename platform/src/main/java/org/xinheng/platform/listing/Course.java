package org.xinheng.platform.listing;

import static org.xinheng.platform.listing.DeterminationState.BLOCKED;
import static org.xinheng.platform.listing.DeterminationState.CROSS_CHECKED;
import static org.xinheng.platform.listing.DeterminationState.DECIDED;
import static org.xinheng.platform.listing.DeterminationState.DECLINED;
import static org.xinheng.platform.listing.DeterminationState.HEARD;
import static org.xinheng.platform.listing.DeterminationState.HEARING_CALLED;
import static org.xinheng.platform.listing.DeterminationState.HEARING_REQUESTED;
import static org.xinheng.platform.listing.DeterminationState.LAPSED;
import static org.xinheng.platform.listing.DeterminationState.LEGALLY_REVIEWED;
import static org.xinheng.platform.listing.DeterminationState.NOTICE_SERVED;
import static org.xinheng.platform.listing.DeterminationState.PROPOSED;
import static org.xinheng.platform.listing.DeterminationState.PUBLIC_NOTICE;
import static org.xinheng.platform.listing.DeterminationState.PUBLISHED;
import static org.xinheng.platform.listing.DeterminationState.REJECTED;
import static org.xinheng.platform.listing.DeterminationState.SERVED;
import static org.xinheng.platform.listing.DeterminationState.STATEMENT_CLOSED;
import static org.xinheng.platform.listing.DeterminationState.WITHDRAWN;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.CreditList;
import org.xinheng.kernel.pack.ListKind;

/**
 * The course of a determination: the one table of what may follow what. What is not in it cannot happen. Serious and
 * watch lists take notice, statement, legal review and service whatever a pack says, and a hearing on request where it
 * gives one; an incentive list takes a public notice and a legal review where its definition asks for them, and the
 * honoured may decline it. Of the lines that lead on from a state the first is the straight way.
 */
public final class Course {

    /** One line of the table, for lists that {@code holds} names. */
    public record Edge(DeterminationState from, Act act, DeterminationState to, Predicate<CreditList> holds) {}

    private static final Predicate<CreditList> INCENTIVE = list -> list.kind() == ListKind.INCENTIVE;
    private static final Predicate<CreditList> ADVERSE = INCENTIVE.negate();
    private static final Predicate<CreditList> HEARD_ON_REQUEST =
            ADVERSE.and(list -> list.procedure().hearing() != null);
    private static final Predicate<CreditList> NOTICED =
            INCENTIVE.and(list -> list.procedure().publicNoticeDays() > 0);
    private static final Predicate<CreditList> UNNOTICED =
            INCENTIVE.and(list -> list.procedure().publicNoticeDays() == 0);
    private static final Predicate<CreditList> REVIEWED =
            ADVERSE.or(list -> list.procedure().legalReview());
    private static final Predicate<CreditList> UNREVIEWED = REVIEWED.negate();
    private static final Predicate<CreditList> ANY = _ -> true;

    private static final List<Edge> TABLE = List.of(
            new Edge(PROPOSED, Act.CROSS_CHECK, CROSS_CHECKED, ANY),
            new Edge(PROPOSED, Act.BLOCK, BLOCKED, INCENTIVE),
            new Edge(CROSS_CHECKED, Act.GIVE_NOTICE, NOTICE_SERVED, ADVERSE),
            new Edge(NOTICE_SERVED, Act.CLOSE_STATEMENT, STATEMENT_CLOSED, ADVERSE),
            new Edge(NOTICE_SERVED, Act.REQUEST_HEARING, HEARING_REQUESTED, HEARD_ON_REQUEST),
            new Edge(HEARING_REQUESTED, Act.CALL_HEARING, HEARING_CALLED, HEARD_ON_REQUEST),
            new Edge(HEARING_REQUESTED, Act.DROP_HEARING, NOTICE_SERVED, HEARD_ON_REQUEST),
            new Edge(HEARING_CALLED, Act.HOLD_HEARING, HEARD, HEARD_ON_REQUEST),
            new Edge(HEARING_CALLED, Act.DROP_HEARING, NOTICE_SERVED, HEARD_ON_REQUEST),
            new Edge(HEARD, Act.REVIEW, LEGALLY_REVIEWED, HEARD_ON_REQUEST),
            new Edge(HEARD, Act.REFUSE_REVIEW, REJECTED, HEARD_ON_REQUEST),
            new Edge(STATEMENT_CLOSED, Act.REVIEW, LEGALLY_REVIEWED, ADVERSE),
            new Edge(STATEMENT_CLOSED, Act.REFUSE_REVIEW, REJECTED, ADVERSE),
            new Edge(CROSS_CHECKED, Act.GIVE_PUBLIC_NOTICE, PUBLIC_NOTICE, NOTICED),
            new Edge(PUBLIC_NOTICE, Act.ANSWER_OBJECTION, PUBLIC_NOTICE, NOTICED),
            new Edge(PUBLIC_NOTICE, Act.REVIEW, LEGALLY_REVIEWED, NOTICED.and(REVIEWED)),
            new Edge(PUBLIC_NOTICE, Act.REFUSE_REVIEW, REJECTED, NOTICED.and(REVIEWED)),
            new Edge(CROSS_CHECKED, Act.REVIEW, LEGALLY_REVIEWED, UNNOTICED.and(REVIEWED)),
            new Edge(CROSS_CHECKED, Act.REFUSE_REVIEW, REJECTED, UNNOTICED.and(REVIEWED)),
            new Edge(LEGALLY_REVIEWED, Act.DECIDE, DECIDED, REVIEWED),
            new Edge(LEGALLY_REVIEWED, Act.REJECT, REJECTED, REVIEWED),
            new Edge(PUBLIC_NOTICE, Act.DECIDE, DECIDED, NOTICED.and(UNREVIEWED)),
            new Edge(PUBLIC_NOTICE, Act.REJECT, REJECTED, NOTICED.and(UNREVIEWED)),
            new Edge(CROSS_CHECKED, Act.DECIDE, DECIDED, UNNOTICED.and(UNREVIEWED)),
            new Edge(CROSS_CHECKED, Act.REJECT, REJECTED, UNNOTICED.and(UNREVIEWED)),
            new Edge(DECIDED, Act.SERVE, SERVED, ADVERSE),
            new Edge(SERVED, Act.PUBLISH, PUBLISHED, ADVERSE),
            new Edge(DECIDED, Act.PUBLISH, PUBLISHED, INCENTIVE),
            new Edge(PROPOSED, Act.WITHDRAW, WITHDRAWN, ANY),
            new Edge(CROSS_CHECKED, Act.WITHDRAW, WITHDRAWN, ANY),
            new Edge(NOTICE_SERVED, Act.WITHDRAW, WITHDRAWN, ADVERSE),
            new Edge(STATEMENT_CLOSED, Act.WITHDRAW, WITHDRAWN, ADVERSE),
            new Edge(PUBLIC_NOTICE, Act.WITHDRAW, WITHDRAWN, NOTICED),
            new Edge(HEARING_REQUESTED, Act.WITHDRAW, WITHDRAWN, HEARD_ON_REQUEST),
            new Edge(HEARING_CALLED, Act.WITHDRAW, WITHDRAWN, HEARD_ON_REQUEST),
            new Edge(HEARD, Act.WITHDRAW, WITHDRAWN, HEARD_ON_REQUEST),
            new Edge(LEGALLY_REVIEWED, Act.WITHDRAW, WITHDRAWN, REVIEWED),
            new Edge(PROPOSED, Act.DECLINE, DECLINED, INCENTIVE),
            new Edge(CROSS_CHECKED, Act.DECLINE, DECLINED, INCENTIVE),
            new Edge(PUBLIC_NOTICE, Act.DECLINE, DECLINED, NOTICED),
            new Edge(LEGALLY_REVIEWED, Act.DECLINE, DECLINED, INCENTIVE.and(REVIEWED)),
            new Edge(PROPOSED, Act.LAPSE, LAPSED, ANY),
            new Edge(CROSS_CHECKED, Act.LAPSE, LAPSED, ANY),
            new Edge(NOTICE_SERVED, Act.LAPSE, LAPSED, ADVERSE),
            new Edge(HEARING_REQUESTED, Act.LAPSE, LAPSED, HEARD_ON_REQUEST),
            new Edge(HEARING_CALLED, Act.LAPSE, LAPSED, HEARD_ON_REQUEST),
            new Edge(HEARD, Act.LAPSE, LAPSED, HEARD_ON_REQUEST),
            new Edge(STATEMENT_CLOSED, Act.LAPSE, LAPSED, ADVERSE),
            new Edge(PUBLIC_NOTICE, Act.LAPSE, LAPSED, NOTICED),
            new Edge(LEGALLY_REVIEWED, Act.LAPSE, LAPSED, REVIEWED),
            new Edge(DECIDED, Act.LAPSE, LAPSED, ADVERSE));

    private Course() {}

    /** All lines of the table, whatever list they hold for. */
    static List<Edge> table() {
        return TABLE;
    }

    /** All lines that hold for a list. */
    public static List<Edge> of(CreditList list) {
        return TABLE.stream().filter(edge -> edge.holds().test(list)).toList();
    }

    /** What may be done from a state. */
    public static List<Edge> from(CreditList list, DeterminationState state) {
        return of(list).stream().filter(edge -> edge.from() == state).toList();
    }

    /** Whether a determination in this state may lapse, whatever its list. */
    static boolean mayLapse(DeterminationState state) {
        return TABLE.stream().anyMatch(edge -> edge.from() == state && edge.act() == Act.LAPSE);
    }

    /** The state an act leads to; refuses with {@code STEP_SKIPPED} what does not follow. */
    static DeterminationState after(CreditList list, DeterminationState state, Act act) {
        return from(list, state).stream()
                .filter(edge -> edge.act() == act)
                .map(Edge::to)
                .findFirst()
                .orElseThrow(() -> new CreditException(ListingError.STEP_SKIPPED, act, state));
    }

    /** The act that leads on from a state; empty at the end. */
    public static Optional<Edge> next(CreditList list, DeterminationState state) {
        return from(list, state).stream().filter(edge -> edge.act().leadsOn()).findFirst();
    }

    /** The states of the straight way, from the proposal to the publication. */
    public static List<DeterminationState> way(CreditList list) {
        return Stream.iterate(
                        Optional.of(PROPOSED),
                        Optional::isPresent,
                        at -> at.flatMap(state -> next(list, state).map(Edge::to)))
                .collect(ArrayList::new, (way, state) -> way.add(state.orElseThrow()), ArrayList::addAll);
    }
}
