package org.xinheng.platform.jointaction;

import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.casework.CaseDraft;
import org.xinheng.platform.casework.CaseKind;
import org.xinheng.platform.casework.CloseCase;
import org.xinheng.platform.casework.OpenCase;
import org.xinheng.platform.listing.Listings;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.MeasureId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.shared.Written;
import org.xinheng.platform.vault.SealedContent;

/** Measures that go to executors outside the city: what is to be passed on, to whom, when it was, and what came back. */
@Component
public class Forwardings {

    private static final String COLUMNS = """
            select f.subject_id, f.id, f.listing_id, f.list_id, f.measure, f.recipient, last.state, last.version
            from jointaction.forwarding f
            join lateral (select s.state, s.version from jointaction.forwarding_step s
                          where s.subject_id = f.subject_id and s.forwarding_id = f.id
                          order by s.version desc limit 1) last on true
            """;

    private final JdbcClient jdbc;
    private final Listings listings;
    private final Packs packs;
    private final Order order;
    private final OpenCase openCase;
    private final CloseCase closeCase;
    private final Changes changes;
    private final SealedContent contents;

    Forwardings(
            JdbcClient jdbc,
            Listings listings,
            Packs packs,
            Order order,
            OpenCase openCase,
            CloseCase closeCase,
            Changes changes,
            SealedContent contents) {
        this.jdbc = jdbc;
        this.listings = listings;
        this.packs = packs;
        this.order = order;
        this.openCase = openCase;
        this.closeCase = closeCase;
        this.changes = changes;
        this.contents = contents;
    }

    /** Newest first, older than {@code before}, at most {@code limit}; for the credit office. */
    public List<Forwarding> newest(Actor actor, @Nullable UUID before, int limit) {
        if (!actor.may(Role.AUDITOR)) {
            Permission.require(actor, Role.CREDIT_OFFICE);
        }
        return today(jdbc.sql(COLUMNS + """
                        where (:before::uuid is null or f.id < :before) order by f.id desc limit :limit
                        """)
                .param("before", before)
                .param("limit", limit)
                .query(Forwardings::row)
                .list());
    }

    /** As they stand by the clock: what was to be passed on of a listing that has ended since is so no longer. */
    private List<Forwarding> today(List<Forwarding> stored) {
        var asOf = order.now();
        return withSteps(stored.stream()
                .map(f -> f.state() == ForwardingState.DUE
                                && !listings.get(f.listing(), asOf).inForceOn(asOf.day())
                        ? f.closed()
                        : f)
                .toList());
    }

    public Forwarding get(UUID id) {
        return withSteps(jdbc.sql(COLUMNS + "where f.id = :id")
                        .param("id", id)
                        .query(Forwardings::row)
                        .list())
                .stream()
                .findFirst()
                .orElseThrow(() -> new CreditException(JointActionError.FORWARDING_NOT_FOUND, id));
    }

    /** The credit office records what happened: passed on by which letter, not needed and why, what was answered, taken back. */
    @Transactional
    public void record(UUID id, ForwardingState next, LocalDate on, Forwarding.Said given, Actor actor) {
        Permission.requireCitysOffice(actor);
        var forwarding = get(id);
        if (!forwarding.state().steps().contains(next)) {
            throw new CreditException(JointActionError.STEP_NOT_NEXT);
        }
        if (on.isAfter(order.today())) {
            throw new CreditException(JointActionError.DAY_IN_FUTURE, on);
        }
        var said = new Forwarding.Said(Written.words(given.document()), Written.words(given.note()));
        if (next == ForwardingState.SENT
                && !listings.get(forwarding.listing(), order.now()).inForceOn(order.today())) {
            throw new CreditException(JointActionError.TASK_CLOSED);
        }
        if (next == ForwardingState.SENT && said.document() == null) {
            throw new CreditException(JointActionError.FIELD_REQUIRED, "document");
        }
        if ((next == ForwardingState.NOT_NEEDED || next == ForwardingState.ANSWERED) && said.note() == null) {
            throw new CreditException(JointActionError.FIELD_REQUIRED, "note");
        }
        var change = changes.open(actor);
        var standing = new Standing(
                forwarding.subject(),
                id,
                forwarding.listing(),
                forwarding.measure(),
                forwarding.recipient(),
                forwarding.state(),
                forwarding.version());
        append(standing, next, on, actor.id(), said, change);
        settle(id, change);
    }

