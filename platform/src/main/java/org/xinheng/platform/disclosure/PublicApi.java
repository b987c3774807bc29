package org.xinheng.platform.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.EntryState;
import org.xinheng.kernel.pack.ListKind;
import org.xinheng.kernel.pack.MeasureKind;
import org.xinheng.kernel.pack.MeasureOrigin;
import org.xinheng.kernel.pack.Nature;
import org.xinheng.kernel.pack.SubjectKind;
import org.xinheng.platform.listing.ListingError;
import org.xinheng.platform.measure.Measures;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.ListingId;

/** What everybody may ask without signing in. What speaks against somebody is neither indexed nor cached. */
@RestController
@RequestMapping("/api/v1/public")
class PublicApi {

    private final PublicSubjects subjects;
    private final PublicLists lists;
    private final PublicRules rules;

    PublicApi(PublicSubjects subjects, PublicLists lists, PublicRules rules) {
        this.subjects = subjects;
        this.lists = lists;
        this.rules = rules;
    }

    record FoundSubjects(List<PublicSubjects.Found> subjects) {}

    record FieldShown(String id, String label, String value) {}

    record RecordShown(
            String item,
            String name,
            String source,
            LocalDate decidedOn,
            @Nullable LocalDate until,
            List<FieldShown> fields,
            @Nullable ShownDeletion deleted) {}

    record ListingShown(
            String list,
            String name,
            ListKind kind,
            String determinedBy,
            @Nullable String document,
            LocalDate decidedOn,
            @Nullable LocalDate until,
            @Nullable ShownDeletion deleted) {}

    record SubjectShown(
            String code,
            String name,
            SubjectKind kind,
            List<RecordShown> licences,
            List<RecordShown> penalties,
            List<RecordShown> records,
            List<ListingShown> lists,
            Instant dataAsOf,
            String packRelease) {}

    record ListShown(String id, String name, ListKind kind, long entries) {}

    record Lists(List<ListShown> lists) {}

    record EntrySubject(@Nullable String code, String name) {}

    record EntryShown(
            EntrySubject subject,
            String determinedBy,
            @Nullable String document,
            LocalDate decidedOn,
            @Nullable LocalDate until) {}

    record Entries(List<EntryShown> entries, @Nullable String next) {}

    record MeasureShown(
            String id,
            String name,
            String instruction,
            MeasureKind kind,
            Nature nature,
            MeasureOrigin origin,
            EntryState state,
            boolean advisory,
            List<String> lists,
            List<String> matters,
            List<String> executors,
            List<Measures.Citation> basis,
            @Nullable String reason,
            String source,
            boolean verified) {}

    record MeasuresShown(List<MeasureShown> measures) {}

    record RefusalShown(String id, String wish, String reason, List<Measures.Citation> basis, String source) {}

    record Refusals(List<RefusalShown> refusals) {}

    @GetMapping("/subjects")
    ResponseEntity<FoundSubjects> search(@RequestParam String q) {
        return unkept().body(new FoundSubjects(subjects.search(q)));
    }

    @GetMapping("/subjects/{code}")
    ResponseEntity<SubjectShown> subject(@PathVariable String code) {
        var subject = subjects.subject(code);
        return unkept().body(new SubjectShown(
                subject.code(),
                subject.name(),
                subject.kind(),
                records(subject.licences()),
                records(subject.penalties()),
                records(subject.records()),
                subject.lists().stream().map(PublicApi::shown).toList(),
                subject.dataAsOf(),
                subject.packRelease()));
    }

    @GetMapping("/lists")
    Lists lists() {
        return new Lists(lists.lists().stream()
                .map(list -> new ListShown(list.id(), list.name().zh(), list.kind(), list.entries()))
                .toList());
    }

    @GetMapping("/lists/{list}/entries")
    ResponseEntity<Entries> entries(@PathVariable String list, @RequestParam(required = false) @Nullable String after) {
        var page = lists.entries(new ListId(list), after == null || after.isBlank() ? null : listing(after));
        return unkept().body(new Entries(
                page.entries().stream()
                        .map(entry -> new EntryShown(
                                new EntrySubject(entry.code(), entry.name()),
                                entry.determinedBy(),
                                entry.document(),
                                entry.decidedOn(),
                                entry.until()))
                        .toList(),
                page.next()));
    }

    @GetMapping("/measures")
    MeasuresShown measures() {
        return new MeasuresShown(rules.measures().stream()
                .map(measure -> new MeasureShown(
                        measure.id(),
                        measure.name().zh(),
                        measure.instruction().zh(),
                        measure.kind(),
                        measure.nature(),
                        measure.origin(),
                        measure.state(),
                        measure.advisory(),
                        ids(measure.lists()),
                        ids(measure.matters()),
                        ids(measure.executors()),
                        measure.basis(),
                        measure.reason() == null ? null : measure.reason().zh(),
                        measure.source(),
                        measure.verified()))
                .toList());
    }

    @GetMapping("/refusals")
    Refusals refusals() {
        return new Refusals(rules.refusals().stream()
                .map(refusal -> new RefusalShown(
                        refusal.id(), refusal.wish().zh(), refusal.reason().zh(), refusal.basis(), refusal.source()))
                .toList());
    }

    /** On every answer about somebody, so that the headers themselves say nothing. */
    private static ResponseEntity.BodyBuilder unkept() {
        return ResponseEntity.ok()
                .header("X-Robots-Tag", "noindex, noarchive")
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static ListingId listing(String after) {
        try {
            return ListingId.of(after);
        } catch (IllegalArgumentException e) {
            throw new CreditException(ListingError.LISTING_NOT_FOUND, "");
        }
    }

    private static List<String> ids(List<PublicRules.Named> named) {
        return named.stream().map(PublicRules.Named::id).toList();
    }

    private static List<RecordShown> records(List<ShownRecord> records) {
        return records.stream()
                .map(record -> new RecordShown(
                        record.item().value(),
                        record.itemName().zh(),
                        record.source(),
                        record.decidedOn(),
                        record.until(),
                        record.fields().stream()
                                .map(field ->
                                        new FieldShown(field.id(), field.label().zh(), field.value()))
                                .toList(),
                        record.deleted()))
                .toList();
    }

    private static ListingShown shown(ShownListing listing) {
        return new ListingShown(
                listing.list().value(),
                listing.listName().zh(),
                listing.kind(),
                listing.determinedBy(),
                listing.document(),
                listing.decidedOn(),
                listing.until(),
                listing.deleted());
    }
}
