package org.xinheng.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;
import org.xinheng.kernel.IdGenerator;

/**
 * Gives each request an id that its answer carries and that stands at every line of the log. What is logged of a request
 * is its method, the pattern of its address, its status and how long it took: never the address itself, for anybody may
 * write a number of a person there. From outside only a UUID is taken as an id, for the same reason.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestTrail extends OncePerRequestFilter {

    static final String HEADER = "X-Request-Id";

    /** Level {@code info} logs every request, {@code warn} those that failed through a fault of ours. */
    private static final Logger LOG = LoggerFactory.getLogger("org.xinheng.requests");

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final IdGenerator ids;

    RequestTrail(IdGenerator ids) {
        this.ids = ids;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var given = request.getHeader(HEADER);
        var id = given != null && UUID_FORM.matcher(given).matches()
                ? given
                : ids.next().toString();
        long begun = System.nanoTime();
        MDC.put("request", id);
        response.setHeader(HEADER, id);
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException fault) {
            // Nobody answered for it: a page that could not be made, a filter that failed. Its message may quote a row.
            var cause = NestedExceptionUtils.getMostSpecificCause(fault);
            LOG.error("request failed: {}", cause.getClass().getName(), new Trace(cause));
            throw fault;
        } finally {
            long millis = (System.nanoTime() - begun) / 1_000_000;
            var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            if (response.getStatus() >= 500) {
                LOG.warn("{} {} {} {} ms", request.getMethod(), pattern, response.getStatus(), millis);
            } else {
                LOG.info("{} {} {} {} ms", request.getMethod(), pattern, response.getStatus(), millis);
            }
            MDC.remove("request");
        }
    }
}
