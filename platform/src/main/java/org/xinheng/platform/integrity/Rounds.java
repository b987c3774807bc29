package org.xinheng.platform.integrity;

import java.math.BigDecimal;
import java.time.LocalDate;
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
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;

/** Third-party evaluation rounds: commissioned and written down by the credit office, seen by every body evaluated. */
@Component
public class Rounds {

    private static final BigDecimal HIGHEST = BigDecimal.valueOf(100);

    private final Ledgers ledgers;
    private final Packs packs;
    private final Order order;
    private final Changes changes;
    private final IdGenerator ids;

    Rounds(Ledgers ledgers, Packs packs, Order order, Changes changes, IdGenerator ids) {
        this.ledgers = ledgers;
        this.packs = packs;
        this.order = order;
        this.changes = changes;
        this.ids = ids;
    }

    /** A round about to begin. */
    public record Commissioned(
            @Nullable String title,
            @Nullable String group,
            @Nullable String evaluator,
            @Nullable String contract,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    /** Begins a round over all bodies of a named group; who is in the group later changes nothing about it. */
    @Transactional
    public UUID open(Commissioned given, Actor actor) {
        Permission.require(actor, Role.CREDIT_OFFICE);
        var group = packs.today().groups().get(Written.required(given.group(), "group", Written.LINE));
        if (group == null) {
            throw new CreditException(IntegrityError.GROUP_NOT_FOUND, String.valueOf(given.group()));
        }
        var today = order.today();
        var from = Written.past(given.from(), "from", today);
        var until = Written.past(given.until(), "until", today);
        if (until.isBefore(from)) {
            throw new CreditException(IntegrityError.ENTRY_DAYS_CROSSED, until);
        }
        var content = new Round.Content(
                Written.required(given.title(), "title", Written.LINE),
                group.id(),
                Written.required(given.evaluator(), "evaluator", Written.LINE),
                Written.required(given.contract(), "contract", Written.LINE),
                from,
                until);
        var change = changes.open(actor);
        var id = ids.next();
        ledgers.open(
                Round.LEDGER,
                new LedgerEntry<>(
                        id,
                        null,
                        actor.requiredAgency(),
                        null,
                        today,
                        null,
                        content,
                        List.of(new LedgerStep<>(1, RoundStep.OPENED.name(), today, actor.id(), null))),
                change);
        for (var member : group.members()) {
            var body = new AgencyId(member);
            ledgers.open(
                    Round.SCORES,
                    new LedgerEntry<>(
                            ids.next(),
                            id,
                            body,
                            null,
                            today,
                            null,
                            new Round.Body(body),
                            List.of(new LedgerStep<>(1, RoundStep.OPENED.name(), today, actor.id(), null))),
                    change);
        }
        change.publish(new RoundMoved(id, RoundStep.OPENED, null));
        return id;
    }

    /** Writes down the score of a body; given again, the later one counts. */
    @Transactional
    public void score(
            UUID id,
            AgencyId body,
            @Nullable BigDecimal score,
            @Nullable String evaluator,
            List<String> evidence,
            @Nullable String note,
            Actor actor) {
        var round = running(id, actor);
        if (score == null || score.signum() < 0 || score.compareTo(HIGHEST) > 0 || score.scale() > 2) {
            throw new CreditException(IntegrityError.SCORE_OUT_OF_RANGE);
        }
        var content = round.content();
        var evaluatedBy = Written.optional(evaluator, "evaluator", Written.LINE);
        if (evaluatedBy == null && content != null) {
            evaluatedBy = content.evaluator();
        }
        var given = new Round.Given(
                score,
                Written.required(evaluatedBy, "evaluator", Written.LINE),
                Written.papers(evidence, "evidence"),
                Written.optional(note, "note", Written.TEXT));
        var entry = ledgers.of(Round.SCORES, id).stream()
                .filter(one -> one.agency().equals(body))
                .findFirst()
                .orElseThrow(() -> new CreditException(IntegrityError.BODY_NOT_IN_ROUND, body));
        var change = changes.open(actor);
        ledgers.add(
                entry.id(),
                new LedgerStep<>(entry.last().version() + 1, RoundStep.SCORED.name(), order.today(), actor.id(), given),
                change);
        change.publish(new RoundMoved(id, RoundStep.SCORED, body));
    }

    /** Ends a round in which every body has a score with its evidence. */
    @Transactional
    public void close(UUID id, Actor actor) {
        var round = running(id, actor);
        if (!round.complete()) {
            throw new CreditException(IntegrityError.ROUND_NOT_COMPLETE);
        }
        var change = changes.open(actor);
        var entry = ledgers.get(Round.LEDGER, id);
        ledgers.add(
                id,
                new LedgerStep<>(entry.last().version() + 1, RoundStep.CLOSED.name(), order.today(), actor.id(), null),
                change);
        change.publish(new RoundMoved(id, RoundStep.CLOSED, null));
    }

    private Round running(UUID id, Actor actor) {
        Permission.require(actor, Role.CREDIT_OFFICE);
        var round = read(ledgers.get(Round.LEDGER, id));
        Permission.requireAgency(actor, round.agency());
        if (round.closedOn() != null) {
            throw new CreditException(IntegrityError.ENTRY_STEP_NOT_NEXT);
        }
        return round;
    }

    /** Newest first. The credit office and the auditor see all scores, a body its own. */
    public List<Round> newest(Actor actor, @Nullable UUID before, int limit) {
        Readers.requireOfficer(actor);
        return ledgers.newest(Round.LEDGER, null, before, limit).stream()
                .map(entry -> shown(read(entry), actor))
                .toList();
    }

    public Round get(UUID id, Actor actor) {
        return shown(read(ledgers.get(Round.LEDGER, id)), actor);
    }

    private static Round shown(Round round, Actor actor) {
        Readers.requireOfficer(actor);
        if (actor.may(Role.CREDIT_OFFICE) || actor.may(Role.AUDITOR)) {
            return round;
        }
        return new Round(
                round.id(),
                round.agency(),
                round.openedOn(),
                round.content(),
                round.scores().stream()
                        .filter(score -> score.body().equals(actor.agency()))
                        .toList(),
                round.closedOn());
    }

    private Round read(LedgerEntry<Round.Content, Round.Note> entry) {
        var scores = ledgers.of(Round.SCORES, entry.id()).stream()
                .map(score ->
                        new Round.Score(score.id(), score.agency(), score.last().said()))
                .toList();
        return new Round(
                entry.id(),
                entry.agency(),
                entry.openedOn(),
                entry.content(),
                scores,
                entry.last().name().equals(RoundStep.CLOSED.name())
                        ? entry.last().on()
                        : null);
    }
}
