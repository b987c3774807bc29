package org.xinheng.platform;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Requests that reach no controller: nothing stands at the address, or nothing that takes such a request. Callers of the API
 * get a problem with a stable code, readers a page.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class UnmappedAddresses {

    private final ApiProblems problems;

    UnmappedAddresses(ApiProblems problems) {
        this.problems = problems;
    }

    @ExceptionHandler({
        NoResourceFoundException.class,
        HttpRequestMethodNotSupportedException.class,
        HttpMediaTypeNotAcceptableException.class,
        HttpMediaTypeNotSupportedException.class
    })
    @Nullable
    Object answer(Exception fault, HttpServletRequest request) throws Exception {
        if (request.getRequestURI().startsWith("/api/")) {
            return problems.handleException(fault, new ServletWebRequest(request));
        }
        return page(((ErrorResponse) fault).getStatusCode());
    }

    private static ModelAndView page(HttpStatusCode status) {
        return new ModelAndView(status.value() == 404 ? "error/404" : "error/4xx", status);
    }
}
