package org.xinheng.platform.access;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.xinheng.platform.vault.KeyFile;

/**
 * Three doors: tokens for business systems, the API behind those tokens, pages behind a signed-in session. What is
 * public is named here; everything else is closed.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final Duration TOKEN_LIFE = Duration.ofMinutes(30);

    @Bean
    @Order(1)
    SecurityFilterChain tokenDoor(HttpSecurity http) throws Exception {
        return http.securityMatcher("/oauth2/token", "/oauth2/jwks")
                .oauth2AuthorizationServer(Customizer.withDefaults())
                .csrf(csrf -> csrf.disable())
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain apiDoor(HttpSecurity http, RefusedAtTheDoor refused) throws Exception {
        return http.securityMatcher("/api/**")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults())
                        .authenticationEntryPoint(refused)
                        .accessDeniedHandler(refused))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refused).accessDeniedHandler(refused))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/api/v1/public/**",
                                "/api/openapi.json",
                                "/api/openapi.json/swagger-config",
                                "/api/docs",
                                // Where the page of /api/docs lies.
                                "/api/swagger-ui/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pageDoor(HttpSecurity http, Clock clock) throws Exception {
        var wrong = new WrongPasswords(clock);
        return http.addFilterBefore(wrong, UsernamePasswordAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/console", "/console/**", "/my")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .formLogin(form -> form.loginPage("/sign-in")
                        .defaultSuccessUrl("/console", false)
                        .failureHandler(wrongOrAway(wrong))
                        .permitAll())
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/"))
                .headers(
                        headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(
                                        "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'")))
                .build();
    }

    /** Who cannot be looked up because the database is away did not mistype: that fault is said as what it is. */
    private static AuthenticationFailureHandler wrongOrAway(WrongPasswords counted) {
        var wrong = new SimpleUrlAuthenticationFailureHandler("/sign-in?error");
        return (request, response, failure) -> {
            if (failure instanceof InternalAuthenticationServiceException
                    && failure.getCause() instanceof RuntimeException away) {
                throw away;
            }
            counted.count(request);
            wrong.onAuthenticationFailure(request, response, failure);
        };
    }

    @Bean
    PasswordEncoder passwordEncoder(@Value("${xinheng.demo:false}") boolean demo) {
        var passwords = PasswordEncoderFactories.createDelegatingPasswordEncoder();
        return demo ? passwords : new WithoutDemoPassword(passwords);
    }

    @Bean
    UserDetailsService accountsForSignIn(Accounts accounts) {
        return account -> accounts.officerOrSubject(account)
                .map(found -> new SignedIn(found.actor(), found.passwordHash()))
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    @Bean
    RegisteredClientRepository registeredClients(Accounts accounts) {
        return new RegisteredClientRepository() {

            @Override
            public void save(RegisteredClient client) {
                throw new UnsupportedOperationException("clients are opened by a use case");
            }

            @Override
            public @Nullable RegisteredClient findById(String id) {
                return findByClientId(id);
            }

            @Override
            public @Nullable RegisteredClient findByClientId(String id) {
                return accounts.client(id)
                        .map(found -> RegisteredClient.withId(id)
                                .clientId(id)
                                .clientSecret(found.passwordHash())
                                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                                .tokenSettings(TokenSettings.builder()
                                        .accessTokenTimeToLive(TOKEN_LIFE)
                                        .build())
                                .build())
                        .orElse(null);
            }
        };
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings() {
        return AuthorizationServerSettings.builder().build();
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(KeyFile keys) throws GeneralSecurityException {
        var id = keys.current(KeyFile.Purpose.TOKEN);
        var factory = KeyFactory.getInstance("RSA");
        var secret = (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(keys.key(id)));
        var open = (RSAPublicKey)
                factory.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
        return new ImmutableJWKSet<>(
                new JWKSet(new RSAKey.Builder(open).privateKey(secret).keyID(id).build()));
    }

    @Bean
    JwtDecoder jwtDecoder(JWKSource<SecurityContext> signingKeys) {
        return NimbusJwtDecoder.withJwkSource(signingKeys).build();
    }
}
