package org.xinheng.platform.subject;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.identifier.IdentifierScan;
import org.xinheng.platform.access.AccessError;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.vault.Vault;

/**
 * Asks the population register whether a number and a name belong together (身份信息核查). The question is logged with who
 * asked and what for, and by keyed hash about whom; the person comes into being here by it neither way.
 */
@Component
public class CheckIdentity {

    private static final List<Role> ASKERS = List.of(Role.REPORTER, Role.DETERMINER, Role.CHECKER, Role.CREDIT_OFFICE);

    private final ObjectProvider<PopulationRegister> register;
    private final JdbcClient jdbc;
    private final Subjects subjects;
    private final Vault vault;
    private final Changes changes;
    private final IdGenerator ids;

    CheckIdentity(
            ObjectProvider<PopulationRegister> register,
            JdbcClient jdbc,
            Subjects subjects,
            Vault vault,
            Changes changes,
            IdGenerator ids) {
        this.register = register;
        this.jdbc = jdbc;
        this.subjects = subjects;
        this.vault = vault;
        this.changes = changes;
        this.ids = ids;
    }

    /** Whether a register is connected at all. */
    public boolean isConnected() {
        return register.getIfAvailable() != null;
    }

    /**
     * One question that was put.
     *
     * @param askedBy the officer's name
     * @param authority null for questions of the time before it was asked for
     */
    public record Asked(
            UUID id,
            Instant askedAt,
            String askedBy,
            AgencyId agency,
            String purpose,
            String matter,
            @Nullable String authority) {}

    /** The questions put about these subjects since a moment, whether or not they were known here then. */
    public List<Asked> about(Collection<SubjectId> persons, Instant since) {
        var hashes =
                subjects.hashes(persons).values().stream().flatMap(List::stream).toArray(byte[][]::new);
        return jdbc.sql("""
                        select i.id, c.moment, coalesce(i.account_name, i.account) as asked_by, i.agency_id, i.purpose,
                               i.matter, i.authority
                        from subject.identity_check i join audit.change c on c.id = i.change_id
                        where i.hash = any(:hashes) and c.moment >= :since order by c.moment desc
                        """)
                .param("hashes", hashes)
                .param("since", Timestamp.from(since))
                .query((row, _) -> new Asked(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("moment").toInstant(),
                        row.getString("asked_by"),
                        new AgencyId(row.getString("agency_id")),
                        row.getString("purpose"),
                        row.getString("matter"),
                        row.getString("authority")))
                .list();
    }

    /** @param authority statute and article the officer asks by */
    @Transactional
    public PopulationRegister.Reply ask(
            Identity.Person person, String purpose, String matter, String authority, Actor actor) {
        if (actor.kind() != Actor.Kind.OFFICER || ASKERS.stream().noneMatch(actor::may)) {
            throw new CreditException(AccessError.NOT_PERMITTED, Role.CHECKER);
        }
        if (purpose.isBlank() || matter.isBlank() || authority.isBlank()) {
            throw new CreditException(SubjectError.IDENTITY_CHECK_UNGROUNDED);
        }
        var connected = register.getIfAvailable();
        if (connected == null) {
            throw new CreditException(SubjectError.IDENTITY_CHECK_ABSENT);
        }
        var reply = connected.ask(person);
        var change = changes.open(actor);
        UUID id = ids.next();
        jdbc.sql("""
                        insert into subject.identity_check
                            (id, hash, key_id, purpose, matter, authority, agency_id, account, account_name, answer,
                             change_id)
                        values (:id, :hash, :key, :purpose, :matter, :authority, :agency, :account, :name, :answer, :change)
                        """)
                .param("id", id)
                .param("hash", subjects.hash(person))
                .param("key", vault.hashKey())
                .param("purpose", IdentifierScan.mask(purpose.strip()))
                .param("matter", IdentifierScan.mask(matter.strip()))
                .param("authority", IdentifierScan.mask(authority.strip()))
                .param("agency", actor.requiredAgency().value())
                .param("account", actor.id())
                .param("name", actor.name())
                .param("answer", reply.name())
                .param("change", change.id().value())
                .update();
        change.publish(new IdentityChecked(id, reply));
        return reply;
    }
}
