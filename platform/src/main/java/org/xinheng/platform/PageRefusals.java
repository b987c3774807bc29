package org.xinheng.platform;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.platform.access.CurrentActor;
import org.xinheng.platform.shared.SharedError;

/** Turns a refusal behind a page into a calm page with its words. The API has {@link ApiProblems}, which goes first. */
@ControllerAdvice(annotations = Controller.class)
@Order(Ordered.LOWEST_PRECEDENCE)
class PageRefusals {

    private static final Logger LOG = LoggerFactory.getLogger(PageRefusals.class);

    private final Refusals refusals;
    private final Outage outages;

    PageRefusals(Refusals refusals, Outage outages) {
        this.refusals = refusals;
        this.outages = outages;
    }

    @ExceptionHandler
    ModelAndView refuse(
            CreditException refusal, Locale locale, HttpServletRequest request, HttpServletResponse response) {
        takeBack(request, response);
        return refused(refusals.status(refusal), refusal.code(), refusals.words(refusal, locale));
    }

    /** What was said of a file that failed before its first byte was sent. */
    private static void takeBack(HttpServletRequest request, HttpServletResponse response) {
        if (request.getDispatcherType() == DispatcherType.ASYNC && !response.isCommitted()) {
            var id = response.getHeader(RequestTrail.HEADER);
            response.reset();
            response.setHeader(RequestTrail.HEADER, id);
        }
    }

    private static ModelAndView refused(HttpStatus status, ErrorCode code, String words) {
        var page = new ModelAndView("refused", status);
        page.addObject("code", code.name());
        page.addObject("words", words);
        page.addObject("back", CurrentActor.find() == null ? "/" : "/console");
        return page;
    }

    /** An address that holds no id where one belongs leads nowhere. */
    @ExceptionHandler
    ModelAndView mismatch(MethodArgumentTypeMismatchException mismatch, Locale locale) {
        return mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                ? fault(HttpStatus.NOT_FOUND)
                : unreadable(locale);
    }

    /** A field of a form or a parameter of an address is missing, or holds no such value. */
    @ExceptionHandler({BindException.class, ServletRequestBindingException.class})
    ModelAndView unreadable(Locale locale) {
        var refusal = new CreditException(SharedError.VALUE_NOT_READABLE);
        return refused(refusals.status(refusal), refusal.code(), refusals.words(refusal, locale));
    }

    /** A parameter that holds what none may hold. */
    @ExceptionHandler
    ModelAndView reject(RequestRejectedException rejected) {
        return fault(HttpStatus.BAD_REQUEST);
    }

    @ExceptionHandler
    ModelAndView fail(Exception fault, Locale locale, HttpServletRequest request, HttpServletResponse response) {
        takeBack(request, response);
        var outage = outages.of(fault);
        if (outage.isPresent()) {
            LOG.error("page failed: {}", outage.get().name());
            response.setHeader(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER);
            return refused(
                    HttpStatus.SERVICE_UNAVAILABLE, outage.get(), refusals.words(outage.get(), List.of(), locale));
        }
        if (fault instanceof ErrorResponse answer) {
            return fault(answer.getStatusCode());
        }
        LOG.error("page failed: {}", fault.getClass().getName(), new Trace(fault));
        return fault(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    private static ModelAndView fault(HttpStatusCode status) {
        var view = switch (status.value()) {
            case 403, 404 -> "error/" + status.value();
            default -> status.is4xxClientError() ? "error/4xx" : "error/5xx";
        };
        return new ModelAndView(view, status);
    }
}
