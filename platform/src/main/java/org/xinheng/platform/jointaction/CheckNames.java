package org.xinheng.platform.jointaction;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.identifier.IdentifierScan;
import org.xinheng.kernel.identifier.Mask;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.measure.Measures;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.MatterId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.vault.SealedContent;

/** Checks a list of organisations in one go and keeps the result under one number (名单核查). */
@Component
public class CheckNames {

    private final CheckSubject checkSubject;
    private final Measures measures;
    private final Packs packs;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final SealedContent contents;
    private final IdGenerator ids;
    private final Clock clock;

    CheckNames(
            CheckSubject checkSubject,
            Measures measures,
            Packs packs,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            SealedContent contents,
            IdGenerator ids,
            Clock clock) {
        this.checkSubject = checkSubject;
        this.measures = measures;
        this.packs = packs;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.contents = contents;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What all rows have in common.
     *
     * @param officer by whom, as it stands on the slips
     */
    public record Occasion(
            MatterId matter, String purpose, @Nullable String reference, String officer) {}

    /** A row on its way: its question, or why it has none. */
    private record Read(
            NamesFile.Row row,
            @Nullable Question question,
            @Nullable CreditException refusal) {}

    /** Every row that names an organisation is a check in the log; the others say why they are none. */
    public UUID check(List<NamesFile.Row> rows, Occasion occasion, Actor actor) {
        Permission.require(actor, Role.CHECKER);
        measures.requireOwn(actor, measures.matter(occasion.matter(), packs.today()));
        var read = rows.stream().map(row -> read(row, occasion)).toList();
        var questions = new ArrayList<Question>();
        read.forEach(one -> {
            if (one.question() != null) {
                questions.add(one.question());
            }
        });
        var answers = checkSubject.checkAll(questions, actor).iterator();
        var lines = read.stream()
                .map(one ->
                        one.question() == null ? refused(one.row(), one.refusal()) : line(one.row(), answers.next()))
                .toList();
        return keep(
                new NameList.Content(
                        IdentifierScan.mask(occasion.purpose()),
                        occasion.reference() == null ? null : IdentifierScan.mask(occasion.reference()),
                        IdentifierScan.mask(occasion.officer()),
                        lines),
                occasion.matter(),
                actor);
    }

    private static Read read(NamesFile.Row row, Occasion occasion) {
        try {
            var asked = Asked.byCode(row.code(), row.name());
            if (asked.personal()) {
                throw new CreditException(JointActionError.ORGANISATIONS_ONLY);
            }
            return new Read(
                    row,
                    new Question(
                            asked,
                            occasion.matter(),
                            occasion.purpose(),
                            occasion.reference(),
                            occasion.officer(),
                            null),
                    null);
        } catch (CreditException refusal) {
            return new Read(row, null, refusal);
        }
    }

    private static NameList.Line line(NamesFile.Row row, CheckSubject.Line answer) {
        return switch (answer) {
            case CheckSubject.Line.Answered(var answered) -> {
                var shown = answered.subject();
                var restraints =
                        answered.prompts().stream().filter(Prompt::adverse).count();
                yield new NameList.Line(
                        row.line(),
                        row.code(),
                        shown.name() == null ? IdentifierScan.mask(row.name()) : shown.name(),
                        answered.checkId(),
                        answered.outcome(),
                        (int) restraints,
                        answered.prompts().size() - (int) restraints,
                        null,
                        List.of());
            }
            case CheckSubject.Line.Refused(var refusal) -> known(row, refusal);
        };
    }

    /** An organisation's row that got no answer: code and name are no person's. */
    private static NameList.Line known(NamesFile.Row row, CreditException refusal) {
        return refused(row.line(), row.code(), IdentifierScan.mask(row.name()), refusal);
    }

    /** A row that names nobody, or somebody who is protected like a person. */
    private static NameList.Line refused(NamesFile.Row row, @Nullable CreditException refusal) {
        if (refusal == null) {
            throw new IllegalStateException("neither a question nor a refusal: " + row);
        }
        return refused(row.line(), Mask.number(row.code()), Mask.name(row.name()), refusal);
    }

    private static NameList.Line refused(int line, String code, String name, CreditException refusal) {
        return new NameList.Line(
                line, code, name, null, null, 0, 0, refusal.code().name(), refusal.arguments());
    }

    private UUID keep(NameList.Content content, MatterId matter, Actor actor) {
        var id = ids.next();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int year = LocalDate.ofInstant(now, clock.getZone()).getYear();
        transaction.executeWithoutResult(_ -> jdbc.sql("""
                        with counted as (
                            insert into jointaction.name_list_counter (year, last) values (:year, 1)
                            on conflict (year) do update set last = name_list_counter.last + 1 returning last)
                        insert into jointaction.name_list
                            (id, year, number, agency, actor, matter, asked_at, size, content)
                        select :id, :year, last, :agency, :actor, :matter, :askedAt, :size, :content from counted
                        """)
                .param("id", id)
                .param("year", year)
                .param("agency", actor.requiredAgency().value())
                .param("actor", actor.id())
                .param("matter", matter.value())
                .param("askedAt", Timestamp.from(now))
                .param("size", content.lines().size())
                .param("content", contents.seal(id, content))
                .update());
        return id;
    }
}
