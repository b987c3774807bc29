package org.xinheng.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.shared.Role;

/** Whatever is asked, the answer is a problem with its code, and nothing is left of it. */
@PlatformTest
class HostileRequestsTest {

    /** Made once: finding a key takes longer than most requests. */
    private static final JWKSource<SecurityContext> STRANGERS = keysOfAStranger();

    @LocalServerPort
    int port;

    @Autowired
    Callers callers;

    @Autowired
    SettableClock clock;

    @Autowired
    JWKSource<SecurityContext> keys;

    @Autowired
    JdbcClient jdbc;

    private HostileRequest.Senders senders;

    static List<HostileRequest> requests() {
        return HostileRequests.all();
    }

    @BeforeEach
    void signIn() {
        clock.set(SettableClock.START);
        senders = new HostileRequest.Senders(
                port,
                new Sender(
                        port, callers.bearer("intake-regulator", "market-regulator", Set.of(Role.REPORTER), Set.of())),
                new Sender(
                        port,
                        callers.bearer(
                                "hostile-housing",
                                "housing",
                                Set.of(Role.REPORTER, Role.CHECKER),
                                Set.of("construction-bidding"))),
                (ours, issued, expires) -> token(ours ? keys : STRANGERS, issued, expires));
    }

    private static JWKSource<SecurityContext> keysOfAStranger() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var stranger = generator.generateKeyPair();
            return new ImmutableJWKSet<>(new JWKSet(new RSAKey.Builder((RSAPublicKey) stranger.getPublic())
                    .privateKey(stranger.getPrivate())
                    .keyID("stranger")
                    .build()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token(JWKSource<SecurityContext> keys, Instant issued, Instant expires) {
        var claims = JwtClaimsSet.builder()
                .subject("hostile")
                .claim("name", "hostile")
                .claim("agency", "market-regulator")
                .claim("roles", List.of("REPORTER"))
                .issuedAt(issued)
                .notBefore(issued)
                .expiresAt(expires)
                .build();
        return new NimbusJwtEncoder(keys)
                .encode(JwtEncoderParameters.from(
                        JwsHeader.with(SignatureAlgorithm.RS256).build(), claims))
                .getTokenValue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void itIsAnsweredWithAProblemOfItsCode(HostileRequest hostile) throws Exception {
        var answer = hostile.call().send(senders);

        assertThat(answer.status()).as(answer.text()).isEqualTo(hostile.status());
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        var problem = senders.regulator().json(answer);
        assertThat(problem.get("code").asString()).isEqualTo(hostile.code());
        assertThat(problem.get("detail").asString())
                .isNotBlank()
                .doesNotContain("{0}", hostile.code(), "Exception", "SQL", "<script");
    }

    @Test
    void aTokenOfOursThatHoldsIsGood() {
        var token = senders.tokens().sign(true, Instant.now(), Instant.now().plusSeconds(600));

        assertThat(senders.with("Bearer " + token)
                        .get("/api/v1/submissions/00000000-0000-0000-0000-000000000000")
                        .status())
                .isEqualTo(404);
    }

    /** The sender's machine has no say in what day it is. */
    @Test
    void theClockOfTheSenderChangesNothing() {
        var table = Tables.csv(StandardCharsets.UTF_8, List.of(Tables.penalty(6490, "常市监罚字〔2026〕6490号", "2026-11-18")));
        var sent = senders.regulator()
                .upload(
                        "administrative-penalty",
                        "a.csv",
                        table,
                        "If-Modified-Since",
                        "Fri, 01 Jan 2100 00:00:00 GMT",
                        "X-Request-Time",
                        "1999-01-01T00:00:00Z");
        var standing = senders.regulator().whenDone(sent);

        assertThat(standing.get("late").asInt()).isZero();
        assertThat(jdbc.sql("select received_on::text from intake.submission where id = :id::uuid")
                        .param("id", standing.get("id").asString())
                        .query(String.class)
                        .single())
                .isEqualTo("2026-11-23");
    }

    @Test
    void aFileThatIsRefusedLeavesNothing() {
        var before = stored();

        for (var request : requests()) {
            if (request.code().equals("IDEMPOTENCY_KEY_INVALID")
                    || request.code().equals("UPLOAD_BROKEN")) {
                send(request);
            }
        }

        assertThat(stored()).isEqualTo(before);
    }

    private void send(HostileRequest request) {
        try {
            request.call().send(senders);
        } catch (Exception e) {
            throw new AssertionError(request.name(), e);
        }
    }

    private List<Long> stored() {
        return List.of(
                jdbc.sql("select count(*) from vault.file").query(Long.class).single(),
                jdbc.sql("select count(*) from vault.file_chunk")
                        .query(Long.class)
                        .single(),
                jdbc.sql("select count(*) from intake.submission")
                        .query(Long.class)
                        .single());
    }

    @Test
    void theNamesAreDifferentAndWithTheFilesThereAreMoreThanAHundred() {
        var names = requests().stream().map(HostileRequest::name).toList();

        assertThat(names).doesNotHaveDuplicates();
        assertThat(names.size() + HostileFilesTest.files().count()).isGreaterThanOrEqualTo(100);
    }
}
