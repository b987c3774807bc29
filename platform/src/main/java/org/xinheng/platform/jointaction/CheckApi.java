package org.xinheng.platform.jointaction;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.CheckId;

/** Checks (核查): the question, an earlier answer, its slip. */
@RestController
@RequestMapping("/api/v1/checks")
class CheckApi {

    private final CheckSubject checkSubject;
    private final Checks checks;
    private final CheckSlip slip;
    private final MessageSource messages;
    private final Clock clock;

    CheckApi(CheckSubject checkSubject, Checks checks, CheckSlip slip, MessageSource messages, Clock clock) {
        this.checkSubject = checkSubject;
        this.checks = checks;
        this.slip = slip;
        this.messages = messages;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<CheckAnswer> check(@RequestBody CheckRequest request, Actor actor, Locale locale) {
        var answer = checkSubject.check(request.question(LocalDate.now(clock)), actor);
        return answered(answer, locale);
    }

    @GetMapping("/{check}")
    ResponseEntity<CheckAnswer> earlier(@PathVariable CheckId check, Actor actor, Locale locale) {
        return answered(answer(checks.get(check, actor)), locale);
    }

    /** The numbered slip, to print and file. */
    @GetMapping(value = "/{check}/slip.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> slip(@PathVariable CheckId check, Actor actor) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PDF)
                .body(slip.pdf(checks.get(check, actor)));
    }

    static Answer answer(LoggedCheck check) {
        var content = check.content();
        if (content == null) {
            throw new CreditException(JointActionError.CHECK_NOT_FOUND, check.id());
        }
        return content.answer();
    }

    private ResponseEntity<CheckAnswer> answered(Answer answer, Locale locale) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(CheckAnswer.of(answer, messages.getMessage("jointaction.notice", null, locale), locale));
    }
}
