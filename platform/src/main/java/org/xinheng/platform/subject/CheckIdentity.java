package org.xinheng.platform.subject;

import java.util.List;
import java.util.UUID;
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
import org.xinheng.platform.shared.Role;
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

    @Transactional
    public PopulationRegister.Reply ask(Identity.Person person, String purpose, String matter, Actor actor) {
        if (actor.kind() != Actor.Kind.OFFICER || ASKERS.stream().noneMatch(actor::may)) {
            throw new CreditException(AccessError.NOT_PERMITTED, Role.CHECKER);
        }
        if (purpose.isBlank() || matter.isBlank()) {
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
                            (id, hash, key_id, purpose, matter, agency_id, account, answer, change_id)
                        values (:id, :hash, :key, :purpose, :matter, :agency, :account, :answer, :change)
                        """)
                .param("id", id)
                .param("hash", subjects.hash(person))
                .param("key", vault.hashKey())
                .param("purpose", IdentifierScan.mask(purpose.strip()))
                .param("matter", IdentifierScan.mask(matter.strip()))
                .param("agency", actor.requiredAgency().value())
                .param("account", actor.id())
                .param("answer", reply.name())
                .param("change", change.id().value())
                .update();
        change.publish(new IdentityChecked(id, reply));
        return reply;
    }
}
