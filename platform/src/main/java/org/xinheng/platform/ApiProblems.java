package org.xinheng.platform;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.xinheng.kernel.CreditException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** The only place where a refusal becomes an answer of the API: RFC 9457, with the stable code and its arguments. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    private final Refusals refusals;

    ApiProblems(Refusals refusals) {
        this.refusals = refusals;
    }

    @ExceptionHandler
    ResponseEntity<Object> refuse(CreditException refusal, Locale locale) {
        return problem(
                refusals.status(refusal), refusal.code().name(), refusals.words(refusal, locale), refusal.arguments());
    }

    /** A fault of ours: the class of the exception is logged, never its message, which may quote a row. */
    @ExceptionHandler
    ResponseEntity<Object> fail(Exception fault, Locale locale) {
        LOG.error("request failed: {}", fault.getClass().getName(), new Trace(fault));
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL_FAULT", words("INTERNAL_FAULT", locale), List.of());
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException fault, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return switch (fault.getCause()) {
            case UnrecognizedPropertyException unknown ->
                problem(
                        HttpStatus.BAD_REQUEST,
                        "UNKNOWN_FIELD",
                        words("UNKNOWN_FIELD", request.getLocale(), unknown.getPropertyName()),
                        List.of(unknown.getPropertyName()));
            case null, default ->
                problem(
                        HttpStatus.BAD_REQUEST,
                        "MALFORMED_REQUEST",
                        words("MALFORMED_REQUEST", request.getLocale()),
                        List.of());
        };
    }

    /** Also for requests that reach no controller at all, see {@link UnmappedAddresses}. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception fault, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var code = switch (status.value()) {
            case 404 -> "NOT_FOUND";
            case 405 -> "METHOD_NOT_ALLOWED";
            case 406 -> "NOT_ACCEPTABLE";
            case 415 -> "UNSUPPORTED_MEDIA_TYPE";
            default -> "MALFORMED_REQUEST";
        };
        return problem(HttpStatus.valueOf(status.value()), code, words(code, request.getLocale()), List.of(), headers);
    }

    private String words(String code, Locale locale, Object... arguments) {
        return refusals.words("problem." + code, arguments, locale);
    }

    private static ResponseEntity<Object> problem(
            HttpStatus status, String code, String detail, List<String> arguments) {
        return problem(status, code, detail, arguments, HttpHeaders.EMPTY);
    }

    private static ResponseEntity<Object> problem(
            HttpStatus status, String code, String detail, List<String> arguments, HttpHeaders headers) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(status.getReasonPhrase());
        problem.setProperty("code", code);
        problem.setProperty("arguments", arguments);
        return ResponseEntity.status(status)
                .headers(headers)
                .header(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .body(problem);
    }
}
