package org.xinheng.platform.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;

/**
 * Lets the very first officer in: a secret printed once at the start of an instance without accounts opens one account
 * of the credit office, and nothing afterwards. It lives in memory only; another start makes another.
 */
@Component
public class FirstAdministrator {

    private static final int SHORTEST_PASSWORD = 12;
    private static final Set<Role> ROLES = EnumSet.of(Role.CREDIT_OFFICE, Role.REPORTER, Role.CHECKER);

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable String secret;

    FirstAdministrator(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /** A secret that opens the first account, once; empty when there are accounts already. */
    public Optional<String> invite() {
        if (anyAccount()) {
            return Optional.empty();
        }
        var bytes = new byte[24];
        random.nextBytes(bytes);
        var fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        secret = fresh;
        return Optional.of(fresh);
    }

    /** Refuses with {@code INVITATION_INVALID} a link that is wrong or was used. */
    public void require(String invitation) {
        var expected = secret;
        if (expected == null
                || !MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), invitation.getBytes(StandardCharsets.UTF_8))) {
            throw new CreditException(AccessError.INVITATION_INVALID);
        }
    }

    /** Opens the account; the invitation is used up. */
    @Transactional
    public synchronized void open(String invitation, String account, String name, String password) {
        require(invitation);
        if (password.length() < SHORTEST_PASSWORD) {
            throw new CreditException(AccessError.PASSWORD_TOO_SHORT, SHORTEST_PASSWORD);
        }
        accounts.openOfficer(
                account.strip(), name.strip(), AgencyId.CREDIT_OFFICE, ROLES, password, Actor.platform("installation"));
        secret = null;
    }

    private boolean anyAccount() {
        return jdbc.sql("select exists (select 1 from access.account)")
                .query(Boolean.class)
                .single();
    }
}
