package org.xinheng.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.platform.vault.DiskRoom;
import org.xinheng.platform.vault.VaultError;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells a fault of ours from a database that is away for a while. What reaches neither the advice of the API nor that of
 * the pages, such as the token door, is answered here.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Outage extends OncePerRequestFilter {

    /** Seconds after which asking again is worth it. */
    static final String RETRY_AFTER = "10";

    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
    private static final String DISK_FULL = "53100";
    private static final int DEEPEST = 20;

    private final Refusals refusals;
    private final JsonMapper json;
    private final LocaleResolver locales;
    private final DiskRoom room;

    Outage(Refusals refusals, JsonMapper json, LocaleResolver locales, DiskRoom room) {
        this.refusals = refusals;
        this.json = json;
        this.locales = locales;
        this.room = room;
    }

    /** What of the database is away; empty for any other fault. */
    Optional<ErrorCode> of(Throwable fault) {
        var found = find(fault);
        return found.isPresent() && room.isScarce() ? Optional.of(VaultError.STORAGE_FULL) : found;
    }

    private static Optional<ErrorCode> find(Throwable fault) {
        var cause = fault;
        for (int i = 0; i < DEEPEST && cause != null; i++) {
            if (cause instanceof SQLException sql && away(sql).isPresent()) {
                return away(sql);
            }
            if (cause instanceof TransactionSystemException transaction) {
                // Neither commit nor rollback got through: the connection is gone, whatever the driver calls it.
                var before = transaction.getApplicationException();
                var said = before == null ? Optional.<ErrorCode>empty() : find(before);
                return said.isPresent() ? said : Optional.of(OutageError.DATABASE_UNAVAILABLE);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    /** By the classes of PostgreSQL: 08 connection, 53 resources, 57P it was told to stop or is starting. */
    private static Optional<ErrorCode> away(SQLException fault) {
        var state = fault.getSQLState();
        if (DISK_FULL.equals(state)) {
            return Optional.of(VaultError.STORAGE_FULL);
        }
        boolean away = fault instanceof SQLTransientConnectionException
                || state != null && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P"));
        return away ? Optional.of(OutageError.DATABASE_UNAVAILABLE) : Optional.empty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException fault) {
            var outage = of(fault);
            if (outage.isEmpty() || response.isCommitted()) {
                throw fault;
            }
            LOG.error("request failed: {}", outage.get().name());
            answer(outage.get(), request, response);
        }
    }

    private record Problem(int status, String title, String code, String detail, List<String> arguments) {}

    private void answer(ErrorCode outage, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.reset();
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        var path = request.getRequestURI();
        if (!path.startsWith("/api/") && !path.startsWith("/oauth2/")) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write(json.writeValueAsString(new Problem(
                        HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                        "Service Unavailable",
                        outage.name(),
                        refusals.words(outage, List.of(), locales.resolveLocale(request)),
                        List.of())));
    }
}
