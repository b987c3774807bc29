package org.xinheng.platform.audit;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xinheng.platform.shared.Fact;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one order of all facts. The head of the chain is locked as the last act of a transaction, so positions and
 * moments follow the order of commits: whoever reads the tail by position misses nothing.
 */
@Repository
class OneOrder {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OneOrder(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    private record Head(long position, Instant moment, byte[] hash) {}

    void append(Change change) {
        var facts = change.seal();
        if (facts.isEmpty()) {
            throw new IllegalStateException("a change without a fact: " + change.id());
        }
        var changeId = change.id().value();
        var actor = change.actor();
        var actorText = actor.kind() + ":" + actor.id() + ":" + (actor.agency() == null ? "" : actor.agency());
        int count = facts.size();
        var types = new String[count];
        var subjects = new UUID[count];
        var references = new UUID[count];
        var contents = new String[count];
        var salts = new byte[count][];
        var digests = new byte[count][];
        for (int i = 0; i < count; i++) {
            Fact fact = facts.get(i);
            types[i] = fact.type();
            var subject = fact.subject();
            subjects[i] = subject == null ? null : subject.value();
            references[i] = fact.reference();
            contents[i] = json.writeValueAsString(fact);
            salts[i] = new byte[16];
            random.nextBytes(salts[i]);
            digests[i] = Digests.content(salts[i], types[i], actorText, contents[i]);
        }

        var head = jdbc.sql("select position, moment, hash from audit.head for update")
                .query((row, _) -> new Head(
                        row.getLong("position"), row.getTimestamp("moment").toInstant(), row.getBytes("hash")))
                .single();
        var moment = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!moment.isAfter(head.moment())) {
            moment = head.moment().plus(1, ChronoUnit.MICROS);
        }
        var hashes = new byte[count][];
        var hash = head.hash();
        for (int i = 0; i < count; i++) {
            hash = Digests.link(hash, head.position() + 1 + i, moment, changeId, digests[i]);
            hashes[i] = hash;
        }
        jdbc.sql("""
                        insert into audit.change (id, moment, first_position, last_position, actor)
                        values (:id, :moment, :first, :last, :actor)
                        """)
                .param("id", changeId)
                .param("moment", Timestamp.from(moment))
                .param("first", head.position() + 1)
                .param("last", head.position() + count)
                .param("actor", actorText)
                .update();
        jdbc.sql("""
                        insert into audit.fact
                            (position, change_id, type, subject_id, reference, content, salt, digest, hash)
                        select :before + f.n, :change, f.type, f.subject, f.reference, f.content, f.salt, f.digest, f.hash
                        from unnest(:types::text[], :subjects::uuid[], :references::uuid[], :contents::text[],
                                    :salts::bytea[], :digests::bytea[], :hashes::bytea[])
                             with ordinality as f (type, subject, reference, content, salt, digest, hash, n)
                        """)
                .param("before", head.position())
                .param("change", changeId)
                .param("types", types)
                .param("subjects", subjects)
                .param("references", references)
                .param("contents", contents)
                .param("salts", salts)
                .param("digests", digests)
                .param("hashes", hashes)
                .update();
        jdbc.sql("update audit.head set position = :position, moment = :moment, hash = :hash")
                .param("position", head.position() + count)
                .param("moment", Timestamp.from(moment))
                .param("hash", hash)
                .update();
    }
}
