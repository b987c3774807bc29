package org.xinheng.platform.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.subject.Identity;
import org.xinheng.platform.subject.SubjectError;

/** Subjects' files for business systems. Persons and sole traders only in the body of a request, never in an address. */
@RestController
@RequestMapping("/api/v1/subjects")
class SubjectFileApi {

    /** An address says nothing of purpose; the log says so. */
    private static final String UNSTATED = "未说明";

    private final SubjectFiles files;
    private final Order order;

    SubjectFileApi(SubjectFiles files, Order order) {
        this.files = files;
        this.order = order;
    }

    enum AuthorityKind {
        STATUTE,
        CONSENT
    }

    record AuthorityAsked(
            AuthorityKind kind,
            @Nullable String basis,
            @Nullable UUID consentId) {}

    record FileAsked(
            @Nullable SubjectAsked subject,
            @Nullable String purpose,
            @Nullable String matter,
            @Nullable String reference,
            @Nullable AuthorityAsked authority,
            @Nullable LocalDate asOf,
            @Nullable Instant knownAt) {}

    @PostMapping("/file")
    ResponseEntity<SubjectFile> ask(@RequestBody FileAsked asked, Actor actor) {
        if (asked.subject() == null) {
            throw new CreditException(DisclosureError.SUBJECT_INCOMPLETE);
        }
        var inquiry = new Inquiry(
                asked.purpose() == null ? "" : asked.purpose(),
                asked.matter(),
                asked.reference(),
                authority(asked.authority()),
                asked.asOf(),
                asked.knownAt());
        return unkept(files.ask(asked.subject().identity(order.today()), inquiry, actor));
    }

    @GetMapping("/{code}/file")
    ResponseEntity<SubjectFile> today(
            @PathVariable String code, @RequestParam(required = false) @Nullable String purpose, Actor actor) {
        var organisation = CreditCode.parse(code);
        if (organisation.soleTrader()) {
            throw new CreditException(SubjectError.SUBJECT_NOT_FOUND, "");
        }
        var inquiry = Inquiry.today(purpose == null || purpose.isBlank() ? UNSTATED : purpose);
        return unkept(files.ask(new Identity.Organisation(organisation, ""), inquiry, actor));
    }

    private static ResponseEntity<SubjectFile> unkept(SubjectFile file) {
        return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").body(file);
    }

    private static @Nullable Authority authority(@Nullable AuthorityAsked asked) {
        if (asked == null) {
            return null;
        }
        return switch (asked.kind()) {
            case STATUTE -> new Authority.Statute(asked.basis() == null ? "" : asked.basis());
            case CONSENT -> asked.consentId() == null ? null : new Authority.Consent(asked.consentId());
        };
    }
}
