package org.xinheng.platform.jointaction;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.Role;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Many questions about organisations in one call: a line of JSON in, a line out, in the same order, while the caller goes
 * on sending. A bad line answers a problem in its place.
 */
@RestController
class CheckBatchApi {

    private static final int LINES = 100_000;
    private static final int AT_ONCE = 200;
    private static final int LONGEST_LINE = 16_384;

    private final CheckSubject checkSubject;
    private final MessageSource messages;
    private final JsonMapper json;
    private final Clock clock;

    CheckBatchApi(CheckSubject checkSubject, MessageSource messages, JsonMapper json, Clock clock) {
        this.checkSubject = checkSubject;
        this.messages = messages;
        this.json = json;
        this.clock = clock;
    }

    /** A line that was read: its question, or what is wrong with it. */
    private record Read(
            @Nullable Question question, @Nullable Map<String, Object> problem) {}

    @PostMapping("/api/v1/checks/batch")
    void batch(HttpServletRequest request, HttpServletResponse response, Actor actor, Locale locale)
            throws IOException {
        Permission.require(actor, Role.CHECKER);
        response.setContentType("application/x-ndjson");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "no-store");
        var in = new BufferedReader(new InputStreamReader(request.getInputStream(), StandardCharsets.UTF_8));
        var out = response.getWriter();
        var chunk = new ArrayList<Read>();
        int lines = 0;
        for (var line = next(in); line != null; line = next(in)) {
            if (++lines > LINES) {
                chunk.add(refused(new CreditException(JointActionError.BATCH_TOO_LONG, LINES), locale));
                break;
            }
            chunk.add(read(line, locale));
            if (chunk.size() == AT_ONCE || !in.ready()) {
                answer(chunk, actor, locale).forEach(text -> out.append(text).append('\n'));
                out.flush();
                chunk.clear();
            }
        }
        answer(chunk, actor, locale).forEach(text -> out.append(text).append('\n'));
        out.flush();
    }

    private List<String> answer(List<Read> chunk, Actor actor, Locale locale) {
        var questions = new ArrayList<Question>();
        for (var read : chunk) {
            if (read.question() != null) {
                questions.add(read.question());
            }
        }
        var answers = questions.isEmpty() ? List.<CheckSubject.Line>of() : checkSubject.checkAll(questions, actor);
        var notice = messages.getMessage("jointaction.notice", null, locale);
        var texts = new ArrayList<String>(chunk.size());
        int next = 0;
        for (var read : chunk) {
            if (read.question() == null) {
                texts.add(json.writeValueAsString(read.problem()));
                continue;
            }
            texts.add(
                    switch (answers.get(next++)) {
                        case CheckSubject.Line.Answered answered ->
                            json.writeValueAsString(CheckAnswer.of(answered.answer(), notice, locale));
                        case CheckSubject.Line.Refused refused ->
                            json.writeValueAsString(problem(refused.refusal(), locale));
                    });
        }
        return texts;
    }

    private Read read(String line, Locale locale) {
        try {
            var request = line.length() > LONGEST_LINE ? null : json.readValue(line, CheckRequest.class);
            return request == null
                    ? malformed("MALFORMED_REQUEST", locale, List.of())
                    : new Read(request.question(LocalDate.now(clock)), null);
        } catch (CreditException refusal) {
            return refused(refusal, locale);
        } catch (UnrecognizedPropertyException unknown) {
            return malformed("UNKNOWN_FIELD", locale, List.of(unknown.getPropertyName()));
        } catch (JacksonException unreadable) {
            return malformed("MALFORMED_REQUEST", locale, List.of());
        }
    }

    private Read malformed(String code, Locale locale, List<String> arguments) {
        var words = messages.getMessage("jointaction.batch." + code, arguments.toArray(), locale);
        return new Read(null, Map.of("status", 400, "code", code, "detail", words, "arguments", arguments));
    }

    private Read refused(CreditException refusal, Locale locale) {
        return new Read(null, problem(refusal, locale));
    }

    private Map<String, Object> problem(CreditException refusal, Locale locale) {
        var code = refusal.code().name();
        var words = messages.getMessage("refusal." + code, refusal.arguments().toArray(), code, locale);
        return Map.of(
                "status",
                status(refusal),
                "code",
                code,
                "detail",
                words == null ? code : words,
                "arguments",
                refusal.arguments());
    }

    private static int status(CreditException refusal) {
        return switch (refusal.code().kind()) {
            case INVALID -> 400;
            case UNKNOWN_CALLER -> 401;
            case FORBIDDEN -> 403;
            case MISSING -> 404;
            case CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case REFUSED -> 422;
            case TOO_OFTEN -> 429;
            case UNAVAILABLE -> 503;
        };
    }

    /** The next line that is not blank, cut where it is longer than any question; null at the end. */
    private static @Nullable String next(BufferedReader in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                if (!line.toString().isBlank()) {
                    return line.toString();
                }
                line.setLength(0);
            } else if (line.length() <= LONGEST_LINE) {
                line.append((char) c);
            }
        }
        return line.toString().isBlank() ? null : line.toString();
    }
}
