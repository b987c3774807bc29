package org.xinheng.platform.integrity;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.Role;

/**
 * The register of major decisions. It refuses no step that was taken out of turn or left out: it shows it, since what happened
 * has to be seen.
 */
@Component
public class MajorDecisions {

    private final Ledgers ledgers;
    private final Readers readers;
    private final Packs packs;
    private final Order order;
    private final Changes changes;
    private final IdGenerator ids;

    MajorDecisions(Ledgers ledgers, Readers readers, Packs packs, Order order, Changes changes, IdGenerator ids) {
        this.ledgers = ledgers;
        this.readers = readers;
        this.packs = packs;
        this.order = order;
        this.changes = changes;
        this.ids = ids;
    }

    /** An agency registers a decision of its own. */
    @Transactional
    public UUID open(@Nullable String title, Actor actor) {
        Permission.require(actor, Role.REPORTER);
        var id = ids.next();
        var today = order.today();
        var change = changes.open(actor);
        ledgers.open(
                MajorDecision.LEDGER,
                new LedgerEntry<>(
                        id,
                        null,
                        actor.requiredAgency(),
                        null,
                        today,
                        null,
                        new MajorDecision.Content(Written.required(title, "title", Written.LINE)),
                        List.of(new LedgerStep<>(1, MajorDecision.OPENED, today, actor.id(), null))),
                change);
        change.publish(new MajorDecisionMoved(id, actor.requiredAgency(), null, today));
        return id;
    }

    /** Documents a step, or that it was not needed; said again, the later counts and the earlier stays to be seen. */
    @Transactional
    public void document(
            UUID id,
            DecisionStep step,
            @Nullable LocalDate on,
            @Nullable String document,
            @Nullable String number,
            boolean needed,
            Actor actor) {
        Permission.require(actor, Role.REPORTER);
        var entry = ledgers.get(MajorDecision.LEDGER, id);
        Permission.requireAgency(actor, entry.agency());
        if (!needed && DecisionOrder.of(packs.today()).always().contains(step)) {
            throw new CreditException(IntegrityError.DECISION_STEP_NEEDED);
        }
        var paper = new MajorDecision.Paper(
                Written.required(document, "document", Written.LINE),
                Written.optional(number, "number", Written.LINE),
                needed);
        var day = Written.past(on, "on", order.today());
        var change = changes.open(actor);
        ledgers.add(id, new LedgerStep<>(entry.last().version() + 1, step.name(), day, actor.id(), paper), change);
        change.publish(new MajorDecisionMoved(id, entry.agency(), step, day));
    }

    /** Newest first, of the agencies the actor may look into. */
    public List<MajorDecision> newest(Actor actor, @Nullable UUID before, int limit) {
        return ledgers.newest(MajorDecision.LEDGER, readers.agencies(actor), before, limit).stream()
                .map(this::read)
                .toList();
    }

    public MajorDecision get(UUID id, Actor actor) {
        var entry = ledgers.get(MajorDecision.LEDGER, id);
        readers.require(actor, entry.agency());
        return read(entry);
    }

    MajorDecision read(LedgerEntry<MajorDecision.Content, MajorDecision.Paper> entry) {
        var steps = new EnumMap<DecisionStep, LedgerStep<MajorDecision.Paper>>(DecisionStep.class);
        var history = entry.steps().stream()
                .filter(step -> !step.name().equals(MajorDecision.OPENED))
                .toList();
        history.forEach(step -> steps.put(DecisionStep.valueOf(step.name()), step));
        var content = entry.content();
        return new MajorDecision(
                entry.id(),
                entry.agency(),
                entry.openedOn(),
                content == null ? null : content.title(),
                steps,
                history,
                DecisionOrder.of(packs.today()));
    }
}
