package org.xinheng.platform.intake;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.item.TemplateFile;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.catalogue.Catalogue;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubmissionId;

/** Sending in, by business systems. */
@RestController
@RequestMapping("/api/v1")
class SubmissionApi {

    static final MediaType WORKBOOK =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final ReceiveSubmission receive;
    private final RecallSubmission recall;
    private final Submissions submissions;
    private final Catalogue catalogue;
    private final ListsToReport lists;
    private final MessageSource messages;

    SubmissionApi(
            ReceiveSubmission receive,
            RecallSubmission recall,
            Submissions submissions,
            Catalogue catalogue,
            ListsToReport lists,
            MessageSource messages) {
        this.receive = receive;
        this.recall = recall;
        this.submissions = submissions;
        this.catalogue = catalogue;
        this.lists = lists;
        this.messages = messages;
    }

    /** Rows of an item, each a map from column name (or field code) to value; {@code mends} the return they mend. */
    record Rows(
            @Nullable String item,
            @Nullable List<Map<String, @Nullable String>> rows,
            @Nullable String mends) {}

    /** How a submission stands; {@code progress} from 0 to 1, {@code reason} a code and its words. */
    record Standing(
            UUID id,
            String item,
            SubmissionState state,
            int rows,
            int accepted,
            int refused,
            int duplicates,
            int late,
            double progress,
            @Nullable Reason reason) {}

    record Reason(String code, String detail, List<String> arguments) {}

    @PostMapping(path = "/submissions", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Standing> receiveFile(
            Actor actor,
            @RequestAttribute("org.xinheng.platform.intake.StreamedUpload") StreamedUpload upload,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Locale locale) {
        return accepted(receive.receive(actor, upload, key), actor, locale);
    }

    @PostMapping(path = "/submissions", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Standing> receiveRows(
            Actor actor,
            @RequestBody Rows call,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Locale locale) {
        if (call.item() == null || call.item().isBlank()) {
            throw new CreditException(IntakeError.ITEM_MISSING);
        }
        if (call.rows() == null) {
            throw new CreditException(IntakeError.ROWS_MISSING);
        }
        return accepted(receive.receive(actor, new ItemId(call.item()), call.rows(), call.mends(), key), actor, locale);
    }

    private ResponseEntity<Standing> accepted(SubmissionId id, Actor actor, Locale locale) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/submissions/" + id))
                .body(standing(submissions.get(id, actor), locale));
    }

    @GetMapping("/submissions/{id}")
    Standing standing(@PathVariable String id, Actor actor, Locale locale) {
        return standing(submissions.get(id(id), actor), locale);
    }

    private Standing standing(Submission s, Locale locale) {
        return new Standing(
                s.id().value(),
                s.item().value(),
                s.state(),
                s.rows(),
                s.accepted(),
                s.refused(),
                s.duplicates(),
                s.late(),
                s.progress(),
                s.reason() == null ? null : reason(s.reason(), s.reasonArguments(), locale));
    }

    private Reason reason(String code, List<String> arguments, Locale locale) {
        var words = messages.getMessage("refusal." + code, new Object[] {String.join("、", arguments)}, code, locale);
        return new Reason(code, words == null ? code : words, arguments);
    }

    @GetMapping("/submissions/{id}/findings.csv")
    ResponseEntity<StreamingResponseBody> findings(@PathVariable String id, Actor actor) {
        var submission = submissions.get(id(id), actor);
        return download(
                "findings.csv",
                new MediaType("text", "csv", StandardCharsets.UTF_8),
                out -> submissions.writeFindings(submission, out));
    }

    @GetMapping("/submissions/{id}/corrected.xlsx")
    ResponseEntity<StreamingResponseBody> corrections(@PathVariable String id, Actor actor) {
        var submission = submissions.get(id(id), actor);
        submissions.requireFile(submission);
        return download("corrected.xlsx", WORKBOOK, out -> submissions.writeCorrections(submission, out));
    }

    @PostMapping("/submissions/{id}/recall")
    Standing recall(@PathVariable String id, Actor actor, Locale locale) {
        recall.recall(id(id), actor);
        return standing(submissions.get(id(id), actor), locale);
    }

    @GetMapping("/items/{item}/template.xlsx")
    ResponseEntity<StreamingResponseBody> template(@PathVariable String item, Actor actor) {
        Permission.require(actor, Role.REPORTER);
        var known = catalogue.item(new ItemId(item));
        var offered = lists.of(known, actor);
        return download(item + ".xlsx", WORKBOOK, out -> TemplateFile.write(out, known, offered));
    }

    static ResponseEntity<StreamingResponseBody> download(String name, MediaType type, StreamingResponseBody body) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(body);
    }

    /** What is no id is no submission either. */
    private static SubmissionId id(String text) {
        try {
            return SubmissionId.of(text);
        } catch (IllegalArgumentException e) {
            throw new CreditException(IntakeError.SUBMISSION_NOT_FOUND);
        }
    }
}
