package org.xinheng.platform.integrity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.calendar.Due;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.casework.CaseDraft;
import org.xinheng.platform.casework.CaseKind;
import org.xinheng.platform.casework.CloseCase;
import org.xinheng.platform.casework.OpenCase;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.subject.Identity;
import org.xinheng.platform.subject.Subjects;

/** The register of promises of government bodies: given, kept with evidence another accepts, or missed by the clock. */
@Component
public class Promises {

    private final Ledgers ledgers;
    private final Readers readers;
    private final Subjects subjects;
    private final OpenCase openCase;
    private final CloseCase closeCase;
    private final Order order;
    private final Changes changes;
    private final IdGenerator ids;

    Promises(
            Ledgers ledgers,
            Readers readers,
            Subjects subjects,
            OpenCase openCase,
            CloseCase closeCase,
            Order order,
            Changes changes,
            IdGenerator ids) {
        this.ledgers = ledgers;
        this.readers = readers;
        this.subjects = subjects;
        this.openCase = openCase;
        this.closeCase = closeCase;
        this.order = order;
        this.changes = changes;
        this.ids = ids;
    }

    /**
     * A promise as its body registers it.
     *
     * @param counterpartyCode credit code of an organisation; blank for none
     * @param counterpartyName its name, asked where it is not known here yet
     */
    public record Given(
            PromiseKind kind,
            PromiseField field,
            @Nullable String title,
            @Nullable String text,
            @Nullable String document,
            @Nullable LocalDate madeOn,
            @Nullable LocalDate due,
            @Nullable String counterpartyCode,
            @Nullable String counterpartyName,
            boolean published) {}

    @Transactional
    public UUID give(Given given, Actor actor) {
        Permission.require(actor, Role.REPORTER);
        var today = order.today();
        var madeOn = Written.past(given.madeOn(), "madeOn", today);
        var due = given.due();
        if (due == null) {
            throw new CreditException(IntegrityError.ENTRY_INCOMPLETE, "due");
        }
        if (due.isBefore(madeOn)) {
            throw new CreditException(IntegrityError.ENTRY_DAYS_CROSSED, due);
        }
        if (given.published() && given.kind() != PromiseKind.POLICY) {
            throw new CreditException(IntegrityError.PROMISE_NOT_PUBLIC);
        }
        var content = new Promise.Content(
                given.kind(),
                given.field(),
                Written.required(given.title(), "title", Written.LINE),
                Written.required(given.text(), "text", Written.TEXT),
                Written.required(given.document(), "document", Written.LINE),
                madeOn,
                given.published());
        var change = changes.open(actor);
        var id = ids.next();
        ledgers.open(
                Promise.LEDGER,
                new LedgerEntry<>(
                        id,
                        null,
                        actor.requiredAgency(),
                        counterparty(given, change),
                        today,
                        due,
                        content,
                        List.of(new LedgerStep<>(1, PromiseStep.GIVEN.name(), today, actor.id(), null))),
                change);
        remind(id, actor.requiredAgency(), due, change);
        change.publish(new PromiseMoved(id, actor.requiredAgency(), PromiseStep.GIVEN, today, due));
        return id;
    }

    private @Nullable SubjectId counterparty(Given given, Change change) {
        if (given.counterpartyCode() == null || given.counterpartyCode().isBlank()) {
            if (given.counterpartyName() != null && !given.counterpartyName().isBlank()) {
                throw new CreditException(IntegrityError.COUNTERPARTY_ORGANISATION_ONLY);
            }
            return null;
        }
        var code = CreditCode.parse(given.counterpartyCode());
        if (code.soleTrader()) {
            throw new CreditException(IntegrityError.COUNTERPARTY_ORGANISATION_ONLY);
        }
        var known = subjects.find(new Identity.Organisation(code, ""));
        if (known.isPresent()) {
            return known.get();
        }
        var identity = new Identity.Organisation(
                code, Written.required(given.counterpartyName(), "counterpartyName", Written.LINE));
        return subjects.establish(List.of(identity), change).get(identity);
    }

    /** The body documents a step on the way. */
    @Transactional
    public void milestone(UUID id, Milestone milestone, @Nullable LocalDate on, List<String> papers, Actor actor) {
        var promise = own(id, actor);
        var content = promise.content();
        if (content == null || content.field() != milestone.field()) {
            throw new CreditException(IntegrityError.MILESTONE_OF_OTHER_FIELD);
        }
        add(
                promise,
                PromiseStep.MILESTONE,
                Written.past(on, "on", order.today()),
                new Promise.Said(Written.papers(papers, "papers"), null, milestone, null, null, null),
                promise.due(),
                actor);
    }

    /** The body and the counterparty agreed on a later last day, in writing and before it passed. */
    @Transactional
    public void extend(UUID id, @Nullable LocalDate due, List<String> papers, @Nullable String reason, Actor actor) {
        var promise = own(id, actor);
        if (order.today().isAfter(promise.due())) {
            throw new CreditException(IntegrityError.PROMISE_PAST_DUE);
        }
        if (due == null || !due.isAfter(promise.due())) {
            throw new CreditException(IntegrityError.ENTRY_DAYS_CROSSED, String.valueOf(due));
        }
        var said = new Promise.Said(
                Written.papers(papers, "papers"),
                Written.required(reason, "reason", Written.TEXT),
                null,
                due,
                null,
                null);
        var change = add(promise, PromiseStep.EXTENDED, order.today(), said, due, actor);
        closeCase.close(id, change, CaseKind.GOVERNMENT_PROMISE);
        remind(id, promise.agency(), due, change);
    }

