package org.xinheng.platform.intake;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.calendar.Due;
import org.xinheng.kernel.calendar.WorkingCalendar;
import org.xinheng.kernel.item.DocumentNumber;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.access.Scope;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.casework.CaseDraft;
import org.xinheng.platform.casework.CaseKind;
import org.xinheng.platform.casework.CloseCase;
import org.xinheng.platform.casework.OpenCase;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.record.RecordEnded;
import org.xinheng.platform.record.RecordError;
import org.xinheng.platform.record.RecordState;
import org.xinheng.platform.record.Records;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.shared.SubmissionId;

/**
 * Sends rows and records back to their agency to be mended within some working days (退回、限期改正): the platform what its
 * checks refused, the credit office a record it finds wrong. The clock stands in the agency's inbox. What is mended by a
 * submission that names the return, by a correction or by a withdrawal is settled by that; else the agency answers and
 * the credit office settles it or sends it back again.
 */
@Component
public class SendBack {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.published();

    private final Returns returns;
    private final Records records;
    private final Packs packs;
    private final OpenCase openCase;
    private final CloseCase closeCase;
    private final Changes changes;
    private final Order order;
    private final IdGenerator ids;
    private final IntakeSettings settings;

    SendBack(
            Returns returns,
            Records records,
            Packs packs,
            OpenCase openCase,
            CloseCase closeCase,
            Changes changes,
            Order order,
            IdGenerator ids,
            IntakeSettings settings) {
        this.returns = returns;
        this.records = records;
        this.packs = packs;
        this.openCase = openCase;
        this.closeCase = closeCase;
        this.changes = changes;
        this.order = order;
        this.ids = ids;
        this.settings = settings;
    }

    /**
     * The credit office sends a record back to the agency that answers for it.
     *
     * @param reason what is wrong, for the agency to read
     */
    @Transactional
    public UUID record(RecordId id, String reason, Actor actor) {
        Permission.require(actor, Role.CREDIT_OFFICE);
        var words = said(reason);
        var record = records.get(id, order.now());
        Scope.require(actor, packs.today(), record.authority());
        if (record.state() != RecordState.IN_FORCE) {
            throw new CreditException(IntakeError.RECORD_NOT_IN_FORCE);
        }
        var change = changes.open(actor);
        var sentBack = ids.next();
        returns.insert(sentBack, record.authority(), record.item(), null, record.subject(), id, change);
        toMend(sentBack, record.subject(), record.authority(), record.item(), words, actor, change);
        return sentBack;
    }

    /**
     * The same by the document number of the decision: every record of the agency that bears it.
     *
     * @return the returns; refuses with {@code RECORD_NOT_FOUND} a number that is not here
     */
    @Transactional
    public List<UUID> decision(AgencyId agency, String documentNumber, String reason, Actor actor) {
        Permission.require(actor, Role.CREDIT_OFFICE);
        Scope.require(actor, packs.today(), agency);
        var found =
                records
                        .byDocumentNumbers(agency, List.of(DocumentNumber.normalise(documentNumber)), order.now())
                        .stream()
                        .filter(record -> record.state() == RecordState.IN_FORCE)
                        .toList();
        if (found.isEmpty()) {
            throw new CreditException(RecordError.RECORD_NOT_FOUND);
        }
        return found.stream().map(one -> record(one.id(), reason, actor)).toList();
    }

    /** The platform sends back what it refused of a submission; what already mends a return stays in that one. */
    @Transactional(propagation = Propagation.MANDATORY)
    void refused(SubmissionId submission, AgencyId agency, ItemId item, Change change) {
        var sentBack = ids.next();
        returns.insert(sentBack, agency, item, submission, null, null, change);
        toMend(sentBack, null, agency, item, null, Actor.platform("intake"), change);
    }

    /** A submission that mends a return was taken in whole: nothing of it is left to mend. */
    @Transactional(propagation = Propagation.MANDATORY)
    void mended(UUID sentBack, SubmissionId by, Actor actor, Change change) {
        var standing = returns.lock(sentBack);
        if (standing.state() != ReturnState.SETTLED) {
            settle(standing, by, null, actor, change);
        }
    }

    /** A recalled submission has nothing to mend. */
    @Transactional(propagation = Propagation.MANDATORY)
    void recalled(SubmissionId submission, Actor actor, Change change) {
        returns.open(submission).ifPresent(open -> settle(returns.lock(open.id()), null, null, actor, change));
    }

