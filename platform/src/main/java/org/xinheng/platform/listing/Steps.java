package org.xinheng.platform.listing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.calendar.Due;
import org.xinheng.kernel.calendar.WorkingCalendar;
import org.xinheng.kernel.pack.CreditList;
import org.xinheng.kernel.pack.ListOrigin;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.casework.CaseDraft;
import org.xinheng.platform.casework.CaseKind;
import org.xinheng.platform.casework.CloseCase;
import org.xinheng.platform.casework.OpenCase;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.DeterminationId;
import org.xinheng.platform.subject.Subjects;

/** What every step of a determination has in common: who may take it, whether it follows, and whose turn is next. */
@Component
class Steps {

    /** Setting of a pack: working days an agency gives itself for each step; none without it. */
    private static final String STEP_DAYS = "determination-step-working-days";

    private static final CaseKind[] KINDS = {
        CaseKind.DETERMINATION_CROSS_CHECK,
        CaseKind.DETERMINATION_NOTICE,
        CaseKind.DETERMINATION_STATEMENT,
        CaseKind.DETERMINATION_HEARING,
        CaseKind.DETERMINATION_PUBLIC_NOTICE,
        CaseKind.DETERMINATION_REVIEW,
        CaseKind.DETERMINATION_DECISION,
        CaseKind.DETERMINATION_SERVICE,
        CaseKind.DETERMINATION_PUBLICATION
    };

    private final Determinations determinations;
    private final ListRules lists;
    private final Packs packs;
    private final Order order;
    private final Changes changes;
    private final Subjects subjects;
    private final OpenCase openCase;
    private final CloseCase closeCase;

    Steps(
            Determinations determinations,
            ListRules lists,
            Packs packs,
            Order order,
            Changes changes,
            Subjects subjects,
            OpenCase openCase,
            CloseCase closeCase) {
        this.determinations = determinations;
        this.lists = lists;
        this.packs = packs;
        this.order = order;
        this.changes = changes;
        this.subjects = subjects;
        this.openCase = openCase;
        this.closeCase = closeCase;
    }

    /** A step about to be taken: the determination held, the rules and day it is taken by. */
    record Turn(
            Determination determination,
            Act act,
            DeterminationState to,
            CreditList list,
            Pack rules,
            LocalDate today,
            Change change) {}

    /** Holds the determination for a step that follows, by an officer who may take it. */
    Turn take(DeterminationId id, Act act, Actor actor) {
        Permission.require(actor, act.role());
        var determination = determinations.hold(id);
        var rules = packs.today();
        var list = lists.list(determination.list(), rules);
        if (!mayAct(determination, act, actor)) {
            throw new CreditException(ListingError.LIST_NOT_YOURS, list.id());
        }
        var to = Course.after(list, determination.state(), act);
        if (act.needsSecondOfficer() && actor.id().equals(determination.proposedBy())) {
            throw new CreditException(ListingError.SECOND_OFFICER_NEEDED);
        }
        return new Turn(determination, act, to, list, rules, order.today(), changes.open(actor));
    }

    /** A determination of the actor's own list that is not decided yet, held, for something done beside its steps. */
    Turn beside(DeterminationId id, Actor actor) {
        Permission.require(actor, Act.PROPOSE.role());
        var determination = determinations.hold(id);
        var rules = packs.today();
        var list = lists.list(determination.list(), rules);
        if (!determination.agency().equals(actor.agency())) {
            throw new CreditException(ListingError.LIST_NOT_YOURS, list.id());
        }
        var state = determination.state();
        if (state.ended() || determination.step(Act.DECIDE).isPresent()) {
            throw new CreditException(ListingError.STEP_SKIPPED, Act.PROPOSE, state);
        }
        return new Turn(determination, Act.PROPOSE, state, list, rules, order.today(), changes.open(actor));
    }

    /** The proposer's agency checks, withdraws and is told that nobody wants what it proposed; all else is the owner's. */
    static boolean mayAct(Determination determination, Act act, Actor actor) {
        var agency = actor.agency();
        boolean proposers = act == Act.CROSS_CHECK || act == Act.BLOCK || act == Act.WITHDRAW || act == Act.DECLINE;
        return determination.agency().equals(agency)
                || proposers && determination.proposedFor().equals(agency);
    }

