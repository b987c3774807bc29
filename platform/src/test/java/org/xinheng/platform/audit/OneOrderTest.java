package org.xinheng.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.SubjectId;

/** Promise 13 and the ground of promise 4: one order, nothing missed, every earlier answer repeats. */
@PlatformTest
class OneOrderTest {

    private static final LocalDate DAY = LocalDate.parse("2026-01-01");
    private static final Actor TESTER = Actor.platform("test");

    @Autowired
    Changes changes;

    @Autowired
    Order order;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DataSource database;

    record Noted(SubjectId subject, UUID thing, int number) implements Fact {

        @Override
        public UUID reference() {
            return thing;
        }
    }

    /** A question and the answer it got when it was asked. */
    record Asked(UUID subject, AsOf asOf, List<String> answer) {}

    @BeforeEach
    void aHistoryTable() {
        jdbc.sql("create schema trial").update();
        jdbc.sql("""
                        create table trial.version (
                            subject_id uuid, thing_id uuid, version integer, change_id uuid,
                            valid_from date, valid_until date, primary key (subject_id, thing_id, version))
                        """).update();
    }

    /** Other tests share the database, and a backup knows only the tables of the platform. */
    @AfterEach
    void noHistoryTable() {
        jdbc.sql("drop schema trial cascade").update();
    }

    @Test
    void earlierAnswersRepeatUnderRandomInterleavedTransactions() throws Exception {
        var subjects = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        var things = new ArrayList<UUID>();
        for (int i = 0; i < 12; i++) {
            things.add(UUID.randomUUID());
        }
        long before = order.head().position();
        var asked = new ConcurrentLinkedQueue<Asked>();
        var followed = new ConcurrentLinkedQueue<Long>();
        var writing = new AtomicBoolean(true);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = new ArrayList<Future<?>>();
            for (int w = 0; w < 6; w++) {
                var random = new Random(20260101 + w);
                writers.add(threads.submit(() -> {
                    for (int i = 0; i < 60; i++) {
                        write(subjects, things, random);
                    }
                }));
            }
            var follower = threads.submit(() -> {
                long position = before;
                while (writing.get() || order.head().position() > position) {
                    for (var entry : order.tail(position, 7)) {
                        followed.add(entry.position());
                        position = entry.position();
                    }
                }
            });
            var askers = new ArrayList<Future<?>>();
            for (int a = 0; a < 2; a++) {
                var random = new Random(4711 + a);
                askers.add(threads.submit(() -> {
                    while (writing.get()) {
                        var subject = subjects.get(random.nextInt(subjects.size()));
                        // Now, or a moment chosen by the caller that running transactions may still fall behind.
                        var asOf = random.nextBoolean() ? order.now() : order.at(null, null);
                        var day = new AsOf(DAY.plusDays(random.nextInt(12)), asOf.knownAt());
                        asked.add(new Asked(subject, day, answer(subject, day)));
                    }
                }));
            }
            for (var writer : writers) {
                writer.get();
            }
            writing.set(false);
            for (var asker : askers) {
                asker.get();
            }
            follower.get();
        }

