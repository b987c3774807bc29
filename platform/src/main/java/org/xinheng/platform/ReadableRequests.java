package org.xinheng.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks for the parameters before anybody else does: the server decodes them all at the first question, and what no decoder
 * reads, or is more than a form may hold, is the caller's mistake and not a fault of whoever happens to ask first.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class ReadableRequests extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var type =
                request.getContentType() == null ? "" : request.getContentType().toLowerCase(Locale.ROOT);
        if (type.contains("*")) {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        // Forms with files are read as they arrive.
        if (!type.startsWith("multipart/")) {
            try {
                request.getParameterMap();
            } catch (InvalidParameterException unreadable) {
                response.sendError(unreadable.getErrorCode());
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
