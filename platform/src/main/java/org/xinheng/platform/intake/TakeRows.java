package org.xinheng.platform.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.item.CheckedRow;
import org.xinheng.kernel.item.Finding;
import org.xinheng.kernel.item.FindingSeverity;
import org.xinheng.kernel.item.Rule;
import org.xinheng.kernel.pack.FieldRole;
import org.xinheng.kernel.pack.Item;
import org.xinheng.kernel.pack.ItemKind;
import org.xinheng.kernel.pack.ListKind;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.listing.ReceiveListings;
import org.xinheng.platform.listing.ReceivedEntry;
import org.xinheng.platform.record.AcceptRecords;
import org.xinheng.platform.record.Acceptance;
import org.xinheng.platform.record.RecordDraft;
import org.xinheng.platform.record.Terms;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.subject.Identity;
import org.xinheng.platform.subject.KnownNames;
import org.xinheng.platform.subject.Subjects;
import tools.jackson.databind.json.JsonMapper;

/** Takes one chunk of rows in: subjects, records, listings, findings and the place in the file, or nothing of it. */
@Component
class TakeRows {

    private final JdbcClient jdbc;
    private final SubmissionDesk desk;
    private final Changes changes;
    private final Subjects subjects;
    private final AcceptRecords records;
    private final ReceiveListings listings;
    private final Revocations revocations;
    private final SendBack sendBack;
    private final ClockCounts clocks;
    private final KnownNames names;
    private final JsonMapper json;

    TakeRows(
            JdbcClient jdbc,
            SubmissionDesk desk,
            Changes changes,
            Subjects subjects,
            AcceptRecords records,
            ReceiveListings listings,
            Revocations revocations,
            SendBack sendBack,
            ClockCounts clocks,
            KnownNames names,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.changes = changes;
        this.subjects = subjects;
        this.records = records;
        this.listings = listings;
        this.revocations = revocations;
        this.sendBack = sendBack;
        this.clocks = clocks;
        this.names = names;
        this.json = json;
    }

    /**
     * The rows of one chunk.
     *
     * @param from the submission's last line before it, {@code to} its own last line
     * @param placed rows to take in, in the file's order
     */
    record Chunk(int from, int to, List<PlacedRow> placed, List<Finding> findings, int refused, int duplicates) {}

