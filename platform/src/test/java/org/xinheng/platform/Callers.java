package org.xinheng.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.MediaType;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xinheng.platform.access.Accounts;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.MatterId;
import org.xinheng.platform.shared.Role;
import tools.jackson.databind.json.JsonMapper;

/** Officers and business systems for tests. */
@TestComponent
public class Callers {

    private final Accounts accounts;
    private final MockMvcTester http;
    private final JsonMapper json;
    private final UserDetailsService sessions;
    private final Map<String, String> officers = new ConcurrentHashMap<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    Callers(Accounts accounts, MockMvcTester http, JsonMapper json, UserDetailsService sessions) {
        this.accounts = accounts;
        this.http = http;
        this.json = json;
        this.sessions = sessions;
    }

    /** An officer who needs no account: use cases take actors as arguments. */
    public static Actor officer(String account, String agency, Role... roles) {
        return new Actor(
                Actor.Kind.OFFICER,
                account,
                new AgencyId(agency),
                account,
                Arrays.stream(roles).collect(Collectors.toUnmodifiableSet()),
                Set.of());
    }

    /** Opens a client (once) and fetches a token as a business system does; the value of the Authorization header. */
    public String bearer(String client, String agency, Set<Role> roles, Set<String> matters) {
        return tokens.computeIfAbsent(client, id -> {
            accounts.openClient(
                    id,
                    id,
                    new AgencyId(agency),
                    roles,
                    matters.stream().map(MatterId::new).collect(Collectors.toUnmodifiableSet()),
                    "secret",
                    Actor.platform("test"));
            return token(id);
        });
    }

    /** A token of a client that is there, with the secret of tests. */
    public String token(String id) {
        var basic = Base64.getEncoder().encodeToString((id + ":secret").getBytes(StandardCharsets.UTF_8));
        var answer = http.post()
                .uri("/oauth2/token")
                .header("Authorization", "Basic " + basic)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("grant_type", "client_credentials")
                .exchange();
        assertThat(answer).hasStatusOk();
        try {
            var body = answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
            return "Bearer " + json.readTree(body).get("access_token").asString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An officer signed in to the pages, for {@code with(…)} of a request. */
    public RequestPostProcessor signedIn(String account, String agency, Role... roles) {
        var opened = agency + Set.of(roles).stream().sorted().toList();
        var before = officers.putIfAbsent(account, opened);
        if (before != null && !before.equals(opened)) {
            throw new IllegalStateException(account + " is " + before + " already: tests share accounts");
        }
        if (before == null) {
            accounts.openOfficer(
                    account, account, new AgencyId(agency), Set.of(roles), "secret", Actor.platform("test"));
        }
        return SecurityMockMvcRequestPostProcessors.user(sessions.loadUserByUsername(account));
    }
}
