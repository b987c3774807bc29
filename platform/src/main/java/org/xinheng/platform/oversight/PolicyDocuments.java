package org.xinheng.platform.oversight;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.policy.Passage;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.FileId;
import org.xinheng.platform.shared.PolicyDocumentId;
import tools.jackson.databind.json.JsonMapper;

/** Imported policy documents: what was understood of each in versions, and what became of it. */
@Component
public class PolicyDocuments {

    private static final String COLUMNS = """
            select d.id, d.owner, d.file_id, d.file_name, last.state, last.version as state_version, draft.version,
                   draft.content
            from oversight.document d
            join lateral (select s.state, s.version from oversight.document_state s where s.document_id = d.id
                          order by s.version desc limit 1) last on true
            join lateral (select v.version, v.content from oversight.draft v where v.document_id = d.id
                          order by v.version desc limit 1) draft on true
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PolicyDocuments(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * An imported document.
     *
     * @param owner the office that imported it and follows its tasks
     * @param version of the draft
     */
    public record Imported(
            PolicyDocumentId id,
            AgencyId owner,
            FileId file,
            String fileName,
            DocumentState state,
            int stateVersion,
            int version,
            Draft draft) {

        /** Its title; the file's name where none was read. */
        public String name() {
            var title = draft.title();
            return title == null ? fileName : title;
        }
    }

    public Imported get(PolicyDocumentId id) {
        return jdbc.sql(COLUMNS + "where d.id = :id")
                .param("id", id.value())
                .query(this::row)
                .optional()
                .orElseThrow(() -> new CreditException(OversightError.POLICY_DOCUMENT_NOT_FOUND, id));
    }

    /** All but the discarded, newest first. */
    public List<Imported> all() {
        return jdbc.sql(COLUMNS + "where last.state <> 'DISCARDED' order by d.id desc")
                .query(this::row)
                .list();
    }

    /** A document by its title; the file's name where none was read. */
    public record Named(PolicyDocumentId id, String name) {}

    /** Those whose tasks are in work, newest first, without all that they say. */
    public List<Named> inWork() {
        return jdbc.sql("""
                        select d.id, coalesce(draft.title, d.file_name) as name
                        from oversight.document d
                        join lateral (select s.state from oversight.document_state s where s.document_id = d.id
                                      order by s.version desc limit 1) last on last.state = 'CONFIRMED'
                        join lateral (select v.content ->> 'title' as title from oversight.draft v
                                      where v.document_id = d.id order by v.version desc limit 1) draft on true
                        order by d.id desc
                        """)
                .query((row, _) ->
                        new Named(new PolicyDocumentId(row.getObject("id", UUID.class)), row.getString("name")))
                .list();
    }

    /** The one that says the same, in whatever file it came. */
    Optional<Imported> same(Draft draft) {
        return jdbc
                .sql(COLUMNS + "where d.text_digest = :digest and last.state <> 'DISCARDED'")
                .param("digest", digest(draft))
                .query(this::row)
                .list()
                .stream()
                .findFirst()
                .or(() -> all().stream()
                        .filter(other -> draft.documentNumber() != null
                                && draft.documentNumber().equals(other.draft.documentNumber())
                                && draft.title() != null
                                && draft.title().equals(other.draft.title()))
                        .findFirst());
    }

    /** Whether a document is older than another: by the days printed on both, else by which was imported first. */
    boolean precedes(PolicyDocumentId one, PolicyDocumentId other) {
        var day = get(one).draft().issueDate();
        var otherDay = get(other).draft().issueDate();
        return day == null || otherDay == null || day.equals(otherDay)
                ? one.toString().compareTo(other.toString()) < 0
                : day.isBefore(otherDay);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(PolicyDocumentId id, FileId file, String fileName, Draft draft, Actor actor, Change change) {
        jdbc.sql("""
                        insert into oversight.document (id, change_id, owner, file_id, file_name, text_digest, actor)
                        values (:id, :change, :owner, :file, :name, :digest, :actor)
                        """)
                .param("id", id.value())
                .param("change", change.id().value())
                .param("owner", actor.requiredAgency().value())
                .param("file", file.value())
                .param("name", fileName)
                .param("digest", digest(draft))
                .param("actor", actor.id())
                .update();
        addState(id, 1, DocumentState.IN_REVIEW, change);
        addDraft(id, 1, draft, change);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void addState(PolicyDocumentId id, int version, DocumentState state, Change change) {
        try {
            jdbc.sql("""
                            insert into oversight.document_state (document_id, version, change_id, state)
                            values (:id, :version, :change, :state)
                            """)
                    .param("id", id.value())
                    .param("version", version)
                    .param("change", change.id().value())
                    .param("state", state.name())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new CreditException(OversightError.DOCUMENT_NOT_IN_REVIEW, id);
        }
        change.publish(new PolicyDocumentMoved(id, state));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void addDraft(PolicyDocumentId id, int version, Draft draft, Change change) {
        try {
            jdbc.sql("""
                            insert into oversight.draft (document_id, version, change_id, content)
                            values (:id, :version, :change, :content::jsonb)
                            """)
                    .param("id", id.value())
                    .param("version", version)
                    .param("change", change.id().value())
                    .param("content", json.writeValueAsString(draft))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new CreditException(OversightError.DRAFT_CHANGED_MEANWHILE, id);
        }
        if (version > 1) {
            change.publish(new PolicyDraftCorrected(id, version));
        }
    }

    private Imported row(ResultSet row, int number) throws SQLException {
        return new Imported(
                new PolicyDocumentId(row.getObject("id", UUID.class)),
                new AgencyId(row.getString("owner")),
                new FileId(row.getObject("file_id", UUID.class)),
                row.getString("file_name"),
                DocumentState.valueOf(row.getString("state")),
                row.getInt("state_version"),
                row.getInt("version"),
                json.readValue(row.getString("content"), Draft.class));
    }

    private static byte[] digest(Draft draft) {
        var all = draft.passages().stream().map(Passage::text).collect(Collectors.joining());
        try {
            return MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether an actor is of the office that owns a thing. */
    static boolean owns(Actor actor, @Nullable AgencyId owner) {
        return actor.agency() != null && actor.agency().equals(owner);
    }
}
