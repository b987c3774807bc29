package org.xinheng.platform.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Checks the chain of facts with nothing but a connection, so that an auditor can run it beside a running server: each
 * position follows the one before, no moment is earlier than the one before, each digest fits what is still there, each
 * link fits the one before, and the head is the last link.
 */
public final class Chain {

    private Chain() {}

    /**
     * @param facts how many facts were read
     * @param deleted how many of them had their content deleted
     * @param faults what does not fit, in order; empty when whole
     */
    public record Verification(long facts, long deleted, List<Fault> faults) {}

    /** @param position of the fact; 0 for the head */
    public record Fault(long position, String what) {}

    public static Verification verify(Connection connection) throws SQLException {
        // One snapshot for facts and head: a running server goes on appending.
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        try {
            return verifySnapshot(connection);
        } finally {
            connection.rollback();
        }
    }

    private static Verification verifySnapshot(Connection connection) throws SQLException {
        var faults = new ArrayList<Fault>();
        long facts = 0;
        long deleted = 0;
        long position = 0;
        var moment = Instant.EPOCH;
        byte[] hash = Digests.GENESIS;
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(5_000);
            try (var row = statement.executeQuery("""
                    select f.position, f.change_id, c.moment, c.actor, f.type, f.content, f.salt, f.digest, f.hash
                    from audit.fact f left join audit.change c on c.id = f.change_id order by f.position
                    """)) {
                while (row.next()) {
                    facts++;
                    position++;
                    if (row.getLong("position") != position) {
                        faults.add(new Fault(position, "missing"));
                        position = row.getLong("position");
                    }
                    if (row.getTimestamp("moment") == null) {
                        faults.add(new Fault(position, "its change is missing"));
                        hash = row.getBytes("hash");
                        continue;
                    }
                    var at = row.getTimestamp("moment").toInstant();
                    if (at.isBefore(moment)) {
                        faults.add(new Fault(position, "earlier than the one before"));
                    }
                    moment = at;
                    if (row.getString("content") == null) {
                        deleted++;
                    } else if (!Arrays.equals(row.getBytes("digest"), contentDigest(row))) {
                        faults.add(new Fault(position, "content was altered"));
                    }
                    var link = Digests.link(
                            hash, position, at, row.getObject("change_id", UUID.class), row.getBytes("digest"));
                    if (!Arrays.equals(link, row.getBytes("hash"))) {
                        faults.add(new Fault(position, "link does not follow"));
                    }
                    hash = row.getBytes("hash");
                }
            }
            try (var head = statement.executeQuery("select position, hash from audit.head")) {
                head.next();
                if (head.getLong("position") != position || !Arrays.equals(head.getBytes("hash"), hash)) {
                    faults.add(new Fault(0, "head is not the last link"));
                }
            }
        }
        return new Verification(facts, deleted, List.copyOf(faults));
    }

    private static byte[] contentDigest(ResultSet row) throws SQLException {
        return Digests.content(
                row.getBytes("salt"), row.getString("type"), row.getString("actor"), row.getString("content"));
    }
}
