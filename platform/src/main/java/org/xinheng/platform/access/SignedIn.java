package org.xinheng.platform.access;

import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.xinheng.platform.shared.Actor;

/** An actor in a browser session. */
record SignedIn(Actor actor, String passwordHash) implements UserDetails {

    @Override
    public List<GrantedAuthority> getAuthorities() {
        return actor.roles().stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return actor.id();
    }
}
