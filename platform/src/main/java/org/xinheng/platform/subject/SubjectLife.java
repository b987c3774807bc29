package org.xinheng.platform.subject;

import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.identifier.Mask;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.vault.Opened;
import org.xinheng.platform.vault.Vault;

/** What became of a subject, as known at a moment: names, codes, with whom it is one, whether it is still there. */
@Repository
public class SubjectLife {

    private static final String NEWEST = """
            and c.moment <= :knownAt
            and not exists (select 1 from %1$s later join audit.change lc on lc.id = later.change_id
                            where later.subject_id = v.subject_id and later.version > v.version
                              and lc.moment <= :knownAt)
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Order order;

    SubjectLife(JdbcClient jdbc, Vault vault, Order order) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.order = order;
    }

    /**
     * A name borne from a day.
     *
     * @param name of persons and sole traders masked
     * @param from null for the first one known here
     */
    public record Name(String name, @Nullable LocalDate from) {}

    /** A code an organisation had until that day. */
    public record FormerCode(String code, LocalDate until) {}

    /** Since when a subject is no more. */
    public record Closed(LocalDate on) {}

    /**
     * @param names oldest first; empty where the name never changed
     * @param group the subject and all that are one with it
     * @param mergedInto the one it was merged into; null where it was not
     * @param closed null while it is there
     */
    public record Life(
            List<Name> names,
            List<FormerCode> formerCodes,
            List<SubjectId> group,
            @Nullable SubjectId mergedInto,
            @Nullable Closed closed) {}

    public Life of(SubjectId id, Instant knownAt) {
        return new Life(
                names(id, knownAt), codes(id, knownAt), group(id, knownAt), into(id, knownAt), closed(id, knownAt));
    }

    public boolean isOpen(SubjectId id) {
        return closed(id, order.head().moment()) == null;
    }

    public boolean isMergedAway(SubjectId id) {
        return into(id, order.head().moment()) != null;
    }

    /** Refuses with {@code SUBJECT_CLOSED}: nothing new is determined about whoever is no more. */
    public void requireOpen(SubjectId id) {
        if (!isOpen(id)) {
            throw new CreditException(SubjectError.SUBJECT_CLOSED);
        }
    }

    /** The subject and all that are one with it. */
    public List<SubjectId> group(SubjectId id, Instant knownAt) {
        return jdbc
                .sql("select unnest(subject.group_of(:id, :knownAt)) as member order by 1")
                .param("id", id.value())
                .param("knownAt", Timestamp.from(knownAt))
                .query(UUID.class)
                .list()
                .stream()
                .map(SubjectId::new)
                .toList();
    }

    /** The name borne on a day, as known at a moment; empty where it never changed. */
    public Optional<String> nameOn(SubjectId id, LocalDate day, Instant knownAt) {
        return names(id, knownAt).stream()
                .filter(name -> name.from() == null || !name.from().isAfter(day))
                .reduce((_, later) -> later)
                .map(Name::name);
    }

    private List<Name> names(SubjectId id, Instant knownAt) {
        var names = new ArrayList<Name>();
        jdbc.sql("""
                        select v.name, v.sealed, v.valid_from
                        from subject.name_version v join audit.change c on c.id = v.change_id
                        where v.subject_id = :id and c.moment <= :knownAt order by v.version
                        """)
                .param("id", id.value())
                .param("knownAt", Timestamp.from(knownAt))
                .query(row -> {
                    Date from = row.getDate("valid_from");
                    var clear = row.getString("name");
                    var name = clear == null ? masked(id, row.getBytes("sealed")) : clear;
                    names.add(new Name(name, from == null ? null : from.toLocalDate()));
                });
        return names;
    }

    private String masked(SubjectId id, byte[] sealed) {
        return switch (vault.open(id.value(), sealed)) {
            case Opened.Clear clear -> Mask.name(new String(clear.bytes(), StandardCharsets.UTF_8));
            case Opened.Deleted _ -> "（已删除）";
        };
    }

    private List<FormerCode> codes(SubjectId id, Instant knownAt) {
        return jdbc.sql("""
                        select v.code, v.until from subject.former_code v join audit.change c on c.id = v.change_id
                        where v.subject_id = :id and c.moment <= :knownAt order by v.until
                        """)
                .param("id", id.value())
                .param("knownAt", Timestamp.from(knownAt))
                .query((row, _) -> new FormerCode(
                        row.getString("code"), row.getDate("until").toLocalDate()))
                .list();
    }

    private @Nullable SubjectId into(SubjectId id, Instant knownAt) {
        return jdbc.sql("select v.into_id from subject.merger v join audit.change c on c.id = v.change_id"
                        + " where v.subject_id = :id and v.merged " + NEWEST.formatted("subject.merger"))
                .param("id", id.value())
                .param("knownAt", Timestamp.from(knownAt))
                .query(UUID.class)
                .optional()
                .map(SubjectId::new)
                .orElse(null);
    }

    private @Nullable Closed closed(SubjectId id, Instant knownAt) {
        return jdbc.sql("select v.day from subject.closure v join audit.change c on c.id = v.change_id"
                        + " where v.subject_id = :id and v.closed " + NEWEST.formatted("subject.closure"))
                .param("id", id.value())
                .param("knownAt", Timestamp.from(knownAt))
                .query((row, _) -> new Closed(row.getDate("day").toLocalDate()))
                .optional()
                .orElse(null);
    }
}