    /** As it stands, within a transaction. */
    record Standing(
            SubjectId subject,
            UUID id,
            ListingId listing,
            MeasureId measure,
            AgencyId recipient,
            ForwardingState state,
            int version) {}

    List<Standing> standing(SubjectId subject, ListingId listing) {
        return jdbc
                .sql(COLUMNS + "where f.subject_id = :subject and f.listing_id = :listing")
                .param("subject", subject.value())
                .param("listing", listing.value())
                .query(Forwardings::row)
                .list()
                .stream()
                .map(f -> new Standing(
                        f.subject(), f.id(), f.listing(), f.measure(), f.recipient(), f.state(), f.version()))
                .toList();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void append(
            Standing forwarding,
            ForwardingState next,
            LocalDate on,
            String actor,
            Forwarding.@Nullable Said said,
            Change change) {
        if (forwarding.version() > 0 && !forwarding.state().canBecome(next)) {
            throw new CreditException(JointActionError.STEP_NOT_NEXT);
        }
        try {
            jdbc.sql("""
                            insert into jointaction.forwarding_step
                                (subject_id, forwarding_id, version, change_id, state, happened_on, actor, said)
                            values (:subject, :id, :version, :change, :state, :on, :actor, :said)
                            """)
                    .param("subject", forwarding.subject().value())
                    .param("id", forwarding.id())
                    .param("version", forwarding.version() + 1)
                    .param("change", change.id().value())
                    .param("state", next.name())
                    .param("on", on)
                    .param("actor", actor)
                    .param("said", said == null ? null : contents.seal(forwarding.id(), said))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new CreditException(JointActionError.STEP_NOT_NEXT);
        }
        change.publish(new ForwardingMoved(
                forwarding.subject(),
                forwarding.id(),
                forwarding.listing(),
                forwarding.measure(),
                forwarding.recipient(),
                next));
    }

    void await(Standing forwarding, CaseKind kind, @Nullable LocalDate lapses, Change change) {
        settle(forwarding.id(), change);
        openCase.open(
                new CaseDraft(
                        kind,
                        forwarding.subject(),
                        forwarding.id(),
                        AgencyId.CREDIT_OFFICE,
                        Role.CREDIT_OFFICE,
                        null,
                        Clocks.due(packs.today(), kind, order.today()),
                        lapses),
                change);
    }

    void settle(UUID forwarding, Change change) {
        closeCase.close(forwarding, change, CaseKind.FORWARDING, CaseKind.FORWARDING_WITHDRAWAL);
    }

    private List<Forwarding> withSteps(List<Forwarding> stored) {
        Map<UUID, List<Stepped>> steps = jdbc
                .sql("""
                        select forwarding_id, state, happened_on, actor, said from jointaction.forwarding_step
                        where forwarding_id = any(:ids) and subject_id = any(:subjects)
                        order by forwarding_id, version
                        """)
                .param("ids", stored.stream().map(Forwarding::id).toArray(UUID[]::new))
                .param("subjects", stored.stream().map(f -> f.subject().value()).toArray(UUID[]::new))
                .query((row, _) -> {
                    var id = row.getObject("forwarding_id", UUID.class);
                    return new Stepped(
                            id,
                            new Forwarding.Step(
                                    ForwardingState.valueOf(row.getString("state")),
                                    row.getDate("happened_on").toLocalDate(),
                                    row.getString("actor"),
                                    contents.open(id, row.getBytes("said"), Forwarding.Said.class)));
                })
                .list()
                .stream()
                .collect(groupingBy(Stepped::forwarding));
        return stored.stream()
                .map(f -> new Forwarding(
                        f.id(),
                        f.subject(),
                        f.listing(),
                        f.list(),
                        f.measure(),
                        f.recipient(),
                        f.state(),
                        f.version(),
                        steps.getOrDefault(f.id(), List.of()).stream()
                                .map(Stepped::step)
                                .toList()))
                .toList();
    }

    private record Stepped(UUID forwarding, Forwarding.Step step) {}

    private static Forwarding row(ResultSet row, int number) throws SQLException {
        return new Forwarding(
                row.getObject("id", UUID.class),
                new SubjectId(row.getObject("subject_id", UUID.class)),
                new ListingId(row.getObject("listing_id", UUID.class)),
                new ListId(row.getString("list_id")),
                new MeasureId(row.getString("measure")),
                new AgencyId(row.getString("recipient")),
                ForwardingState.valueOf(row.getString("state")),
                row.getInt("version"),
                List.of());
    }
}
