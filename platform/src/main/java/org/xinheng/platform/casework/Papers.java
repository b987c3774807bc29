package org.xinheng.platform.casework;

import java.sql.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.shared.FileId;
import org.xinheng.platform.vault.Opened;
import org.xinheng.platform.vault.Vault;
import tools.jackson.databind.json.JsonMapper;

/** Papers of procedures, sealed under the key of what they are about. */
@Repository
public class Papers {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;
    private final IdGenerator ids;

    Papers(JdbcClient jdbc, Vault vault, JsonMapper json, IdGenerator ids) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
        this.ids = ids;
    }

    private record Words(@Nullable String number, String text) {}

    /**
     * A paper in its file.
     *
     * @param paper null where its words were deleted
     * @param change the change that filed it
     * @param deleted when, by whom and why; null where it is there
     */
    public record Filed(
            @Nullable Paper paper,
            Paper.Kind kind,
            UUID change,
            @Nullable String deleted) {}

    /** Files a paper about {@code reference}, within the running change. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void file(UUID reference, Paper paper, Change change) {
        var file = paper.file();
        jdbc.sql("""
                        insert into casework.paper (id, reference, kind, served_on, file_id, payload, change_id)
                        values (:id, :reference, :kind, :servedOn, :file, :payload, :change)
                        """)
                .param("id", ids.next())
                .param("reference", reference)
                .param("kind", paper.kind().name())
                .param("servedOn", paper.servedOn())
                .param("file", file == null ? null : file.value())
                .param(
                        "payload",
                        vault.seal(reference, json.writeValueAsBytes(new Words(paper.number(), paper.text()))))
                .param("change", change.id().value())
                .update();
    }

    /** All papers about it, oldest first. */
    public List<Filed> of(UUID reference) {
        return jdbc.sql("""
                        select kind, served_on, file_id, payload, change_id from casework.paper
                        where reference = :reference order by id
                        """)
                .param("reference", reference)
                .query((row, _) -> {
                    var kind = Paper.Kind.valueOf(row.getString("kind"));
                    var change = row.getObject("change_id", UUID.class);
                    Date served = row.getDate("served_on");
                    var file = row.getObject("file_id", UUID.class);
                    return switch (vault.open(reference, row.getBytes("payload"))) {
                        case Opened.Deleted gone ->
                            new Filed(null, kind, change, gone.on() + " " + gone.by() + " " + gone.ground());
                        case Opened.Clear clear -> {
                            var words = json.readValue(clear.bytes(), Words.class);
                            var paper = new Paper(
                                    kind,
                                    words.number(),
                                    words.text(),
                                    served == null ? null : served.toLocalDate(),
                                    file == null ? null : new FileId(file));
                            yield new Filed(paper, kind, change, null);
                        }
                    };
                })
                .list();
    }
}
