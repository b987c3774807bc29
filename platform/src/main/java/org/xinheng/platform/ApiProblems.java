package org.xinheng.platform;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.ErrorCode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** The only place where a refusal becomes an answer of the API: RFC 9457, with the stable code and its arguments. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    private final Refusals refusals;
    private final Outage outages;

    ApiProblems(Refusals refusals, Outage outages) {
        this.refusals = refusals;
        this.outages = outages;
    }

    @ExceptionHandler
    ResponseEntity<Object> refuse(CreditException refusal, Locale locale) {
        if (refusal.code().kind() == ErrorCode.Kind.UNAVAILABLE) {
            return away(refusal.code(), locale);
        }
        var problem = problem(
                refusals.status(refusal), refusal.code().name(), refusals.words(refusal, locale), refusal.arguments());
        if (refusal.code().kind() != ErrorCode.Kind.TOO_OFTEN
                || refusal.arguments().isEmpty()) {
            return problem;
        }
        return ResponseEntity.status(problem.getStatusCode())
                .headers(problem.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, refusal.arguments().getFirst())
                .body(problem.getBody());
    }

    /** A parameter that holds what none may hold. */
    @ExceptionHandler
    ResponseEntity<Object> reject(RequestRejectedException fault) {
        return malformed(HttpStatus.BAD_REQUEST);
    }

    /** A fault of ours: the class of the exception is logged, never its message, which may quote a row. */
    @ExceptionHandler
    ResponseEntity<Object> fail(Exception fault, Locale locale) {
        var outage = outages.of(fault);
        if (outage.isPresent()) {
            LOG.error("request failed: {}", outage.get().name());
            return away(outage.get(), locale);
        }
        LOG.error("request failed: {}", fault.getClass().getName(), new Trace(fault));
        return problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "INTERNAL_FAULT",
                refusals.words("INTERNAL_FAULT", List.of(), locale),
                List.of());
    }

    private ResponseEntity<Object> away(ErrorCode outage, Locale locale) {
        var answer = problem(
                HttpStatus.SERVICE_UNAVAILABLE, outage.name(), refusals.words(outage, List.of(), locale), List.of());
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER)
                .body(answer.getBody());
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException fault, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return switch (fault.getCause()) {
            case UnrecognizedPropertyException unknown ->
                problem(
                        HttpStatus.BAD_REQUEST,
                        "UNKNOWN_FIELD",
                        refusals.words(
                                "UNKNOWN_FIELD", List.of(unknown.getPropertyName()), LocaleContextHolder.getLocale()),
                        List.of(unknown.getPropertyName()));
            case null, default -> malformed(HttpStatus.BAD_REQUEST);
        };
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var field = missing.getParameterName();
        return problem(
                HttpStatus.BAD_REQUEST,
                "FIELD_REQUIRED",
                refusals.words("FIELD_REQUIRED", List.of(field), LocaleContextHolder.getLocale()),
                List.of(field));
    }

    /** Also for requests that reach no controller at all, see {@link UnmappedAddresses}. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception fault, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var code = code(status.value());
        var answer = problem(
                HttpStatus.valueOf(status.value()),
                code,
                refusals.words(code, List.of(), LocaleContextHolder.getLocale()),
                List.of());
        return ResponseEntity.status(answer.getStatusCode())
                .headers(headers)
                .headers(answer.getHeaders())
                .body(answer.getBody());
    }

    /** Of a request that no module has looked at. */
    static String code(int status) {
        return switch (status) {
            case 404 -> "NOT_FOUND";
            case 405 -> "METHOD_NOT_ALLOWED";
            case 406 -> "NOT_ACCEPTABLE";
            case 415 -> "UNSUPPORTED_MEDIA_TYPE";
            default -> status >= 500 ? "INTERNAL_FAULT" : "MALFORMED_REQUEST";
        };
    }

    private ResponseEntity<Object> malformed(HttpStatus status) {
        return problem(
                status,
                "MALFORMED_REQUEST",
                refusals.words("MALFORMED_REQUEST", List.of(), LocaleContextHolder.getLocale()),
                List.of());
    }

    private static ResponseEntity<Object> problem(
            HttpStatus status, String code, String detail, List<String> arguments) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(status.getReasonPhrase());
        problem.setProperty("code", code);
        problem.setProperty("arguments", arguments);
        return ResponseEntity.status(status)
                .header(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .body(problem);
    }
}
