package org.xinheng.platform.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who guesses passwords waits. Counted are wrong ones, by address: for one account, and for all together. An account is
 * not locked for others, or anybody could keep an officer from work.
 */
final class WrongPasswords extends OncePerRequestFilter {

    private static final int FOR_AN_ACCOUNT = 10;
    private static final int FOR_ALL_TOGETHER = 60;

    private final RequestMatcher attempt =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/sign-in");
    private final Allowance allowance;

    WrongPasswords(Clock clock) {
        this.allowance = new Allowance(clock);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (attempt.matches(request) && isTooMany(request)) {
            response.sendRedirect(request.getContextPath() + "/sign-in?wait");
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean isTooMany(HttpServletRequest request) {
        return !allowance.has(account(request), FOR_AN_ACCOUNT)
                || !allowance.has(request.getRemoteAddr(), FOR_ALL_TOGETHER);
    }

    /** Another wrong one. */
    void count(HttpServletRequest request) {
        count(account(request), FOR_AN_ACCOUNT);
        count(request.getRemoteAddr(), FOR_ALL_TOGETHER);
    }

    private void count(String who, int perMinute) {
        // Of two at once the second may find nothing left; it has been refused already.
        if (allowance.has(who, perMinute)) {
            allowance.take(who, perMinute);
        }
    }

    private static String account(HttpServletRequest request) {
        return request.getRemoteAddr() + " " + request.getParameter("username");
    }
}
