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
    private static final int LONGEST_NAME = 100;

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
        allowance.count(account(request), FOR_AN_ACCOUNT);
        allowance.count(request.getRemoteAddr(), FOR_ALL_TOGETHER);
    }

    /** Whoever writes a book for a name is remembered by its beginning. */
    private static String account(HttpServletRequest request) {
        var name = String.valueOf(request.getParameter("username"));
        return request.getRemoteAddr() + " " + name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }
}