    /** Corrected records are mended. */
    @Transactional(propagation = Propagation.MANDATORY)
    void corrected(List<RecordId> records, SubmissionId by, Actor actor, Change change) {
        if (!records.isEmpty()) {
            returns.open(records).forEach(open -> settle(returns.lock(open.id()), by, null, actor, change));
        }
    }

    /** The agency answers: it mended the rows otherwise, or says why they stay as they are. */
    @Transactional
    public void answer(UUID id, String words, Actor actor) {
        Permission.require(actor, Role.REPORTER);
        var said = said(words);
        var standing = standing(id, actor, ReturnState.ANSWERED);
        Permission.requireAgency(actor, standing.agency());
        var change = changes.open(actor);
        returns.append(id, ReturnState.ANSWERED, null, actor, null, said, change);
        closeCase.close(id, change, CaseKind.RETURN_TO_MEND);
        openCase.open(
                new CaseDraft(
                        CaseKind.RETURN_TO_SETTLE,
                        standing.subject(),
                        id,
                        AgencyId.CREDIT_OFFICE,
                        Role.CREDIT_OFFICE,
                        null,
                        null),
                change);
        change.publish(new ReturnMoved(
                standing.subject(), id, standing.agency(), standing.item(), ReturnState.ANSWERED, null));
    }

    /** The credit office is content with the answer. */
    @Transactional
    public void settle(UUID id, Actor actor) {
        Permission.require(actor, Role.CREDIT_OFFICE);
        var standing = standing(id, actor, ReturnState.SETTLED);
        if (standing.state() != ReturnState.ANSWERED) {
            throw new CreditException(IntakeError.RETURN_NOT_OPEN);
        }
        settle(standing, null, null, actor, changes.open(actor));
    }

    /** The credit office is not: back to the agency, with a new clock. */
    @Transactional
    public void again(UUID id, String reason, Actor actor) {
        Permission.require(actor, Role.CREDIT_OFFICE);
        var words = said(reason);
        var standing = standing(id, actor, ReturnState.TO_MEND);
        var change = changes.open(actor);
        closeCase.close(id, change, CaseKind.RETURN_TO_SETTLE);
        toMend(id, standing.subject(), standing.agency(), standing.item(), words, actor, change);
    }

    /** A record that ended, by whatever act, needs no mending. */
    @EventListener
    void ended(RecordEnded fact) {
        var open = returns.open(List.of(fact.record()));
        if (!open.isEmpty()) {
            var change = changes.open(Actor.platform("intake"));
            open.forEach(one -> settle(returns.lock(one.id()), null, null, change.actor(), change));
        }
    }

    private void settle(
            Returns.Return standing, @Nullable SubmissionId by, @Nullable String words, Actor actor, Change change) {
        returns.append(standing.id(), ReturnState.SETTLED, null, actor, by, words, change);
        closeCase.close(standing.id(), change, CaseKind.RETURN_TO_MEND, CaseKind.RETURN_TO_SETTLE);
        change.publish(new ReturnMoved(
                standing.subject(), standing.id(), standing.agency(), standing.item(), ReturnState.SETTLED, null));
    }

    private void toMend(
            UUID id,
            @Nullable SubjectId subject,
            AgencyId agency,
            ItemId item,
            @Nullable String words,
            Actor actor,
            Change change) {
        Due due = CALENDAR.plusWorkingDays(order.today(), settings.mendWorkingDays());
        returns.append(id, ReturnState.TO_MEND, due, actor, null, words, change);
        openCase.open(new CaseDraft(CaseKind.RETURN_TO_MEND, subject, id, agency, Role.REPORTER, null, due), change);
        change.publish(new ReturnMoved(subject, id, agency, item, ReturnState.TO_MEND, due.date()));
    }

    private Returns.Return standing(UUID id, Actor actor, ReturnState next) {
        returns.get(id, actor);
        var standing = returns.lock(id);
        if (!standing.state().canBecome(next)) {
            throw new CreditException(IntakeError.RETURN_NOT_OPEN);
        }
        return standing;
    }

    private static String said(String words) {
        if (words.isBlank()) {
            throw new CreditException(IntakeError.REASON_MISSING);
        }
        return words.strip();
    }
}
