package org.xinheng.platform.jointaction;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Checks the chain of the log with nothing but a connection, beside a running server: groups follow each other, each
 * holds as many checks as it says, each digest fits what stands there, each link the one before, the head is the last.
 */
public final class CheckChain {

    private CheckChain() {}

    /**
     * @param checks how many checks were read, in how many {@code groups}
     * @param faults what does not fit, in order; empty when whole
     */
    public record Verification(long checks, long groups, List<Fault> faults) {}

    /** @param group number of the link; 0 for the head */
    public record Fault(long group, String what) {}

    public static Verification verify(Connection connection) throws SQLException {
        // One snapshot for log and head: a running server goes on appending.
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        try {
            return new Reading().read(connection);
        } finally {
            connection.rollback();
        }
    }

    private static final class Reading {

        private final List<Fault> faults = new ArrayList<>();
        private long checks;
        private long groups;
        private byte[] hash = CheckDigests.GENESIS;

        Verification read(Connection connection) throws SQLException {
            try (var links = connection.createStatement();
                    var rows = connection.createStatement();
                    var prompts = connection.createStatement()) {
                for (var statement : List.of(links, rows, prompts)) {
                    statement.setFetchSize(2_000);
                }
                var link = links.executeQuery(
                        "select number, size, sealed_at, digest, hash from jointaction.check_group order by number");
                var check = rows.executeQuery("""
                        select group_number, place, id, year, number, asked_at, actor_kind, actor, agency, matter,
                               subject_hash, subject_id, outcome, release, known_at, content
                        from jointaction.check_log order by group_number, place
                        """);
                var prompt = prompts.executeQuery("""
                        select group_number, place, id, listing_id, listing_version, measure, kind, nature, origin,
                               advisory, feedback_due
                        from jointaction.prompt order by group_number, place, ordinal
                        """);
                boolean hasCheck = check.next();
                boolean hasPrompt = prompt.next();
                while (link.next()) {
                    groups++;
                    long number = link.getLong("number");
                    if (number != groups) {
                        faults.add(new Fault(groups, "missing"));
                        groups = number;
                    }
                    var digests = new ArrayList<byte[]>();
                    while (hasCheck && check.getLong("group_number") == number) {
                        var written = new ArrayList<String>();
                        while (hasPrompt && isOf(prompt, check)) {
                            written.add(prompt(prompt));
                            hasPrompt = prompt.next();
                        }
                        digests.add(CheckDigests.row(
                                check(check), check.getBytes("subject_hash"), check.getBytes("content"), written));
                        checks++;
                        hasCheck = check.next();
                    }
                    link(link, number, digests);
                }
                if (hasCheck || hasPrompt) {
                    faults.add(new Fault(0, "checks or prompts that are in no group"));
                }
                head(connection);
            }
            return new Verification(checks, groups, List.copyOf(faults));
        }

        private static boolean isOf(ResultSet prompt, ResultSet check) throws SQLException {
            return prompt.getLong("group_number") == check.getLong("group_number")
                    && prompt.getInt("place") == check.getInt("place");
        }

        private void link(ResultSet link, long number, List<byte[]> digests) throws SQLException {
            int size = link.getInt("size");
            if (size != digests.size()) {
                faults.add(new Fault(number, "holds " + digests.size() + " checks instead of " + size));
            }
            var digest = link.getBytes("digest");
            if (!Arrays.equals(digest, CheckDigests.group(digests))) {
                faults.add(new Fault(number, "a check was altered"));
            }
            var expected = CheckDigests.link(
                    hash, number, size, link.getTimestamp("sealed_at").toInstant(), digest);
            hash = link.getBytes("hash");
            if (!Arrays.equals(hash, expected)) {
                faults.add(new Fault(number, "link does not follow"));
            }
        }

        private void head(Connection connection) throws SQLException {
            try (var statement = connection.createStatement();
                    var head = statement.executeQuery("select number, hash from jointaction.check_head")) {
                head.next();
                if (head.getLong("number") != groups || !Arrays.equals(head.getBytes("hash"), hash)) {
                    faults.add(new Fault(0, "head is not the last link"));
                }
            }
        }

        private static String check(ResultSet row) throws SQLException {
            return CheckDigests.text(
                    row.getObject("id", UUID.class),
                    row.getInt("year"),
                    row.getInt("number"),
                    row.getTimestamp("asked_at").toInstant(),
                    row.getString("actor_kind"),
                    row.getString("actor"),
                    row.getString("agency"),
                    row.getString("matter"),
                    row.getObject("subject_id", UUID.class),
                    row.getString("outcome"),
                    row.getString("release"),
                    row.getTimestamp("known_at").toInstant());
        }

        private static String prompt(ResultSet row) throws SQLException {
            return CheckDigests.text(
                    row.getObject("id", UUID.class),
                    row.getObject("listing_id", UUID.class),
                    row.getInt("listing_version"),
                    row.getString("measure"),
                    row.getString("kind"),
                    row.getString("nature"),
                    row.getString("origin"),
                    row.getBoolean("advisory"),
                    row.getDate("feedback_due").toLocalDate());
        }
    }
}
