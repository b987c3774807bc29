package org.xinheng.platform;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.web.ErrorProperties;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.servlet.LocaleResolver;

/** Answers callers of the API with a problem also where a filter stopped them, such as the firewall of addresses. */
@Controller
class ErrorAnswers extends BasicErrorController {

    private final Refusals refusals;
    private final LocaleResolver locales;

    ErrorAnswers(ErrorAttributes attributes, List<ErrorViewResolver> views, Refusals refusals, LocaleResolver locales) {
        super(attributes, new ErrorProperties(), views);
        this.refusals = refusals;
        this.locales = locales;
    }

    @Override
    public ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
        if (!String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .startsWith("/api/")) {
            return super.error(request);
        }
        var status = getStatus(request);
        var code = ApiProblems.code(status.value());
        var problem = new LinkedHashMap<String, Object>();
        problem.put("status", status.value());
        problem.put("title", status.getReasonPhrase());
        problem.put("code", code);
        problem.put("detail", refusals.words(code, List.of(), locales.resolveLocale(request)));
        problem.put("arguments", List.of());
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