    /** False when the submission was taken over or recalled: then nothing happened. */
    @Transactional
    boolean take(Held held, Pack rules, Item item, RowPlacing placing, Chunk chunk) {
        if (!desk.stillHeld(held, chunk.from())) {
            return false;
        }
        var change = changes.open(held.sender());
        var tally = new Tally(chunk, new SiteClocks(item, held.receivedOn()));
        var known = subjects(item, chunk.placed(), change);
        var rows = item.kind() == ItemKind.REVOCATION
                ? revocations.withTargets(chunk.placed(), known, placing, tally)
                : chunk.placed();
        var drafts = rows.stream()
                .map(row -> draft(held, rules, item, placing, row, subject(known, row)))
                .toList();
        var acceptances = records.accept(drafts, change);
        var strangers = strangers(rows, known);
        var entries = new ArrayList<ReceivedEntry>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (!tally.count(row, acceptances.get(i), placing)) {
                continue;
            }
            if (strangers.contains(named(row, known))) {
                tally.doubt(row, placing);
            }
            if (row.list() != null) {
                entries.add(entry(held, placing, row, drafts.get(i), acceptances.get(i)));
            }
        }
        if (!entries.isEmpty()) {
            listings.receive(entries, change);
        }
        if (item.kind() == ItemKind.REVOCATION) {
            revocations.annul(rows, acceptances, known, placing, held.sender());
        }
        sendBack.corrected(
                acceptances.stream()
                        .filter(acceptance -> acceptance.outcome() == Acceptance.Outcome.CORRECTION)
                        .map(Acceptance::record)
                        .toList(),
                held.id(),
                held.sender(),
                change);
        write(held, chunk, tally);
        change.publish(new RowsAnswered(
                held.id(),
                held.sender().requiredAgency(),
                held.item(),
                chunk.to(),
                tally.accepted,
                tally.refused,
                tally.duplicates));
        return true;
    }

    /** Rows of organisations by the name they give, under which none of them is known here. */
    private Set<KnownNames.Named> strangers(List<PlacedRow> rows, Map<Identity, SubjectId> known) {
        return names.strangers(rows.stream()
                .filter(row -> row.identity() instanceof Identity.Organisation)
                .map(row -> named(row, known))
                .collect(Collectors.toSet()));
    }

    private static KnownNames.Named named(PlacedRow row, Map<Identity, SubjectId> known) {
        var name = row.identity() instanceof Identity.Organisation organisation ? organisation.name() : "";
        return new KnownNames.Named(subject(known, row), name);
    }

    private Map<Identity, SubjectId> subjects(Item item, List<PlacedRow> rows, Change change) {
        var identities = rows.stream().map(PlacedRow::identity).collect(Collectors.toSet());
        // A revocation brings nobody into being: without an earlier record there is nothing to revoke.
        return item.kind() == ItemKind.REVOCATION ? subjects.find(identities) : subjects.establish(identities, change);
    }

    private static SubjectId subject(Map<Identity, SubjectId> known, PlacedRow row) {
        return Objects.requireNonNull(known.get(row.identity()), "a subject that was just established");
    }

    private RecordDraft draft(
            Held held, Pack rules, Item item, RowPlacing placing, PlacedRow placed, SubjectId subject) {
        var row = placed.row();
        var terms = Terms.of(
                rules,
                item,
                row.subjectKind(),
                row.severity(),
                row.decidedOn(),
                row.publishable(),
                row.validUntil(),
                day(placing.value(row, FieldRole.PUBLIC_UNTIL)));
        var from = item.kind() == ItemKind.LICENCE ? day(placing.value(row, FieldRole.VALID_FROM)) : null;
        return new RecordDraft(
                subject,
                new ItemId(item.id()),
                placed.authority(),
                row.key().documentNumber(),
                row.severity(),
                row.decidedOn(),
                from == null ? row.decidedOn() : from,
                terms.usedUntil(),
                terms.publicFrom(),
                terms.publicUntil(),
                row.late(),
                held.id(),
                row.line(),
                json.writeValueAsString(row.values()),
                row.personal().clear().isEmpty()
                        ? null
                        : json.writeValueAsString(row.personal().clear()));
    }

    private static ReceivedEntry entry(
            Held held, RowPlacing placing, PlacedRow placed, RecordDraft draft, Acceptance acceptance) {
        var row = placed.row();
        var list = Objects.requireNonNull(placed.list());
        var servedOn = day(placing.value(row, FieldRole.SERVED_ON));
        return new ReceivedEntry(
                draft.subject(),
                new ListId(list.id()),
                held.sender().requiredAgency(),
                Objects.requireNonNullElse(placing.value(row, FieldRole.AUTHORITY_NAME), ""),
                draft.documentNumber(),
                Objects.requireNonNullElse(placing.maskedValue(row, FieldRole.REASON), ""),
                row.decidedOn(),
                servedOn,
                // A favour needs no service to hold.
                list.kind() == ListKind.INCENTIVE || servedOn != null,
                row.validUntil(),
                acceptance.record());
    }

    private static @Nullable LocalDate day(@Nullable String value) {
        return value == null ? null : LocalDate.parse(value);
    }

    private void write(Held held, Chunk chunk, Tally tally) {
        clocks.write(held.id(), tally.clocks);
        var findings = tally.findings;
        int count = findings.size();
        var lines = new Integer[count];
        var numbers = new Integer[count];
        var fields = new String[count];
        var rulesOf = new String[count];
        var severities = new String[count];
        var values = new String[count];
        var messages = new String[count];
        var english = new String[count];
        var next = new HashMap<Integer, Integer>();
        for (int i = 0; i < count; i++) {
            var finding = findings.get(i);
            lines[i] = finding.line();
            numbers[i] = next.merge(finding.line(), 1, Integer::sum);
            fields[i] = finding.field();
            rulesOf[i] = finding.rule().name();
            severities[i] = finding.severity().name();
            values[i] = finding.value();
            messages[i] = finding.message();
            english[i] = finding.english();
        }
        if (count > 0) {
            jdbc.sql("""
                            insert into intake.finding
                                (submission_id, line, number, field, rule, severity, value, message, english)
                            select :id, line, number, field, rule, severity, value, message, english
                            from unnest(:lines::int[], :numbers::int[], :fields::text[], :rules::text[],
                                        :severities::text[], :values::text[], :messages::text[], :english::text[])
                                 as f (line, number, field, rule, severity, value, message, english)
                            """)
                    .param("id", held.id().value())
                    .param("lines", lines)
                    .param("numbers", numbers)
                    .param("fields", fields)
                    .param("rules", rulesOf)
                    .param("severities", severities)
                    .param("values", values)
                    .param("messages", messages)
                    .param("english", english)
                    .update();
        }
        jdbc.sql("""
                        update intake.submission
                        set cursor_line = :line, accepted = accepted + :accepted, refused = refused + :refused,
                            duplicates = duplicates + :duplicates, late = late + :late, attempts = 0
                        where id = :id
                        """)
                .param("line", chunk.to())
                .param("accepted", tally.accepted)
                .param("refused", tally.refused)
                .param("duplicates", tally.duplicates)
                .param("late", tally.late)
                .param("id", held.id().value())
                .update();
    }

    /** What became of the rows of a chunk, counted. */
    static final class Tally {

        private final List<Finding> findings;
        private int accepted;
        private int refused;
        private int duplicates;
        private int late;
        private final SiteClocks clocks;

        Tally(Chunk chunk, SiteClocks clocks) {
            this.clocks = clocks;
            findings = new ArrayList<>(chunk.findings());
            refused = chunk.refused();
            duplicates = chunk.duplicates();
        }

        void refuse(CheckedRow.Refused row) {
            refused++;
            findings.addAll(row.findings());
        }

        /** Whether the row brought something new. */
        boolean count(PlacedRow placed, Acceptance acceptance, RowPlacing placing) {
            var row = placed.row();
            return switch (acceptance.outcome()) {
                case NEW, CORRECTION -> {
                    accepted++;
                    late += row.late() ? 1 : 0;
                    findings.addAll(row.findings());
                    findings.addAll(clocks.count(placed, placing));
                    yield true;
                }
                case DUPLICATE -> {
                    duplicate(
                            row,
                            placing,
                            "与已收到的同一决定内容相同，已略过这一行。",
                            "The same decision with the same content is here already; the row was passed over.");
                    yield false;
                }
                case STAYS_ENDED -> {
                    duplicate(
                            row,
                            placing,
                            "这一决定已撤回、修复、撤销或者依法删除，保持原状，已略过这一行。",
                            "The decision was withdrawn, repaired, annulled or deleted and stays so; the row was passed over.");
                    yield false;
                }
            };
        }

        /** The code stands here under another name. */
        void doubt(PlacedRow placed, RowPlacing placing) {
            findings.add(
                    placing.finding(
                            placed.row(),
                            FieldRole.SUBJECT_NAME,
                            Rule.R3,
                            FindingSeverity.WARNING,
                            "这个代码在库的名称与填写的不同：可能是更名，也可能是代码填错，请核对。",
                            "The code stands here under another name: it may have been renamed, or the code is wrong. Please check."));
        }

        private void duplicate(CheckedRow.Accepted row, RowPlacing placing, String sentence, String english) {
            duplicates++;
            findings.add(placing.finding(
                    row, FieldRole.DOCUMENT_NUMBER, Rule.R8, FindingSeverity.WARNING, sentence, english));
        }
    }
}