    /** The body says on which day it kept the promise, and by what that is seen. */
    @Transactional
    public void report(UUID id, @Nullable LocalDate on, List<String> papers, @Nullable String note, Actor actor) {
        var promise = own(id, actor);
        var day = Written.past(on, "on", order.today());
        var said = Promise.Said.of(Written.papers(papers, "papers"), Written.optional(note, "note", Written.TEXT));
        var change = add(promise, PromiseStep.REPORTED, day, said, promise.due(), actor);
        closeCase.close(id, change, CaseKind.GOVERNMENT_PROMISE);
        openCase.open(
                new CaseDraft(
                        CaseKind.GOVERNMENT_PROMISE_REVIEW,
                        null,
                        id,
                        AgencyId.CREDIT_OFFICE,
                        Role.CREDIT_OFFICE,
                        actor.id(),
                        null),
                change);
    }

    /** The counterparty released it, or the law took it away: by a document. */
    @Transactional
    public void release(UUID id, @Nullable LocalDate on, List<String> papers, @Nullable String reason, Actor actor) {
        var promise = own(id, actor);
        var said = Promise.Said.of(Written.papers(papers, "papers"), Written.required(reason, "reason", Written.TEXT));
        var change =
                add(promise, PromiseStep.RELEASED, Written.past(on, "on", order.today()), said, promise.due(), actor);
        closeCase.close(id, change, CaseKind.GOVERNMENT_PROMISE);
    }

    /** The credit office accepts the evidence, or sends it back with the reason; not who reported it. */
    @Transactional
    public void review(UUID id, boolean accepted, @Nullable String note, Actor actor) {
        Permission.require(actor, Role.CREDIT_OFFICE);
        var promise = get(id, actor);
        if (promise.state() != PromiseStep.State.REPORTED) {
            throw new CreditException(IntegrityError.ENTRY_STEP_NOT_NEXT);
        }
        if (promise.steps().getLast().actor().equals(actor.id())) {
            throw new CreditException(IntegrityError.ENTRY_SECOND_PERSON);
        }
        var said = Promise.Said.of(
                List.of(),
                accepted ? Written.optional(note, "note", Written.TEXT) : Written.required(note, "note", Written.TEXT));
        var step = accepted ? PromiseStep.KEPT : PromiseStep.RETURNED;
        var change = add(promise, step, order.today(), said, promise.due(), actor);
        closeCase.close(id, change, CaseKind.GOVERNMENT_PROMISE_REVIEW);
        if (!accepted) {
            remind(id, promise.agency(), promise.due(), change);
        }
    }

    /** Newest first, of the agencies the actor may look into. */
    public List<Promise> newest(Actor actor, @Nullable UUID before, int limit) {
        return ledgers.newest(Promise.LEDGER, readers.agencies(actor), before, limit).stream()
                .map(Promise::read)
                .toList();
    }

    public Promise get(UUID id, Actor actor) {
        var entry = ledgers.get(Promise.LEDGER, id);
        readers.require(actor, entry.agency());
        return Promise.read(entry);
    }

    /** Those of published policies that everyone may see, the latest due first: no counterparty is among them. */
    public List<Promise> published(int limit) {
        return ledgers.all(Promise.LEDGER, null).stream()
                .map(Promise::read)
                .filter(promise ->
                        promise.content() != null && promise.content().published())
                .sorted((one, other) -> other.due().compareTo(one.due()))
                .limit(limit)
                .toList();
    }

    private Promise own(UUID id, Actor actor) {
        Permission.require(actor, Role.REPORTER);
        var promise = Promise.read(ledgers.get(Promise.LEDGER, id));
        Permission.requireAgency(actor, promise.agency());
        return promise;
    }

    /** Adds a step the table allows; the change it is part of. */
    Change add(Promise promise, PromiseStep step, LocalDate on, Promise.Said said, LocalDate due, Actor actor) {
        if (!step.mayFollow(promise.state())) {
            throw new CreditException(IntegrityError.ENTRY_STEP_NOT_NEXT);
        }
        var change = changes.open(actor);
        ledgers.add(
                promise.id(),
                new LedgerStep<>(promise.steps().getLast().version() + 1, step.name(), on, actor.id(), said),
                change);
        change.publish(new PromiseMoved(promise.id(), promise.agency(), step, on, due));
        return change;
    }

    /** In the inbox of the body until it is kept; the inbox reads from the clock whether it is soon or overdue. */
    private void remind(UUID id, AgencyId agency, LocalDate due, Change change) {
        openCase.open(
                new CaseDraft(
                        CaseKind.GOVERNMENT_PROMISE,
                        null,
                        id,
                        agency,
                        Role.REPORTER,
                        null,
                        new Due(due, true, List.of(due.getYear()))),
                change);
    }
}
