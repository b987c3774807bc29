package org.xinheng.platform.integrity;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.Role;

/** The ledger of publicity and education. Every officer may read it: it is work done in public. */
@Component
public class Activities {

    private static final String ENTERED = "ENTERED";
    private static final String WITHDRAWN = "WITHDRAWN";
    private static final int MOST_PARTICIPANTS = 100_000_000;

    private final Ledgers ledgers;
    private final Order order;
    private final Changes changes;
    private final IdGenerator ids;

    Activities(Ledgers ledgers, Order order, Changes changes, IdGenerator ids) {
        this.ledgers = ledgers;
        this.order = order;
        this.changes = changes;
        this.ids = ids;
    }

    /** An activity as its organiser enters it. */
    public record Held(
            ActivityKind kind,
            @Nullable String title,
            @Nullable LocalDate on,
            @Nullable String place,
            @Nullable String organiser,
            @Nullable Integer participants,
            @Nullable String summary,
            @Nullable String link) {}

    @Transactional
    public UUID enter(Held held, Actor actor) {
        if (!actor.may(Role.CREDIT_OFFICE)) {
            Permission.require(actor, Role.REPORTER);
        }
        var on = Written.past(held.on(), "on", order.today());
        var participants = held.participants();
        if (participants == null || participants < 0 || participants > MOST_PARTICIPANTS) {
            throw new CreditException(IntegrityError.ENTRY_INCOMPLETE, "participants");
        }
        var content = new Activity.Content(
                held.kind(),
                Written.required(held.title(), "title", Written.LINE),
                Written.required(held.place(), "place", Written.LINE),
                Written.required(held.organiser(), "organiser", Written.LINE),
                participants,
                Written.optional(held.summary(), "summary", Written.TEXT),
                link(held.link()));
        var id = ids.next();
        var change = changes.open(actor);
        var agency = actor.requiredAgency();
        ledgers.open(
                Activity.LEDGER,
                new LedgerEntry<>(
                        id,
                        null,
                        agency,
                        null,
                        on,
                        null,
                        content,
                        List.of(new LedgerStep<>(1, ENTERED, order.today(), actor.id(), null))),
                change);
        change.publish(new ActivityMoved(id, agency, held.kind(), on, false));
        return id;
    }

    /** An address of the web, and nothing a browser would run. */
    private static @Nullable String link(@Nullable String given) {
        var text = Written.optional(given, "link", Written.LINE);
        if (text == null) {
            return null;
        }
        try {
            var scheme = URI.create(text).getScheme();
            if ("https".equals(scheme) || "http".equals(scheme)) {
                return text;
            }
        } catch (IllegalArgumentException e) {
            throw new CreditException(IntegrityError.ENTRY_INCOMPLETE, "link");
        }
        throw new CreditException(IntegrityError.ENTRY_INCOMPLETE, "link");
    }

    /** Takes back what was entered by mistake; it stays to be seen as taken back. */
    @Transactional
    public void withdraw(UUID id, @Nullable String reason, Actor actor) {
        var entry = ledgers.get(Activity.LEDGER, id);
        Permission.requireAgency(actor, entry.agency());
        if (!actor.may(Role.CREDIT_OFFICE)) {
            Permission.require(actor, Role.REPORTER);
        }
        var content = entry.content();
        if (entry.last().name().equals(WITHDRAWN) || content == null) {
            throw new CreditException(IntegrityError.ENTRY_STEP_NOT_NEXT);
        }
        var said = new Activity.Said(Written.required(reason, "reason", Written.TEXT));
        var change = changes.open(actor);
        ledgers.add(
                id, new LedgerStep<>(entry.last().version() + 1, WITHDRAWN, order.today(), actor.id(), said), change);
        change.publish(new ActivityMoved(id, entry.agency(), content.kind(), entry.openedOn(), true));
    }

    public Activity get(UUID id) {
        return find(id).orElseThrow(() -> new CreditException(IntegrityError.ENTRY_NOT_FOUND, id));
    }

    /** The same; empty when there is none. */
    public Optional<Activity> find(UUID id) {
        return ledgers.find(Activity.LEDGER, id).map(Activities::read);
    }

    /** Newest first, of all agencies. */
    public List<Activity> newest(@Nullable UUID before, int limit) {
        return ledgers.newest(Activity.LEDGER, null, before, limit).stream()
                .map(Activities::read)
                .toList();
    }

    static Activity read(LedgerEntry<Activity.Content, Activity.Said> entry) {
        return new Activity(
                entry.id(),
                entry.agency(),
                entry.openedOn(),
                entry.content(),
                entry.last().name().equals(WITHDRAWN),
                entry.steps());
    }
}
