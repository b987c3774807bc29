package org.xinheng.platform.jointaction;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.platform.shared.CheckId;
import org.xinheng.platform.vault.SealedContent;

/** Reads what was fed back. */
@Component
public class Feedbacks {

    private final JdbcClient jdbc;
    private final SealedContent contents;

    Feedbacks(JdbcClient jdbc, SealedContent contents) {
        this.jdbc = jdbc;
        this.contents = contents;
    }

    private record Row(
            UUID promptId,
            int version,
            UUID id,
            String outcome,
            @Nullable Date informedOn,
            byte[] content,
            Instant moment) {}

    /** The feedback that counts for each prompt of a check. */
    public Map<UUID, Feedback> of(CheckId check) {
        var rows = jdbc.sql("""
                        select distinct on (f.prompt_id) f.prompt_id, f.version, f.id, f.outcome, f.informed_on, f.content,
                               c.moment
                        from jointaction.feedback f join audit.change c on c.id = f.change_id
                        where f.month = :month and f.check_id = :check order by f.prompt_id, f.version desc
                        """)
                .param("month", CheckEntry.month(check))
                .param("check", check.value())
                .query((row, _) -> new Row(
                        row.getObject("prompt_id", UUID.class),
                        row.getInt("version"),
                        row.getObject("id", UUID.class),
                        row.getString("outcome"),
                        row.getDate("informed_on"),
                        row.getBytes("content"),
                        row.getTimestamp("moment").toInstant()))
                .list();
        var sealed = new LinkedHashMap<UUID, byte[]>();
        rows.forEach(row -> sealed.put(row.id(), row.content()));
        var opened = contents.openAll(sealed, Feedback.Content.class);
        var feedbacks = new HashMap<UUID, Feedback>();
        for (var row : rows) {
            var content = opened.get(row.id());
            LocalDate informed =
                    row.informedOn() == null ? null : row.informedOn().toLocalDate();
            feedbacks.put(
                    row.promptId(),
                    new Feedback(
                            row.promptId(),
                            row.version(),
                            Feedback.Outcome.valueOf(row.outcome()),
                            informed,
                            content,
                            row.moment()));
        }
        return feedbacks;
    }
}
