package org.xinheng.platform.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.MatterId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;

/** Officers' and subjects' accounts and the API clients of business systems. */
@Component
public class Accounts {

    private final JdbcClient jdbc;
    private final Changes changes;
    private final IdGenerator ids;
    private final PasswordEncoder passwords;

    Accounts(JdbcClient jdbc, Changes changes, IdGenerator ids, PasswordEncoder passwords) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.ids = ids;
        this.passwords = passwords;
    }

    /** Who signs in, with the stored hash of the password. */
    record SignIn(Actor actor, String passwordHash) {}

    @Transactional
    public void openOfficer(String account, String name, AgencyId agency, Set<Role> roles, String password, Actor by) {
        open(account, Actor.Kind.OFFICER, name, agency, null, roles, password, by);
    }

    /** A subject's own account: an enterprise's or a citizen's. */
    @Transactional
    public void openSubject(String account, SubjectId subject, Role role, String password, Actor by) {
        open(account, Actor.Kind.SUBJECT, account, null, subject, Set.of(role), password, by);
    }

    /** A business system, with as many calls in a minute as the pack gives everybody. */
    @Transactional
    public void openClient(
            String id, String name, AgencyId agency, Set<Role> roles, Set<MatterId> matters, String secret, Actor by) {
        openClient(id, name, agency, roles, matters, null, secret, by);
    }

    /**
     * @param matters at which alone it may ask
     * @param requestsPerMinute how many calls it may make in a minute; null: what the pack says
     */
    @Transactional
    public void openClient(
            String id,
            String name,
            AgencyId agency,
            Set<Role> roles,
            Set<MatterId> matters,
            @Nullable Integer requestsPerMinute,
            String secret,
            Actor by) {
        var change = changes.open(by);
        try {
            jdbc.sql("""
                            insert into access.client
                                (id, name, agency_id, roles, matters, requests_per_minute, secret_hash, change_id)
                            values (:id, :name, :agency, :roles, :matters, :requests, :secret, :change)
                            """)
                    .param("id", id)
                    .param("name", name)
                    .param("agency", agency.value())
                    .param("roles", names(roles))
                    .param("matters", matters.stream().map(MatterId::value).toArray(String[]::new))
                    .param("requests", requestsPerMinute)
                    .param("secret", passwords.encode(secret))
                    .param("change", change.id().value())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new CreditException(AccessError.ACCOUNT_EXISTS, id);
        }
        change.publish(new AccountOpened(ids.next(), agency, null));
    }

    private void open(
            String account,
            Actor.Kind kind,
            String name,
            @Nullable AgencyId agency,
            @Nullable SubjectId subject,
            Set<Role> roles,
            String password,
            Actor by) {
        var change = changes.open(by);
        var id = ids.next();
        try {
            jdbc.sql("""
                            insert into access.account
                                (id, account, kind, name, agency_id, subject_id, roles, password_hash, change_id)
                            values (:id, :account, :kind, :name, :agency, :subject, :roles, :password, :change)
                            """)
                    .param("id", id)
                    .param("account", account)
                    .param("kind", kind.name())
                    .param("name", name)
                    .param("agency", agency == null ? null : agency.value())
                    .param("subject", subject == null ? null : subject.value())
                    .param("roles", names(roles))
                    .param("password", passwords.encode(password))
                    .param("change", change.id().value())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new CreditException(AccessError.ACCOUNT_EXISTS, account);
        }
        change.publish(new AccountOpened(id, agency, subject));
    }

    Optional<SignIn> officerOrSubject(String account) {
        return jdbc.sql("""
                        select account, kind, name, agency_id, roles, password_hash from access.account
                        where account = :account
                        """)
                .param("account", account)
                .query((row, _) -> {
                    var agency = row.getString("agency_id");
                    var actor = new Actor(
                            Actor.Kind.valueOf(row.getString("kind")),
                            row.getString("account"),
                            agency == null ? null : new AgencyId(agency),
                            row.getString("name"),
                            roles((String[]) row.getArray("roles").getArray()),
                            Set.of());
                    return new SignIn(actor, row.getString("password_hash"));
                })
                .optional();
    }

    Optional<SignIn> client(String id) {
        return jdbc.sql("select id, name, agency_id, roles, matters, secret_hash from access.client where id = :id")
                .param("id", id)
                .query((row, _) -> {
                    var actor = new Actor(
                            Actor.Kind.CLIENT,
                            row.getString("id"),
                            new AgencyId(row.getString("agency_id")),
                            row.getString("name"),
                            roles((String[]) row.getArray("roles").getArray()),
                            Arrays.stream((String[]) row.getArray("matters").getArray())
                                    .map(MatterId::new)
                                    .collect(Collectors.toUnmodifiableSet()));
                    return new SignIn(actor, row.getString("secret_hash"));
                })
                .optional();
    }

    /** A client's own limit; empty where the pack's holds. */
    Optional<Integer> requestsPerMinute(String client) {
        return jdbc.sql(
                        "select requests_per_minute from access.client where id = :id and requests_per_minute is not null")
                .param("id", client)
                .query(Integer.class)
                .optional();
    }

    /** The subject a subject's account belongs to. */
    public Optional<SubjectId> subjectOf(Actor actor) {
        return jdbc.sql("select subject_id from access.account where account = :account and kind = 'SUBJECT'")
                .param("account", actor.id())
                .query(UUID.class)
                .optional()
                .map(SubjectId::new);
    }

    /** Accounts of an agency's officers that have a role, for assigning cases. */
    public List<String> officers(AgencyId agency, Role role) {
        return jdbc.sql("""
                        select account from access.account
                        where agency_id = :agency and :role = any(roles) order by account
                        """)
                .param("agency", agency.value())
                .param("role", role.name())
                .query(String.class)
                .list();
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().toArray(String[]::new);
    }

    private static Set<Role> roles(String[] names) {
        return Arrays.stream(names).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
