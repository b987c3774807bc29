package org.xinheng.platform.integrity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.calendar.Due;
import org.xinheng.kernel.calendar.WorkingCalendar;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.kernel.pack.CreditList;
import org.xinheng.kernel.pack.ListOrigin;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.kernel.pack.SeriousField;
import org.xinheng.kernel.pack.SubjectKind;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.casework.CaseDraft;
import org.xinheng.platform.casework.CaseKind;
import org.xinheng.platform.casework.CloseCase;
import org.xinheng.platform.casework.OpenCase;
import org.xinheng.platform.listing.ListingEnded;
import org.xinheng.platform.listing.ListingEntered;
import org.xinheng.platform.listing.ListingState;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.subject.Subject;
import org.xinheng.platform.subject.Subjects;

/** Writes a government body in the ledger as soon as the court's feed brings it; nothing else does. */
@Component
class ReceiveDefaulters {

    private static final Actor SELF = Actor.platform("integrity");
    private static final String WORKING_DAYS = "government-defaulter-working-days";

    private final Ledgers ledgers;
    private final Subjects subjects;
    private final Packs packs;
    private final OpenCase openCase;
    private final CloseCase closeCase;
    private final Order order;
    private final Changes changes;
    private final IdGenerator ids;

    ReceiveDefaulters(
            Ledgers ledgers,
            Subjects subjects,
            Packs packs,
            OpenCase openCase,
            CloseCase closeCase,
            Order order,
            Changes changes,
            IdGenerator ids) {
        this.ledgers = ledgers;
        this.subjects = subjects;
        this.packs = packs;
        this.openCase = openCase;
        this.closeCase = closeCase;
        this.order = order;
        this.changes = changes;
        this.ids = ids;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ListingEntered entered) {
        var rules = packs.today();
        var list = rules.lists().get(entered.list().value());
        if (list == null || !ofDefaulters(list)) {
            return;
        }
        var subject = subjects.get(entered.subject());
        if (subject.kind() != SubjectKind.GOVERNMENT_BODY) {
            return;
        }
        var today = order.today();
        var change = changes.open(SELF);
        var id = ids.next();
        boolean opened = ledgers.open(
                DefaulterCase.LEDGER,
                new LedgerEntry<>(
                        id,
                        entered.listing().value(),
                        AgencyId.CREDIT_OFFICE,
                        entered.subject(),
                        today,
                        null,
                        new DefaulterCase.Content(division(subject, rules)),
                        List.of(new LedgerStep<>(1, DefaulterStep.RECEIVED.name(), today, SELF.id(), null))),
                change);
        if (!opened) {
            return;
        }
        openCase.open(
                new CaseDraft(
                        CaseKind.GOVERNMENT_DEFAULTER,
                        entered.subject(),
                        id,
                        AgencyId.CREDIT_OFFICE,
                        Role.CREDIT_OFFICE,
                        null,
                        due(rules)),
                change);
        change.publish(new DefaulterMoved(entered.subject(), id, entered.listing(), DefaulterStep.RECEIVED, today));
    }

    /** What the court annulled was never there: nobody has to clear it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ListingEnded ended) {
        if (ended.state() == ListingState.ANNULLED) {
            var change = changes.open(SELF);
            ledgers.of(DefaulterCase.LEDGER, ended.listing().value())
                    .forEach(entry -> closeCase.close(entry.id(), change, CaseKind.GOVERNMENT_DEFAULTER));
        }
    }

    /** The list of those who do not do what a court ordered, received from it. */
    private static boolean ofDefaulters(CreditList list) {
        return list.origin() == ListOrigin.RECEIVED && list.field() == SeriousField.REFUSED_LEGAL_OBLIGATION;
    }

    /** That of the agency the packs know by this code or name; else the one in its code. */
    private static String division(Subject subject, Pack rules) {
        return rules.agencies().values().stream()
                .filter(agency -> subject.code() != null && subject.code().equals(agency.creditCode())
                        || agency.label().zh().equals(subject.name())
                        || agency.aliases().contains(subject.name()))
                .map(agency -> agency.division())
                .findFirst()
                .orElseGet(() -> subject.code() == null ? rules.division() : new CreditCode(subject.code()).division());
    }

    private @Nullable Due due(Pack rules) {
        var days = rules.settings().get(WORKING_DAYS);
        return days == null ? null : WorkingCalendar.published().plusWorkingDays(order.today(), Integer.parseInt(days));
    }
}
