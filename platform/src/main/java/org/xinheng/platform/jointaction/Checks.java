package org.xinheng.platform.jointaction;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.CheckId;
import org.xinheng.platform.shared.MatterId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.subject.Subjects;
import org.xinheng.platform.vault.Opened;
import org.xinheng.platform.vault.Vault;
import tools.jackson.databind.json.JsonMapper;

/** Reads the log of checks. */
@Component
public class Checks {

    private static final String COLUMNS = """
            select id, year, number, asked_at, asked_on, actor_kind, actor, agency, matter, subject_hash, subject_id,
                   outcome, release, known_at, content
            from jointaction.check_log
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Subjects subjects;
    private final JsonMapper json;

    Checks(JdbcClient jdbc, Vault vault, Subjects subjects, JsonMapper json) {
        this.subjects = subjects;
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    private record Row(LoggedCheck check, byte[] content) {}

    /**
     * An earlier check of the caller's own agency, as it was answered; auditors read all. Others are told there is none.
     */
    public LoggedCheck get(CheckId id, Actor actor) {
        return jdbc.sql(COLUMNS + "where month = :month and id = :id")
                .param("month", CheckEntry.month(id))
                .param("id", id.value())
                .query(Checks::row)
                .optional()
                .filter(row -> actor.may(Role.AUDITOR) || row.check().agency().equals(actor.agency()))
                .map(row -> open(List.of(row)).getFirst())
                .orElseThrow(() -> new CreditException(JointActionError.CHECK_NOT_FOUND, id));
    }

    /** Several at once, in the order asked for; those that are not the caller's are left out. */
    public List<LoggedCheck> all(List<CheckId> ids, Actor actor) {
        var rows = jdbc
                .sql(COLUMNS + "where month = any(:months) and id = any(:ids)")
                .param(
                        "months",
                        ids.stream()
                                .map(CheckEntry::month)
                                .distinct()
                                .map(Date::valueOf)
                                .toArray(Date[]::new))
                .param("ids", ids.stream().map(CheckId::value).toArray(UUID[]::new))
                .query(Checks::row)
                .list()
                .stream()
                .filter(row -> actor.may(Role.AUDITOR) || row.check().agency().equals(actor.agency()))
                .toList();
        var found = new HashMap<CheckId, LoggedCheck>();
        open(rows).forEach(check -> found.put(check.id(), check));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** The agency's latest checks, newest first. */
    public List<LoggedCheck> latest(AgencyId agency, int limit) {
        return open(jdbc.sql(COLUMNS + "where agency = :agency order by asked_at desc, id desc limit :limit")
                .param("agency", agency.value())
                .param("limit", limit)
                .query(Checks::row)
                .list());
    }

    /**
     * Checks of these subjects since a day, newest first, whether or not they were known here then: those asked
     * about may read who asked, what for and on what ground.
     */
    public List<LoggedCheck> about(Collection<SubjectId> wanted, LocalDate since) {
        var hashes =
                subjects.hashes(wanted).values().stream().flatMap(List::stream).toArray(byte[][]::new);
        return open(jdbc.sql(COLUMNS + """
                        where subject_hash = any(:hashes) and asked_on >= :since order by asked_at desc, id desc
                        """)
                .param("hashes", hashes)
                .param("since", since)
                .query(Checks::row)
                .list());
    }

    private List<LoggedCheck> open(List<Row> rows) {
        var sealed = new LinkedHashMap<UUID, byte[]>();
        rows.forEach(row -> sealed.put(row.check().id().value(), row.content()));
        var opened = vault.openAll(sealed);
        var checks = new ArrayList<LoggedCheck>(rows.size());
        for (var row : rows) {
            var check = row.check();
            checks.add(
                    switch (opened.get(check.id().value())) {
                        case Opened.Clear clear ->
                            with(check, json.readValue(clear.bytes(), LoggedCheck.Content.class), null);
                        case Opened.Deleted gone ->
                            with(check, null, gone.on() + " " + gone.by() + " " + gone.ground());
                        case null -> throw new IllegalStateException("not opened: " + check.id());
                    });
        }
        return checks;
    }

    private static LoggedCheck with(LoggedCheck c, LoggedCheck.@Nullable Content content, @Nullable String deleted) {
        return new LoggedCheck(
                c.id(),
                c.year(),
                c.number(),
                c.askedAt(),
                c.askedOn(),
                c.actorKind(),
                c.actor(),
                c.agency(),
                c.matter(),
                c.subjectHash(),
                c.subject(),
                c.outcome(),
                c.release(),
                c.knownAt(),
                content,
                deleted);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var subject = row.getObject("subject_id", UUID.class);
        return new Row(
                new LoggedCheck(
                        new CheckId(row.getObject("id", UUID.class)),
                        row.getInt("year"),
                        row.getInt("number"),
                        row.getTimestamp("asked_at").toInstant(),
                        row.getDate("asked_on").toLocalDate(),
                        Actor.Kind.valueOf(row.getString("actor_kind")),
                        row.getString("actor"),
                        new AgencyId(row.getString("agency")),
                        new MatterId(row.getString("matter")),
                        row.getBytes("subject_hash"),
                        subject == null ? null : new SubjectId(subject),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getString("release"),
                        row.getTimestamp("known_at").toInstant(),
                        null,
                        null),
                row.getBytes("content"));
    }
}
