package org.xinheng.platform.intake;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.xinheng.kernel.CreditException;

/** Hands uploads on as streams. Stands before every filter that may ask for a parameter. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UploadFilter extends OncePerRequestFilter {

    private static final Pattern DOORS = Pattern.compile(
            "/api/v1/submissions|/console/(?:submissions|check/names|tasks/documents|tasks/[0-9a-f-]{36}/reports"
                    + "|integrity/(?:activities|promises|decisions)/[0-9a-f-]{36}/files)");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return !"POST".equals(request.getMethod())
                || !DOORS.matcher(request.getRequestURI()).matches()
                || type == null
                || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var upload = new StreamedUpload(request);
        request.setAttribute(StreamedUpload.class.getName(), upload);
        try {
            chain.doFilter(upload, response);
        } catch (CreditException refusal) {
            // A filter asked for a field of a form that cannot be read.
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }
}
