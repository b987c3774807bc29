package org.xinheng.platform.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks the chain of facts with nothing but a connection or a file, so that an auditor can do it beside a running
 * server: each position follows the one before, no moment is earlier than the one before, each digest fits what is still
 * there, each link fits the one before, and the head is the last link.
 */
public final class Chain {

    private static final JsonMapper JSON = new JsonMapper();

    private Chain() {}

    /**
     * @param facts how many facts were read
     * @param deleted how many of them had their content deleted
     * @param faults what does not fit, in order; empty when whole
     */
    public record Verification(long facts, long deleted, List<Fault> faults) {}

    /** @param position of the fact; 0 for the head */
    public record Fault(long position, String what) {}

    /** One fact with its link; {@code moment} and {@code actor} are null when its change is missing. */
    private record Link(
            long position,
            @Nullable UUID change,
            @Nullable Instant moment,
            @Nullable String actor,
            @Nullable String type,
            @Nullable String content,
            byte @Nullable [] salt,
            byte @Nullable [] digest,
            byte[] hash) {}

    /** Checks the database's chain. The connection is the caller's; its transaction is rolled back. */
    public static Verification verify(Connection connection) throws SQLException {
        var walk = new Walk();
        read(connection, walk::next);
        return walk.result();
    }

    /** Checks a chain that {@link #export} wrote. */
    public static Verification verify(BufferedReader file) throws IOException {
        var walk = new Walk();
        long line = 0;
        for (var text = file.readLine(); text != null; text = file.readLine()) {
            line++;
            try {
                walk.next(JSON.readValue(text, Link.class));
            } catch (JacksonException e) {
                walk.fault(line, "line " + line + " cannot be read");
            }
        }
        return walk.result();
    }

    /** Writes the chain as one JSON line for each fact and a last one for the head. */
    public static void export(Connection connection, Writer file) throws SQLException {
        read(connection, link -> {
            try {
                file.write(JSON.writeValueAsString(link));
                file.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private interface Reader {

        void next(Link link);
    }

    private static void read(Connection connection, Reader reader) throws SQLException {
        // One snapshot for facts and head: a running server goes on appending.
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(5_000);
            try (var row = statement.executeQuery("""
                    select f.position, f.change_id, c.moment, c.actor, f.type, f.content, f.salt, f.digest, f.hash
                    from audit.fact f left join audit.change c on c.id = f.change_id order by f.position
                    """)) {
                while (row.next()) {
                    reader.next(link(row));
                }
            }
            try (var head = statement.executeQuery("select position, hash from audit.head")) {
                head.next();
                reader.next(new Link(
                        head.getLong("position"), null, null, null, null, null, null, null, head.getBytes("hash")));
            }
        } finally {
            connection.rollback();
        }
    }

    private static Link link(ResultSet row) throws SQLException {
        Timestamp moment = row.getTimestamp("moment");
        return new Link(
                row.getLong("position"),
                row.getObject("change_id", UUID.class),
                moment == null ? null : moment.toInstant(),
                row.getString("actor"),
                row.getString("type"),
                row.getString("content"),
                row.getBytes("salt"),
                row.getBytes("digest"),
                row.getBytes("hash"));
    }

    /** Goes along the chain from its beginning. */
    private static final class Walk {

        private final List<Fault> faults = new ArrayList<>();
        private long facts;
        private long deleted;
        private long position;
        private Instant moment = Instant.EPOCH;
        private byte[] hash = Digests.GENESIS;
        private boolean ended;

        void fault(long at, String what) {
            faults.add(new Fault(at, what));
        }

        void next(Link link) {
            // The last line has no digest: it is the head, where the chain ends.
            if (link.digest() == null) {
                ended = true;
                if (link.position() != position || !Arrays.equals(link.hash(), hash)) {
                    fault(0, "head is not the last link");
                }
                return;
            }
            facts++;
            if (link.position() != position + 1) {
                fault(position + 1, "missing");
            }
            position = link.position();
            if (link.moment() == null || link.actor() == null || link.change() == null) {
                fault(position, "its change is missing");
                hash = link.hash();
                return;
            }
            if (link.moment().isBefore(moment)) {
                fault(position, "earlier than the one before");
            }
            moment = link.moment();
            if (link.content() == null || link.salt() == null || link.type() == null) {
                deleted++;
            } else if (!Arrays.equals(
                    link.digest(), Digests.content(link.salt(), link.type(), link.actor(), link.content()))) {
                fault(position, "content was altered");
            }
            if (!Arrays.equals(link.hash(), Digests.link(hash, position, moment, link.change(), link.digest()))) {
                fault(position, "link does not follow");
            }
            hash = link.hash();
        }

        Verification result() {
            if (!ended) {
                fault(0, "there is no head");
            }
            return new Verification(facts, deleted, List.copyOf(faults));
        }
    }
}
