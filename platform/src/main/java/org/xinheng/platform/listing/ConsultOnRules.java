package org.xinheng.platform.listing;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.calendar.Due;
import org.xinheng.kernel.calendar.WorkingCalendar;
import org.xinheng.kernel.pack.CreditList;
import org.xinheng.kernel.pack.ListOrigin;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Change;
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
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ListId;

/**
 * Puts the rules of a list to the public before anybody is determined by them, and publishes them: who is asked, what was
 * said, what was done with it stands in the file (应充分征求社会公众意见). The wording is that of the pack in force; changed
 * rules need a consultation of their own.
 */
@Component
public class ConsultOnRules {

    private final RulesOfLists rules;
    private final ListRules lists;
    private final Packs packs;
    private final Papers papers;
    private final Order order;
    private final Changes changes;
    private final OpenCase openCase;
    private final CloseCase closeCase;
    private final IdGenerator ids;

    ConsultOnRules(
            RulesOfLists rules,
            ListRules lists,
            Packs packs,
            Papers papers,
            Order order,
            Changes changes,
            OpenCase openCase,
            CloseCase closeCase,
            IdGenerator ids) {
        this.rules = rules;
        this.lists = lists;
        this.packs = packs;
        this.papers = papers;
        this.order = order;
        this.changes = changes;
        this.openCase = openCase;
        this.closeCase = closeCase;
        this.ids = ids;
    }

    /**
     * Opens the consultation on the wording in force today.
     *
     * @param announcement what the public is told: where the draft stands, how to comment
     */
    @Transactional
    public UUID open(ListId id, String announcement, Actor actor) {
        Permission.require(actor, RulesState.CONSULTING.role());
        var list = own(id, actor);
        var consultation = list.procedure().consultation();
        if (list.origin() != ListOrigin.DETERMINED_HERE || consultation == null) {
            throw new CreditException(ListingError.CONSULTATION_NOT_NEEDED, id);
        }
        boolean running =
                rules.of(id).stream().anyMatch(wording -> !wording.state().over());
        if (running || rules.published(list).isPresent()) {
            throw new CreditException(ListingError.CONSULTATION_RUNNING, id);
        }
        var text = Steps.written(announcement, ListingError.TEXT_MISSING);
        var change = changes.open(actor);
        var opened = ids.next();
        rules.add(opened, list, change);
        var due = WorkingCalendar.published().plusWorkingDays(order.today(), consultation.days());
        papers.file(opened, Paper.of(Paper.Kind.DRAFT_RULES, text), change);
        rules.append(opened, id, 1, RulesState.CONSULTING, order.today(), due.date(), change);
        remind(opened, list, RulesState.CONSULTED, due, change);
        return opened;
    }

    /** Files what somebody said, and what is answered; no name is asked for. */
    @Transactional
    public void comment(UUID id, LocalDate receivedOn, String comment, String answer, Actor actor) {
        var wording = step(id, RulesState.CONSULTED, actor);
        Steps.requireDay(receivedOn, wording.openedOn(), order.today());
        var change = changes.open(actor);
        var said = Steps.written(comment, ListingError.TEXT_MISSING);
        papers.file(id, new Paper(Paper.Kind.COMMENT, null, said, receivedOn, null), change);
        papers.file(id, Paper.of(Paper.Kind.ANSWER, Steps.written(answer, ListingError.TEXT_MISSING)), change);
        change.publish(new RulesCommented(id, wording.list()));
    }

    /** Closes it with a report on the comments; refuses with {@code TOO_EARLY} up to and on its last day. */
    @Transactional
    public void close(UUID id, String report, Actor actor) {
        var wording = step(id, RulesState.CONSULTED, actor);
        var due = wording.due();
        if (due == null) {
            throw new IllegalStateException("a consultation without a last day: " + id);
        }
        if (!order.today().isAfter(due)) {
            throw new CreditException(ListingError.TOO_EARLY, due);
        }
        move(wording, RulesState.CONSULTED, new Paper(Paper.Kind.CONSULTATION_REPORT, null, report, null, null), actor);
    }

    /**
     * Publishes them; another officer than the one who opened the consultation does. Only the wording that was put to the
     * public: when the pack words it differently by now, this refuses with {@code RULES_NOT_PUBLISHED}.
     *
     * @param number document number of the published rules
     * @param where where they stand for everybody to read
     */
    @Transactional
    public void publish(UUID id, String number, String where, Actor actor) {
        var wording = step(id, RulesState.PUBLISHED, actor);
        if (wording.openedBy().equals(actor.id())) {
            throw new CreditException(ListingError.SECOND_OFFICER_NEEDED);
        }
        var list = own(wording.list(), actor);
        if (!wording.fingerprint().equals(RulesOfLists.fingerprint(list))) {
            throw new CreditException(ListingError.RULES_NOT_PUBLISHED, wording.list());
        }
        var document = Steps.written(number, ListingError.UNDOCUMENTED_DECISION);
        move(wording, RulesState.PUBLISHED, new Paper(Paper.Kind.PUBLICATION, document, where, null, null), actor);
    }

    /** Takes a draft back. */
    @Transactional
    public void withdraw(UUID id, String reason, Actor actor) {
        var wording = step(id, RulesState.WITHDRAWN, actor);
        move(wording, RulesState.WITHDRAWN, Paper.of(Paper.Kind.REASON, reason), actor);
    }

    private RulesOfLists.Standing step(UUID id, RulesState to, Actor actor) {
        Permission.require(actor, to.role());
        var wording = rules.hold(id);
        if (!wording.agency().equals(actor.agency())) {
            throw new CreditException(ListingError.LIST_NOT_YOURS, wording.list());
        }
        if (!wording.state().next().contains(to)) {
            throw new CreditException(ListingError.STEP_SKIPPED, to, wording.state());
        }
        return wording;
    }

    private void move(RulesOfLists.Standing wording, RulesState to, Paper paper, Actor actor) {
        Steps.written(paper.text(), ListingError.TEXT_MISSING);
        var change = changes.open(actor);
        papers.file(wording.id(), paper, change);
        rules.append(wording.id(), wording.list(), wording.version() + 1, to, order.today(), null, change);
        closeCase.close(wording.id(), change, CaseKind.LIST_RULES);
        if (to == RulesState.CONSULTED) {
            remind(wording.id(), own(wording.list(), actor), RulesState.PUBLISHED, null, change);
        }
    }

    private void remind(UUID id, CreditList list, RulesState next, @Nullable Due due, Change change) {
        var notBy = next == RulesState.PUBLISHED ? rules.hold(id).openedBy() : null;
        openCase.open(
                new CaseDraft(CaseKind.LIST_RULES, null, id, new AgencyId(list.owner()), next.role(), notBy, due),
                change);
    }

    private CreditList own(ListId id, Actor actor) {
        var list = lists.list(id, packs.today());
        if (!new AgencyId(list.owner()).equals(actor.agency())) {
            throw new CreditException(ListingError.LIST_NOT_YOURS, id);
        }
        return list;
    }
}