        assertThat(asked).hasSizeGreaterThan(20);
        for (var question : asked) {
            assertThat(answer(question.subject(), question.asOf()))
                    .as(
                            "asked for %s as known at %s",
                            question.asOf().day(), question.asOf().knownAt())
                    .isEqualTo(question.answer());
        }
        var expected = new ArrayList<Long>();
        for (long position = before + 1; position <= order.head().position(); position++) {
            expected.add(position);
        }
        assertThat(followed).containsExactlyElementsOf(expected);
        assertThat(verify().faults()).isEmpty();
    }

    private void write(List<UUID> subjects, List<UUID> things, Random random) {
        int index = random.nextInt(things.size());
        var thing = things.get(index);
        var subject = subjects.get(index % subjects.size());
        int facts = 1 + random.nextInt(3);
        boolean fails = random.nextInt(10) == 0;
        try {
            transaction.executeWithoutResult(_ -> {
                // The thing is locked as every aggregate is; the order is taken only at the end.
                jdbc.sql("select pg_advisory_xact_lock(hashtext(:thing))")
                        .param("thing", thing.toString())
                        .query((_, _) -> true)
                        .single();
                var change = changes.open(TESTER);
                var from = DAY.plusDays(random.nextInt(8));
                jdbc.sql("""
                                insert into trial.version
                                select :subject, :thing, coalesce(max(version), 0) + 1, :change, :from, :until
                                from trial.version where thing_id = :thing
                                """)
                        .param("subject", subject)
                        .param("thing", thing)
                        .param("change", change.id().value())
                        .param("from", from)
                        .param("until", random.nextBoolean() ? null : from.plusDays(random.nextInt(5)))
                        .update();
                if (random.nextInt(4) == 0) {
                    Thread.yield();
                }
                for (int i = 0; i < facts; i++) {
                    change.publish(new Noted(new SubjectId(subject), thing, i));
                }
                if (fails) {
                    throw new IllegalStateException("rolled back on purpose");
                }
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("rolled back on purpose");
        }
    }

    private List<String> answer(UUID subject, AsOf asOf) {
        return jdbc.sql("select v.thing_id || ' ' || v.version from trial.version v where v.subject_id = :subject and "
                        + InForce.on("trial.version", "thing_id") + " order by 1")
                .param("subject", subject)
                .param("day", asOf.day())
                .param("knownAt", Timestamp.from(asOf.knownAt()))
                .query(String.class)
                .list();
    }

    private Chain.Verification verify() throws Exception {
        try (var connection = database.getConnection()) {
            return Chain.verify(connection);
        }
    }

    @Test
    void aQuestionAboutTheFutureIsRefused() {
        assertThatThrownBy(() -> order.at(order.today().plusDays(1), null)).hasMessageContaining("FUTURE_NOT_KNOWN");
        assertThatThrownBy(() -> order.at(null, Instant.parse("2100-01-01T00:00:00Z")))
                .hasMessageContaining("FUTURE_NOT_KNOWN");
    }

    @Test
    void aChangeWithoutAFactIsRefused() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> changes.open(TESTER)))
                .hasMessageContaining("a change without a fact");
    }

    @Test
    void anAlteredFactIsFound() throws Exception {
        var thing = UUID.randomUUID();
        transaction.executeWithoutResult(_ -> changes.open(TESTER).publish(new Noted(new SubjectId(thing), thing, 1)));

        jdbc.sql("update audit.fact set content = replace(content, '1}', '2}') where reference = :thing")
                .param("thing", thing)
                .update();
        assertThat(verify().faults()).extracting(Chain.Fault::what).contains("content was altered");

        jdbc.sql("update audit.fact set content = replace(content, '2}', '1}') where reference = :thing")
                .param("thing", thing)
                .update();
        assertThat(verify().faults()).isEmpty();
    }

    @Test
    void theExportedChainIsVerifiedFromAFile() throws Exception {
        var thing = UUID.randomUUID();
        transaction.executeWithoutResult(_ -> changes.open(TESTER).publish(new Noted(new SubjectId(thing), thing, 7)));
        var file = new StringWriter();
        try (var connection = database.getConnection()) {
            Chain.export(connection, file);
        }

        assertThat(verify(file.toString()).faults()).isEmpty();
        assertThat(verify(file.toString()).facts()).isPositive();
        assertThat(verify(file.toString().replace("\\\"number\\\":7", "\\\"number\\\":8"))
                        .faults())
                .extracting(Chain.Fault::what)
                .containsOnly("content was altered");
        assertThat(verify(file.toString().lines().skip(1).collect(Collectors.joining("\n")))
                        .faults())
                .extracting(Chain.Fault::what)
                .contains("missing");
    }

    private static Chain.Verification verify(String file) throws Exception {
        return Chain.verify(new BufferedReader(new StringReader(file)));
    }

    @Test
    void aDeletedFactLeavesTheChainWhole() throws Exception {
        var thing = UUID.randomUUID();
        transaction.executeWithoutResult(_ -> changes.open(TESTER).publish(new Noted(new SubjectId(thing), thing, 1)));

        jdbc.sql("update audit.fact set content = null, salt = null where reference = :thing")
                .param("thing", thing)
                .update();

        assertThat(verify().faults()).isEmpty();
        assertThat(verify().deleted()).isPositive();
    }
}