    /** Refuses with {@code NO_BASIS_IN_FORCE} where nobody can be entered in the list that day. */
    void requireBasis(Turn turn, LocalDate day) {
        lists.closed(turn.list(), ListOrigin.DETERMINED_HERE, turn.rules(), day).ifPresent(error -> {
            throw new CreditException(error, turn.list().id());
        });
    }

    /** A day of service or receipt: not in the future, not before the step it follows. */
    static void requireDay(LocalDate day, LocalDate earliest, LocalDate today) {
        if (day.isAfter(today) || day.isBefore(earliest)) {
            throw new CreditException(ListingError.DAY_OUT_OF_ORDER, day, earliest, today);
        }
    }

    /** Refuses an empty text where the procedure needs one. */
    static String written(@Nullable String text, ListingError error) {
        if (text == null || text.isBlank()) {
            throw new CreditException(error);
        }
        return text.strip();
    }

    void took(Turn turn, LocalDate day) {
        took(turn, day, null);
    }

    /** Ends a determination that is about nobody any more; the platform does, whatever officer's act led to it. */
    void lapse(DeterminationId id, Change change) {
        var determination = determinations.hold(id);
        var rules = packs.today();
        var list = lists.list(determination.list(), rules);
        var to = Course.after(list, determination.state(), Act.LAPSE);
        took(new Turn(determination, Act.LAPSE, to, list, rules, order.today(), change), order.today());
    }

    /** Writes the step, says so, and puts the next one in the inbox of whose turn it is. */
    void took(Turn turn, LocalDate day, @Nullable Due due) {
        var d = turn.determination();
        determinations.append(d, turn.act(), turn.to(), day, due == null ? null : due.date(), turn.change());
        turn.change().publish(new DeterminationMoved(d.subject(), d.id(), d.list(), turn.act(), turn.to()));
        closeCase.close(d.id().value(), turn.change(), KINDS);
        Course.next(turn.list(), turn.to())
                .filter(next -> next.act() != Act.PUBLISH || mayBePublic(turn))
                .ifPresent(next -> openCase.open(next(turn, next.act(), due), turn.change()));
    }

    private boolean mayBePublic(Turn turn) {
        return lists.mayBePublic(
                turn.list(), subjects.get(turn.determination().subject()).kind(), turn.rules());
    }

    private CaseDraft next(Turn turn, Act act, @Nullable Due running) {
        var d = turn.determination();
        AgencyId agency = act == Act.CROSS_CHECK ? d.proposedFor() : d.agency();
        var notBy = act.needsSecondOfficer() ? d.proposedBy() : null;
        return new CaseDraft(kind(act), d.subject(), d.id().value(), agency, act.role(), notBy, clock(turn, running));
    }

    private static @Nullable Due clock(Turn turn, @Nullable Due running) {
        if (running != null) {
            return running;
        }
        var days = turn.rules().settings().get(STEP_DAYS);
        return days == null ? null : WorkingCalendar.published().plusWorkingDays(turn.today(), Integer.parseInt(days));
    }

    private static CaseKind kind(Act act) {
        return switch (act) {
            case CROSS_CHECK, BLOCK -> CaseKind.DETERMINATION_CROSS_CHECK;
            case GIVE_NOTICE -> CaseKind.DETERMINATION_NOTICE;
            case CLOSE_STATEMENT -> CaseKind.DETERMINATION_STATEMENT;
            case REQUEST_HEARING, CALL_HEARING, HOLD_HEARING, DROP_HEARING -> CaseKind.DETERMINATION_HEARING;
            case GIVE_PUBLIC_NOTICE -> CaseKind.DETERMINATION_PUBLIC_NOTICE;
            case REVIEW, REFUSE_REVIEW -> CaseKind.DETERMINATION_REVIEW;
            case DECIDE, REJECT -> CaseKind.DETERMINATION_DECISION;
            case SERVE -> CaseKind.DETERMINATION_SERVICE;
            case PUBLISH -> CaseKind.DETERMINATION_PUBLICATION;
            case PROPOSE, ANSWER_OBJECTION, WITHDRAW, DECLINE, LAPSE ->
                throw new IllegalArgumentException("nobody waits for " + act);
        };
    }
}
