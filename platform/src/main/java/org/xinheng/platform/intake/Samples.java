package org.xinheng.platform.intake;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.item.DocumentNumber;
import org.xinheng.kernel.pack.FieldRole;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.record.RecordState;
import org.xinheng.platform.record.Records;
import org.xinheng.platform.record.StoredRecord;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.vault.Opened;
import org.xinheng.platform.vault.Vault;
import tools.jackson.databind.json.JsonMapper;

/** Random draws of agencies' decisions and what was found about each (瞒报抽查). */
@Repository
public class Samples {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;
    private final Records records;
    private final Packs packs;
    private final Order order;

    Samples(JdbcClient jdbc, Vault vault, JsonMapper json, Records records, Packs packs, Order order) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
        this.records = records;
        this.packs = packs;
        this.order = order;
    }

    /** Where the decisions to draw from were named. */
    public enum Source {
        /** The agency's register of decisions, by a range of numbers. */
        REGISTER,
        /** What was reported as decided at a matter. */
        MATTER
    }

    /**
     * A draw.
     *
     * @param population how many there were to draw from
     * @param found how many of the drawn ones have a finding
     * @param counted how many findings count, {@code concealed} of which
     */
    public record Sample(
            UUID id,
            AgencyId agency,
            ItemId item,
            Source source,
            String seed,
            int population,
            int size,
            LocalDate drawnOn,
            int found,
            int counted,
            int concealed) {}

    /**
     * What was drawn from: either numbers between two words, or references one by one. Sealed, since references may name
     * somebody.
     *
     * @param drawn the places drawn, from 1
     */
    record Content(
            @Nullable String before, @Nullable String after, int first, List<String> references, List<Integer> drawn) {

        /** The decision at a place, from 1. */
        String at(int place) {
            return references.isEmpty() ? before + (first + place - 1) + after : references.get(place - 1);
        }
    }

    /**
     * A drawn decision.
     *
     * @param place among those drawn from, from 1
     * @param number its document number or reference; null where deleted
     * @param here whether a record with this number is here now
     * @param finding what was found; null = not yet
     */
    public record Drawn(
            int place,
            @Nullable String number,
            boolean here,
            @Nullable SampleFinding finding,
            @Nullable LocalDate foundOn,
            @Nullable String note) {}

    private static final String COLUMNS = """
            select s.*, f.found, f.counted, f.concealed from intake.sample s
            join lateral (
                select count(*) as found,
                       count(*) filter (where finding in ('REPORTED', 'CONCEALED', 'REPORTED_AFTER_DRAW')) as counted,
                       count(*) filter (where finding in ('CONCEALED', 'REPORTED_AFTER_DRAW')) as concealed
                from (select distinct on (place) place, finding from intake.sample_finding
                      where sample_id = s.id order by place, version desc) latest) f on true
            """;

    /** Newest first; {@code agency} null for all. */
    public List<Sample> list(@Nullable AgencyId agency, int limit) {
        return jdbc.sql(COLUMNS + "where :agency::text is null or s.agency = :agency order by s.id desc limit :limit")
                .param("agency", agency == null ? null : agency.value())
                .param("limit", limit)
                .query((row, _) -> sample(row))
                .list();
    }

    /** Those drawn on these days, by agency and day. */
    public List<Sample> drawnBetween(LocalDate from, LocalDate to) {
        return jdbc.sql(COLUMNS + "where s.drawn_on between :from and :to order by s.agency, s.id")
                .param("from", from)
                .param("to", to)
                .query((row, _) -> sample(row))
                .list();
    }

    public Sample get(UUID id) {
        return jdbc.sql(COLUMNS + "where s.id = :id")
                .param("id", id)
                .query((row, _) -> sample(row))
                .optional()
                .orElseThrow(() -> new CreditException(IntakeError.SAMPLE_NOT_FOUND));
    }

    private static Sample sample(ResultSet row) throws SQLException {
        return new Sample(
                row.getObject("id", UUID.class),
                new AgencyId(row.getString("agency")),
                new ItemId(row.getString("item_id")),
                Source.valueOf(row.getString("source")),
                row.getString("seed"),
                row.getInt("population"),
                row.getInt("size"),
                row.getDate("drawn_on").toLocalDate(),
                row.getInt("found"),
                row.getInt("counted"),
                row.getInt("concealed"));
    }

    private record Finding(SampleFinding finding, LocalDate on, byte @Nullable [] note) {}

    /** The drawn decisions of a sample, each compared with what is here, with its finding. */
    public List<Drawn> drawn(Sample sample) {
        var content = content(sample.id());
        var findings = findings(sample.id());
        if (content == null) {
            return List.of();
        }
        var numbers = content.drawn().stream()
                .map(place -> DocumentNumber.normalise(content.at(place)))
                .toList();
        var here = here(sample, numbers);
        var drawn = new ArrayList<Drawn>();
        for (int i = 0; i < numbers.size(); i++) {
            int place = content.drawn().get(i);
            var found = findings.get(place);
            drawn.add(new Drawn(
                    place,
                    content.at(place),
                    here.contains(numbers.get(i)),
                    found == null ? null : found.finding(),
                    found == null ? null : found.on(),
                    found == null ? null : words(sample.id(), found.note())));
        }
        return drawn;
    }

    /** Those of the numbers under which a record of the agency and item stands here. */
    private Set<String> here(Sample sample, List<String> numbers) {
        var item = packs.today().items().get(sample.item().value());
        var field = item == null ? null : item.field(FieldRole.DOCUMENT_NUMBER);
        if (field == null) {
            return Set.of();
        }
        return records.byDocumentNumbers(sample.agency(), numbers, order.now()).stream()
                .filter(record -> record.item().equals(sample.item()) && record.state() == RecordState.IN_FORCE)
                .map(StoredRecord::fields)
                .map(fields -> DocumentNumber.normalise(fields.getOrDefault(field.id(), "")))
                .collect(Collectors.toSet());
    }

    @Nullable
    Content content(UUID id) {
        var sealed = jdbc.sql("select content from intake.sample where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
        return vault.open(id, sealed) instanceof Opened.Clear clear
                ? json.readValue(clear.bytes(), Content.class)
                : null;
    }

    private Map<Integer, Finding> findings(UUID id) {
        var findings = new HashMap<Integer, Finding>();
        jdbc.sql("""
                        select distinct on (place) place, finding, found_on, note from intake.sample_finding
                        where sample_id = :id order by place, version desc
                        """).param("id", id).query(row -> {
            findings.put(
                    row.getInt("place"),
                    new Finding(
                            SampleFinding.valueOf(row.getString("finding")),
                            row.getDate("found_on").toLocalDate(),
                            row.getBytes("note")));
        });
        return findings;
    }

    private @Nullable String words(UUID id, byte @Nullable [] sealed) {
        return sealed != null && vault.open(id, sealed) instanceof Opened.Clear clear ? clear.text() : null;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void insert(
            UUID id,
            AgencyId agency,
            ItemId item,
            Source source,
            UUID seed,
            int population,
            Content content,
            Change change) {
        jdbc.sql("""
                        insert into intake.sample
                            (id, agency, item_id, source, seed, population, size, drawn_on, content, change_id)
                        values (:id, :agency, :item, :source, :seed, :population, :size, :today, :content, :change)
                        """)
                .param("id", id)
                .param("agency", agency.value())
                .param("item", item.value())
                .param("source", source.name())
                .param("seed", seed.toString())
                .param("population", population)
                .param("size", content.drawn().size())
                .param("today", order.today())
                .param("content", vault.seal(id, json.writeValueAsBytes(content)))
                .param("change", change.id().value())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void find(UUID id, int place, SampleFinding finding, @Nullable String note, Change change) {
        jdbc.sql("""
                        insert into intake.sample_finding
                            (sample_id, place, version, finding, found_on, note, change_id)
                        select :id, :place, coalesce(max(version), 0) + 1, :finding, :today, :note, :change
                        from intake.sample_finding where sample_id = :id and place = :place
                        """)
                .param("id", id)
                .param("place", place)
                .param("finding", finding.name())
                .param("today", order.today())
                .param("note", note == null ? null : vault.seal(id, note.getBytes(StandardCharsets.UTF_8)))
                .param("change", change.id().value())
                .update();
    }
}
