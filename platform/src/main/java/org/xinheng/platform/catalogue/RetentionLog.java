package org.xinheng.platform.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.platform.audit.Change;

/** What was deleted because its time had run out, and up to which day the rules were carried out. */
@Repository
class RetentionLog {

    private final JdbcClient jdbc;

    RetentionLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What one rule had deleted on one day.
     *
     * @param actor kind, account and agency, separated by colons
     */
    record Line(LocalDate day, String rule, String kept, String release, String actor, long things) {}

    @Transactional(propagation = Propagation.MANDATORY)
    void write(RetentionCarriedOut fact, String rule, String release, Change change) {
        jdbc.sql("""
                        insert into catalogue.deletion (id, rule, kept, release, day, things, change_id)
                        values (:id, :rule, :kept, :release, :day, :things, :change)
                        """)
                .param("id", fact.id())
                .param("rule", rule)
                .param("kept", fact.kept().name())
                .param("release", release)
                .param("day", fact.day())
                .param("things", fact.things())
                .param("change", change.id().value())
                .update();
    }

    /** The newest first. */
    List<Line> newest(int limit) {
        return jdbc.sql("""
                        select d.day, d.rule, d.kept, d.release, c.actor, sum(d.things) as things
                        from catalogue.deletion d join audit.change c on c.id = d.change_id
                        group by d.day, d.rule, d.kept, d.release, c.actor
                        order by d.day desc, d.kept, d.rule limit :limit
                        """).param("limit", limit).query(Line.class).list();
    }

    /** The last day whose rules were carried out to the end. */
    Optional<LocalDate> lastDay() {
        return jdbc.sql("select day from catalogue.retention_run order by day desc limit 1")
                .query((row, _) -> row.getObject("day", LocalDate.class))
                .optional();
    }

    @Transactional
    public void done(LocalDate day, UUID id) {
        jdbc.sql("insert into catalogue.retention_run (day, id) values (:day, :id) on conflict (day) do nothing")
                .param("day", day)
                .param("id", id)
                .update();
    }
}
