package org.xinheng.platform.access;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.MatterId;
import org.xinheng.platform.shared.Role;

/** What an access token says of its client, and reads back: a check needs no look-up of who asks. */
@Component
class Tokens implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private static final String REQUESTS = "requests_per_minute";

    /** Setting of a pack: what holds for clients without a limit of their own; none without it. */
    private static final String SETTING = "client-requests-per-minute";

    private final Accounts accounts;
    private final Packs packs;

    Tokens(Accounts accounts, Packs packs) {
        this.accounts = accounts;
        this.packs = packs;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            return;
        }
        var id = context.getRegisteredClient().getClientId();
        var client = accounts.client(id).orElseThrow().actor();
        accounts.requestsPerMinute(id)
                .or(this::everybodys)
                .ifPresent(limit -> context.getClaims().claim(REQUESTS, limit));
        context.getClaims()
                .claim("name", client.name())
                .claim("agency", client.requiredAgency().value())
                .claim("roles", client.roles().stream().map(Role::name).toList())
                .claim("matters", client.matters().stream().map(MatterId::value).toList());
    }

    private Optional<Integer> everybodys() {
        return Optional.ofNullable(packs.today().settings().get(SETTING)).map(Integer::valueOf);
    }

    /** How many calls the client may make in a minute; null: as many as it likes. */
    static @Nullable Integer requestsPerMinute(Jwt token) {
        Object claim = token.getClaim(REQUESTS);
        return claim instanceof Number number ? number.intValue() : null;
    }

    static Actor actor(Jwt token) {
        return new Actor(
                Actor.Kind.CLIENT,
                text(token, "sub"),
                new AgencyId(text(token, "agency")),
                text(token, "name"),
                strings(token, "roles").stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet()),
                strings(token, "matters").stream().map(MatterId::new).collect(Collectors.toUnmodifiableSet()));
    }

    private static String text(Jwt token, String claim) {
        return Objects.requireNonNull(token.getClaimAsString(claim), claim);
    }

    private static Set<String> strings(Jwt token, String claim) {
        List<String> values = token.getClaimAsStringList(claim);
        return values == null ? Set.of() : Set.copyOf(values);
    }
}
