package org.xinheng.platform.subject;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.platform.access.AccessError;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.vault.Opened;
import org.xinheng.platform.vault.Vault;
import tools.jackson.databind.json.JsonMapper;

/**
 * Changes who or what a subject is: one officer of a credit office proposes, another decides, because effects move with
 * it. What is proposed is checked when it is proposed and again when it is decided.
 */
@Component
public class AmendSubject {

    private final JdbcClient jdbc;
    private final Subjects subjects;
    private final Amending amending;
    private final Vault vault;
    private final JsonMapper json;
    private final Changes changes;
    private final IdGenerator ids;

    AmendSubject(
            JdbcClient jdbc,
            Subjects subjects,
            Amending amending,
            Vault vault,
            JsonMapper json,
            Changes changes,
            IdGenerator ids) {
        this.jdbc = jdbc;
        this.subjects = subjects;
        this.amending = amending;
        this.vault = vault;
        this.json = json;
        this.changes = changes;
        this.ids = ids;
    }

    /** What an amendment says, as it is sealed. */
    private record Sealed(@Nullable String amendment, String ground) {}

    /**
     * One that waits for its decision.
     *
     * @param ground why, and by what document
     */
    public record Proposed(
            UUID id,
            SubjectId subject,
            AmendmentKind kind,
            @Nullable SubjectId other,
            Amendment amendment,
            String ground,
            AgencyId agency,
            String proposedBy) {

        @Override
        public String toString() {
            return "Proposed[" + id + ", " + kind + "]";
        }
    }

    /** @param ground why, and by what document of the registration authority or the register */
    @Transactional
    public UUID propose(SubjectId id, Amendment amendment, String ground, Actor actor) {
        Permission.requireCitysOffice(actor);
        if (ground.isBlank()) {
            throw new CreditException(SubjectError.AMENDMENT_INCOMPLETE);
        }
        amending.hold(id);
        amending.require(subjects.get(id), amendment);
        if (waiting(id).stream().anyMatch(open -> open.kind() == amendment.kind())) {
            throw new CreditException(SubjectError.AMENDMENT_WAITS);
        }
        var change = changes.open(actor);
        var proposed = ids.next();
        var other = amendment.other();
        var words = new Sealed(json.writeValueAsString(amendment), ground.strip());
        jdbc.sql("""
                        insert into subject.amendment
                            (id, subject_id, other_id, kind, payload, agency_id, proposed_by, change_id)
                        values (:id, :subject, :other, :kind, :payload, :agency, :account, :change)
                        """)
                .param("id", proposed)
                .param("subject", id.value())
                .param("other", other == null ? null : other.value())
                .param("kind", amendment.kind().name())
                .param("payload", vault.seal(proposed, json.writeValueAsBytes(words)))
                .param("agency", actor.requiredAgency().value())
                .param("account", actor.id())
                .param("change", change.id().value())
                .update();
        change.publish(new AmendmentProposed(id, proposed, amendment.kind(), actor.requiredAgency()));
        return proposed;
    }

    /** Grants or refuses what another proposed; granted, it holds at once. */
    @Transactional
    public void decide(UUID id, boolean granted, Actor actor) {
        Permission.require(actor, Role.CREDIT_OFFICE);
        var found = find(id);
        amending.hold(found.subject());
        if (!found.agency().equals(actor.agency())) {
            throw new CreditException(AccessError.OTHER_AGENCY);
        }
        if (found.proposedBy().equals(actor.id())) {
            throw new CreditException(SubjectError.AMENDMENT_NEEDS_SECOND_OFFICER);
        }
        if (waiting(found.subject()).stream().noneMatch(open -> open.id().equals(id))) {
            throw new CreditException(SubjectError.AMENDMENT_NOT_OPEN, id);
        }
        var change = changes.open(actor);
        jdbc.sql("""
                        insert into subject.amendment_decision (amendment_id, granted, proposed_by, decided_by, change_id)
                        values (:id, :granted, :proposedBy, :account, :change)
                        """)
                .param("id", id)
                .param("granted", granted)
                .param("proposedBy", found.proposedBy())
                .param("account", actor.id())
                .param("change", change.id().value())
                .update();
        change.publish(new AmendmentDecided(found.subject(), id, granted));
        if (granted) {
            amending.require(subjects.get(found.subject()), found.amendment());
            amending.apply(id, found.subject(), found.amendment(), change);
            change.publish(new SubjectAmended(found.subject(), id, found.kind(), found.other()));
        }
    }

    /** Those about the subject that wait for a decision. */
    public List<Proposed> waiting(SubjectId subject) {
        return list(
                "where a.subject_id = :key and not exists"
                        + " (select 1 from subject.amendment_decision where amendment_id = a.id)",
                subject.value());
    }

    /** All that wait for a decision of an agency, oldest first. */
    public List<Proposed> waiting(AgencyId agency) {
        return list(
                "where a.agency_id = :key and not exists"
                        + " (select 1 from subject.amendment_decision where amendment_id = a.id)",
                agency.value());
    }

    public Proposed find(UUID id) {
        return Optional.of(list("where a.id = :key", id))
                .filter(found -> !found.isEmpty())
                .map(List::getFirst)
                .orElseThrow(() -> new CreditException(SubjectError.AMENDMENT_NOT_FOUND, id));
    }

    private List<Proposed> list(String condition, Object key) {
        return jdbc.sql("""
                        select a.id, a.subject_id, a.other_id, a.kind, a.payload, a.agency_id, a.proposed_by
                        from subject.amendment a
                        """ + condition + " order by a.id")
                .param("key", key)
                .query((row, _) -> {
                    var id = row.getObject("id", UUID.class);
                    var kind = AmendmentKind.valueOf(row.getString("kind"));
                    var other = row.getObject("other_id", UUID.class);
                    var words = switch (vault.open(id, row.getBytes("payload"))) {
                        case Opened.Clear clear -> json.readValue(clear.bytes(), Sealed.class);
                        case Opened.Deleted gone ->
                            throw new CreditException(SubjectError.AMENDMENT_NOT_OPEN, gone.on());
                    };
                    return new Proposed(
                            id,
                            new SubjectId(row.getObject("subject_id", UUID.class)),
                            kind,
                            other == null ? null : new SubjectId(other),
                            json.readValue(words.amendment(), type(kind)),
                            words.ground(),
                            new AgencyId(row.getString("agency_id")),
                            row.getString("proposed_by"));
                })
                .list();
    }

    private static Class<? extends Amendment> type(AmendmentKind kind) {
        return switch (kind) {
            case RENAMED -> Amendment.Rename.class;
            case CODE_CHANGED -> Amendment.CodeChange.class;
            case CONTINUED -> Amendment.Continuation.class;
            case MERGED -> Amendment.Merge.class;
            case SPLIT -> Amendment.Split.class;
            case CLOSED -> Amendment.Closure.class;
            case REOPENED -> Amendment.Reopening.class;
        };
    }
}
