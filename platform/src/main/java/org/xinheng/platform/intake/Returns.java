package org.xinheng.platform.intake;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.calendar.Due;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.access.Scope;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.shared.SubmissionId;
import org.xinheng.platform.vault.Opened;
import org.xinheng.platform.vault.Vault;

/** What was sent back to be mended (退回), and how it went on. */
@Repository
public class Returns {

    private static final String COLUMNS = """
            select r.id, r.agency, r.item_id, r.submission_id, r.subject_id, r.record_id, r.by_platform, first.on_day as
                   opened_on, s.version, s.state, s.on_day, s.due, s.provisional
            from intake.sent_back r
            join intake.sent_back_step first on first.sent_back_id = r.id and first.version = 1
            join lateral (select * from intake.sent_back_step where sent_back_id = r.id order by version desc limit 1) s
              on true
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Packs packs;
    private final Order order;

    Returns(JdbcClient jdbc, Vault vault, Packs packs, Order order) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.packs = packs;
        this.order = order;
    }

    /**
     * A return as it stands.
     *
     * @param submission whose refused rows are to be mended; null where it is a record
     * @param record the record to be mended; null where it is a submission
     * @param since day of its last step
     * @param due last day to mend it; null unless it is to mend
     * @param provisional whether the calendar may still move {@code due}
     * @param overdue whether {@code due} has passed
     */
    public record Return(
            UUID id,
            AgencyId agency,
            ItemId item,
            @Nullable SubmissionId submission,
            @Nullable SubjectId subject,
            @Nullable RecordId record,
            boolean byPlatform,
            LocalDate openedOn,
            int version,
            ReturnState state,
            LocalDate since,
            @Nullable LocalDate due,
            boolean provisional,
            boolean overdue) {}

    /**
     * One step of a return.
     *
     * @param by account that took it
     * @param submission the one that mended it; null for none
     * @param words what was said; null for nothing, or where it was deleted
     */
    public record Step(
            ReturnState state,
            LocalDate on,
            @Nullable LocalDate due,
            String by,
            @Nullable SubmissionId submission,
            @Nullable String words) {}

    /** Refuses with {@code RETURN_NOT_FOUND} also what another agency has to mend, unless the actor sees all. */
    public Return get(UUID id, Actor actor) {
        if (!CollectionScope.seesAll(actor)) {
            Permission.require(actor, Role.REPORTER);
        }
        return find(id).filter(found -> seen(actor).covers(found.agency()))
                .orElseThrow(() -> new CreditException(IntakeError.RETURN_NOT_FOUND));
    }

    private Scope seen(Actor actor) {
        return Scope.of(actor, packs.today());
    }

    Optional<Return> find(UUID id) {
        return jdbc.sql(COLUMNS + "where r.id = :id")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    /** Locks it for a step. */
    @Transactional(propagation = Propagation.MANDATORY)
    Return lock(UUID id) {
        jdbc.sql("select id from intake.sent_back where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .list();
        return find(id).orElseThrow(() -> new CreditException(IntakeError.RETURN_NOT_FOUND));
    }

    /** Those not settled first, the soonest due first; then the settled, newest first. */
    public List<Return> list(Actor actor, int limit) {
        if (!CollectionScope.seesAll(actor)) {
            Permission.require(actor, Role.REPORTER);
        }
        return jdbc.sql(COLUMNS + """
                        where :agencies::text[] is null or r.agency = any(:agencies)
                        order by s.state = 'SETTLED', s.due nulls last, r.id desc limit :limit
                        """)
                .param("agencies", seen(actor).parameter())
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    /** The open return about this submission's refused rows. */
    Optional<Return> open(SubmissionId submission) {
        return jdbc.sql(COLUMNS + "where r.submission_id = :id and s.state <> 'SETTLED' order by r.id limit 1")
                .param("id", submission.value())
                .query(this::row)
                .optional();
    }

    /** Its return, if the submission's refused rows were ever sent back. */
    public Optional<Return> about(SubmissionId submission) {
        return jdbc.sql(COLUMNS + "where r.submission_id = :id order by r.id desc limit 1")
                .param("id", submission.value())
                .query(this::row)
                .optional();
    }

    /** The open returns about any of these records. */
    List<Return> open(List<RecordId> records) {
        return jdbc.sql(COLUMNS + "where r.record_id = any(:ids) and s.state <> 'SETTLED' order by r.id")
                .param("ids", records.stream().map(RecordId::value).toArray(UUID[]::new))
                .query(this::row)
                .list();
    }

    /** What became of it so far, oldest first. */
    public List<Step> steps(Return about) {
        var steps = new ArrayList<Step>();
        jdbc.sql("""
                        select state, on_day, due, account, submission_id, words from intake.sent_back_step
                        where sent_back_id = :id order by version
                        """).param("id", about.id()).query(row -> {
            var due = row.getDate("due");
            var submission = row.getObject("submission_id", UUID.class);
            var sealed = row.getBytes("words");
            var words = sealed != null && vault.open(about.id(), sealed) instanceof Opened.Clear clear
                    ? clear.text()
                    : null;
            steps.add(new Step(
                    ReturnState.valueOf(row.getString("state")),
                    row.getDate("on_day").toLocalDate(),
                    due == null ? null : due.toLocalDate(),
                    row.getString("account"),
                    submission == null ? null : new SubmissionId(submission),
                    words));
        });
        return steps;
    }

    /**
     * What was sent back to an agency in a time.
     *
     * @param settled of {@code opened}, and {@code overdue} of those that are to be mended still
     */
    public record Tally(AgencyId agency, long opened, long settled, long overdue) {}

    /** By agency, of what was sent back on those days; how it stands today. */
    public List<Tally> tally(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select r.agency, count(*) as opened, count(*) filter (where s.state = 'SETTLED') as settled,
                               count(*) filter (where s.state = 'TO_MEND' and s.due < :today) as overdue
                        from intake.sent_back r
                        join intake.sent_back_step first on first.sent_back_id = r.id and first.version = 1
                        join lateral (select state, due from intake.sent_back_step where sent_back_id = r.id
                                      order by version desc limit 1) s on true
                        where first.on_day between :from and :to
                        group by r.agency order by r.agency
                        """)
                .param("today", order.today())
                .param("from", from)
                .param("to", to)
                .query((row, _) -> new Tally(
                        new AgencyId(row.getString("agency")),
                        row.getLong("opened"),
                        row.getLong("settled"),
                        row.getLong("overdue")))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void insert(
            UUID id,
            AgencyId agency,
            ItemId item,
            @Nullable SubmissionId submission,
            @Nullable SubjectId subject,
            @Nullable RecordId record,
            Change change) {
        jdbc.sql("""
                        insert into intake.sent_back
                            (id, agency, item_id, submission_id, subject_id, record_id, by_platform, change_id)
                        values (:id, :agency, :item, :submission, :subject, :record, :platform, :change)
                        """)
                .param("id", id)
                .param("agency", agency.value())
                .param("item", item.value())
                .param("submission", submission == null ? null : submission.value())
                .param("subject", subject == null ? null : subject.value())
                .param("record", record == null ? null : record.value())
                .param("platform", submission != null)
                .param("change", change.id().value())
                .update();
    }

    /** Writes the next step; words are sealed under the return's own key. */
    @Transactional(propagation = Propagation.MANDATORY)
    void append(
            UUID id,
            ReturnState state,
            @Nullable Due due,
            Actor actor,
            @Nullable SubmissionId submission,
            @Nullable String words,
            Change change) {
        jdbc.sql("""
                        insert into intake.sent_back_step
                            (sent_back_id, version, change_id, state, on_day, due, provisional, account, submission_id,
                             words)
                        select :id, coalesce(max(version), 0) + 1, :change, :state, :today, :due, :provisional, :account,
                               :submission, :words
                        from intake.sent_back_step where sent_back_id = :id
                        """)
                .param("id", id)
                .param("change", change.id().value())
                .param("state", state.name())
                .param("today", order.today())
                .param("due", due == null ? null : due.date())
                .param("provisional", due != null && due.provisional())
                .param("account", actor.id())
                .param("submission", submission == null ? null : submission.value())
                .param("words", words == null ? null : vault.seal(id, words.getBytes(StandardCharsets.UTF_8)))
                .update();
    }

    private Return row(ResultSet row, int number) throws SQLException {
        var submission = row.getObject("submission_id", UUID.class);
        var subject = row.getObject("subject_id", UUID.class);
        var record = row.getObject("record_id", UUID.class);
        var date = row.getDate("due");
        var due = date == null ? null : date.toLocalDate();
        return new Return(
                row.getObject("id", UUID.class),
                new AgencyId(row.getString("agency")),
                new ItemId(row.getString("item_id")),
                submission == null ? null : new SubmissionId(submission),
                subject == null ? null : new SubjectId(subject),
                record == null ? null : new RecordId(record),
                row.getBoolean("by_platform"),
                row.getDate("opened_on").toLocalDate(),
                row.getInt("version"),
                ReturnState.valueOf(row.getString("state")),
                row.getDate("on_day").toLocalDate(),
                due,
                row.getBoolean("provisional"),
                due != null && order.today().isAfter(due));
    }
}
