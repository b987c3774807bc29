package org.xinheng.platform.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Outside the demo nobody gets in with the password that everybody knows from it, even where it was set. */
record WithoutDemoPassword(PasswordEncoder passwords) implements PasswordEncoder {

    private static final String KNOWN_TO_ALL = "demo";

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return passwords.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String stored) {
        return !KNOWN_TO_ALL.contentEquals(password == null ? "" : password) && passwords.matches(password, stored);
    }

    @Override
    public boolean upgradeEncoding(@Nullable String stored) {
        return passwords.upgradeEncoding(stored);
    }
}
