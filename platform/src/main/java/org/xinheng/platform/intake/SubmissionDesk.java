package org.xinheng.platform.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.FileId;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubmissionId;

/**
 * Who works on which submission. A claim holds while its lease is renewed; whoever lost it finds out at the next commit
 * and stops, so that no row is taken in twice.
 */
@Component
class SubmissionDesk {

    private static final Duration LEASE = Duration.ofSeconds(15);

    private final JdbcClient jdbc;
    private final Changes changes;
    private final IdGenerator ids;
    private final SendBack sendBack;

    SubmissionDesk(JdbcClient jdbc, Changes changes, IdGenerator ids, SendBack sendBack) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.ids = ids;
        this.sendBack = sendBack;
    }

    /**
     * The oldest submission that waits or was left behind.
     *
     * @param now real time: business time can be set forward
     */
    @Transactional
    Optional<Held> claim(Instant now) {
        var claim = ids.next();
        return jdbc.sql("""
                        update intake.submission set claim = :claim, lease_until = :until, attempts = attempts + 1,
                               state = case when state = 'RECEIVED' then 'CHECKING' else state end
                        where id = (select id from intake.submission
                                    where not done and (lease_until is null or lease_until < :now)
                                    order by id limit 1 for update skip locked)
                        returning *
                        """)
                .param("claim", claim)
                .param("until", Timestamp.from(now.plus(LEASE)))
                .param("now", Timestamp.from(now))
                .query(SubmissionDesk::row)
                .optional();
    }

    @Transactional
    void renew(Collection<UUID> claims, Instant now) {
        jdbc.sql("update intake.submission set lease_until = :until where claim = any(:claims) and not done")
                .param("until", Timestamp.from(now.plus(LEASE)))
                .param("claims", claims.toArray(UUID[]::new))
                .update();
    }

    /** Puts it back after a fault of ours: tried again soon, then less and less often, never given up. */
    @Transactional
    void putBack(Held held, Instant now) {
        var wait = Duration.ofSeconds(1L << Math.min(held.attempts(), 9));
        jdbc.sql("""
                        update intake.submission set claim = null, lease_until = :until
                        where id = :id and claim = :claim and not done
                        """)
                .param("until", Timestamp.from(now.plus(wait)))
                .param("id", held.id().value())
                .param("claim", held.claim())
                .update();
    }

    @Transactional
    void total(Held held, int rows) {
        jdbc.sql("update intake.submission set total = :rows where id = :id and claim = :claim")
                .param("rows", rows)
                .param("id", held.id().value())
                .param("claim", held.claim())
                .update();
    }

    /** Locks it for a commit; false when it was taken over or recalled meanwhile. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean stillHeld(Held held, int cursorLine) {
        return jdbc.sql("""
                        select 1 from intake.submission
                        where id = :id and claim = :claim and state = :state and cursor_line = :line and not done
                        for update
                        """)
                .param("id", held.id().value())
                .param("claim", held.claim())
                .param("state", held.state().name())
                .param("line", cursorLine)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Every row has its answer. */
    @Transactional
    void finish(Held held, int cursorLine) {
        if (!stillHeld(held, cursorLine)) {
            return;
        }
        var counts = jdbc.sql("select accepted, refused, duplicates, late, mends from intake.submission where id = :id")
                .param("id", held.id().value())
                .query(Counts.class)
                .single();
        if (counts.accepted() + counts.duplicates() == 0) {
            close(held, SubmissionState.REJECTED, IntakeError.NO_ROW_ACCEPTED.name());
            sendBack(held, counts);
            return;
        }
        close(held, SubmissionState.ACCEPTED, null);
        changes.open(held.sender())
                .publish(new SubmissionAccepted(
                        held.id(),
                        held.sender().requiredAgency(),
                        held.item(),
                        counts.accepted() + counts.refused() + counts.duplicates(),
                        counts.accepted(),
                        counts.refused(),
                        counts.duplicates(),
                        counts.late()));
        sendBack(held, counts);
    }

    private record Counts(
            int accepted,
            int refused,
            int duplicates,
            int late,
            @Nullable UUID mends) {}

    /** What was refused goes back with a clock; what mends a return in whole settles it, in part changes nothing. */
    private void sendBack(Held held, Counts counts) {
        var change = changes.open(held.sender());
        if (counts.mends() != null && counts.refused() == 0) {
            sendBack.mended(counts.mends(), held.id(), held.sender(), change);
        } else if (counts.mends() == null && counts.refused() > 0) {
            sendBack.refused(held.id(), held.sender().requiredAgency(), held.item(), change);
        }
    }

    /** Nothing of it can be taken in; {@code arguments} are line numbers and titles of columns. */
    @Transactional
    boolean reject(Held held, String reason, Collection<String> arguments) {
        if (!stillHeld(held, held.cursorLine())) {
            return false;
        }
        jdbc.sql("update intake.submission set reason_arguments = :arguments where id = :id")
                .param("arguments", arguments.toArray(String[]::new))
                .param("id", held.id().value())
                .update();
        close(held, SubmissionState.REJECTED, reason);
        return true;
    }

    /** The records of a recalled submission are withdrawn. */
    @Transactional
    void done(Held held) {
        jdbc.sql("update intake.submission set done = true, claim = null, lease_until = null where id = :id")
                .param("id", held.id().value())
                .update();
    }

    /** Lines refused so far, for a worker that goes on where another stopped. */
    BitSet refusedLines(SubmissionId id) {
        var lines = new BitSet();
        jdbc.sql("select distinct line from intake.finding where submission_id = :id and severity = 'ERROR'")
                .param("id", id.value())
                .query(Integer.class)
                .list()
                .forEach(lines::set);
        return lines;
    }

    private void close(Held held, SubmissionState state, @Nullable String reason) {
        if (!held.state().canBecome(state)) {
            throw new IllegalStateException(held.state() + " cannot become " + state);
        }
        jdbc.sql("""
                        update intake.submission
                        set state = :state, reason = :reason, done = true, claim = null, lease_until = null
                        where id = :id
                        """)
                .param("state", state.name())
                .param("reason", reason)
                .param("id", held.id().value())
                .update();
        if (state == SubmissionState.REJECTED) {
            changes.open(held.sender())
                    .publish(new SubmissionRejected(held.id(), held.sender().requiredAgency(), held.item()));
        }
    }

    private static Held row(ResultSet row, int number) throws SQLException {
        var roles = (String[]) row.getArray("sender_roles").getArray();
        return new Held(
                new SubmissionId(row.getObject("id", UUID.class)),
                row.getObject("claim", UUID.class),
                new Actor(
                        Actor.Kind.valueOf(row.getString("sender_kind")),
                        row.getString("sender"),
                        new AgencyId(row.getString("agency")),
                        row.getString("sender_name"),
                        Arrays.stream(roles).map(Role::valueOf).collect(Collectors.toUnmodifiableSet()),
                        Set.of()),
                new ItemId(row.getString("item_id")),
                new FileId(row.getObject("file_id", UUID.class)),
                row.getDate("received_on").toLocalDate(),
                SubmissionState.valueOf(row.getString("state")),
                row.getInt("cursor_line"),
                row.getInt("attempts"));
    }
}
