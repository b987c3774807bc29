package org.xinheng.platform.jointaction;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.platform.vault.Vault;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes checks down before they are answered. Whoever comes while another writes waits and is written with the next
 * group: one transaction, one link of the chain and one flush to disk for all of them. A check is in the log with its
 * number and its link or not at all, whenever the power goes.
 */
@Component
class CheckLog {

    private static final int GROUP = 1_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Vault vault;
    private final JsonMapper json;
    private final Clock clock;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    CheckLog(JdbcClient jdbc, PlatformTransactionManager transactions, Vault vault, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    private static final class Waiting {

        final List<CheckEntry> entries;
        boolean settled;

        @Nullable
        RuntimeException failure;

        Waiting(List<CheckEntry> entries) {
            this.entries = entries;
        }
    }

    /** Returns once all of them are on disk. */
    void append(List<CheckEntry> entries) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a check stands in the log whatever becomes of other transactions");
        }
        var mine = new Waiting(entries);
        queue.add(mine);
        writing.lock();
        try {
            while (!mine.settled) {
                writeNext();
            }
        } finally {
            writing.unlock();
        }
        if (mine.failure != null) {
            throw mine.failure;
        }
    }

    private void writeNext() {
        var group = new ArrayList<Waiting>();
        for (int size = 0; size < GROUP; ) {
            var next = queue.poll();
            if (next == null) {
                break;
            }
            group.add(next);
            size += next.entries.size();
        }
        try {
            write(group);
        } catch (CannotCreateTransactionException e) {
            // No connection: none of them would get one alone, and each would wait for it in turn.
            group.forEach(waiting -> waiting.failure = e);
        } catch (RuntimeException e) {
            if (group.size() == 1) {
                group.getFirst().failure = e;
            } else {
                group.forEach(this::writeAlone);
            }
        } finally {
            group.forEach(waiting -> waiting.settled = true);
        }
    }

    /** One that cannot be written must not take the others with it. */
    private void writeAlone(Waiting waiting) {
        try {
            write(List.of(waiting));
        } catch (RuntimeException e) {
            waiting.failure = e;
        }
    }

    private void write(List<Waiting> group) {
        var entries =
                group.stream().flatMap(waiting -> waiting.entries.stream()).toList();
        transaction.executeWithoutResult(_ -> write(entries, seal(entries)));
    }

    private Map<UUID, byte[]> seal(List<CheckEntry> entries) {
        var clear = new LinkedHashMap<UUID, byte[]>();
        for (var entry : entries) {
            clear.put(entry.id().value(), json.writeValueAsBytes(entry.content()));
        }
        return vault.sealAll(clear);
    }

    private record Head(long number, byte[] hash) {}

    private void write(List<CheckEntry> entries, Map<UUID, byte[]> sealed) {
        var head = jdbc.sql("select number, hash from jointaction.check_head for update")
                .query(Head.class)
                .single();
        long group = head.number() + 1;
        var numbers = numbers(entries);
        var rows = new ArrayList<byte[]>();
        for (int place = 0; place < entries.size(); place++) {
            var entry = entries.get(place);
            rows.add(CheckDigests.row(
                    entry.text(numbers[place]),
                    entry.subjectHash(),
                    content(sealed, entry),
                    entry.prompts().stream().map(CheckEntry::text).toList()));
        }
        var digest = CheckDigests.group(rows);
        var sealedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var hash = CheckDigests.link(head.hash(), group, entries.size(), sealedAt, digest);
        insertChecks(entries, sealed, group, numbers);
        insertPrompts(entries, group);
        jdbc.sql("""
                        with link as (
                            insert into jointaction.check_group (number, size, sealed_at, digest, hash)
                            values (:number, :size, :sealedAt, :digest, :hash))
                        update jointaction.check_head set number = :number, hash = :hash
                        """)
                .param("number", group)
                .param("size", entries.size())
                .param("sealedAt", Timestamp.from(sealedAt))
                .param("digest", digest)
                .param("hash", hash)
                .update();
    }

    private static byte[] content(Map<UUID, byte[]> sealed, CheckEntry entry) {
        var content = sealed.get(entry.id().value());
        if (content == null) {
            throw new IllegalStateException("not sealed: " + entry.id());
        }
        return content;
    }

    /** The next numbers of the years the checks were asked in. */
    private Integer[] numbers(List<CheckEntry> entries) {
        var counts = new HashMap<Integer, Integer>();
        entries.forEach(entry -> counts.merge(entry.askedOn().getYear(), 1, Integer::sum));
        var next = new HashMap<Integer, Integer>();
        counts.forEach((year, count) -> {
            int last = jdbc.sql("""
                            insert into jointaction.check_counter (year, last) values (:year, :count)
                            on conflict (year) do update set last = check_counter.last + :count
                            returning last
                            """)
                    .param("year", year)
                    .param("count", count)
                    .query(Integer.class)
                    .single();
            next.put(year, last - count);
        });
        var numbers = new Integer[entries.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = next.merge(entries.get(i).askedOn().getYear(), 1, Integer::sum);
        }
        return numbers;
    }

    private void insertChecks(List<CheckEntry> entries, Map<UUID, byte[]> sealed, long group, Integer[] numbers) {
        jdbc.sql("""
                        insert into jointaction.check_log
                            (month, id, group_number, place, year, number, asked_at, asked_on, actor_kind, actor, agency,
                             matter, subject_hash, subject_id, outcome, release, known_at, content)
                        select f.month, f.id, :group, f.n - 1, extract(year from f.asked_on), f.number, f.asked_at,
                               f.asked_on, f.actor_kind, f.actor, f.agency, f.matter, f.subject_hash, f.subject_id,
                               f.outcome, f.release, f.known_at, f.content
                        from unnest(:months::text[]::date[], :ids::uuid[], :numbers::int[],
                                    :askedAt::text[]::timestamptz[], :askedOn::text[]::date[], :kinds::text[],
                                    :actors::text[], :agencies::text[], :matters::text[], :hashes::bytea[],
                                    :subjects::uuid[], :outcomes::text[], :releases::text[],
                                    :knownAt::text[]::timestamptz[], :contents::bytea[])
                             with ordinality as f (month, id, number, asked_at, asked_on, actor_kind, actor, agency,
                                                   matter, subject_hash, subject_id, outcome, release, known_at,
                                                   content, n)
                        """)
                .param("group", group)
                .param("numbers", numbers)
                .param("months", texts(entries, CheckEntry::month))
                .param("ids", entries.stream().map(entry -> entry.id().value()).toArray(UUID[]::new))
                .param("askedAt", texts(entries, CheckEntry::askedAt))
                .param("askedOn", texts(entries, CheckEntry::askedOn))
                .param("kinds", texts(entries, entry -> entry.actor().kind()))
                .param("actors", texts(entries, entry -> entry.actor().id()))
                .param("agencies", texts(entries, CheckEntry::agency))
                .param(
                        "matters",
                        texts(entries, entry -> entry.content().answer().matter()))
                .param("hashes", entries.stream().map(CheckEntry::subjectHash).toArray(byte[][]::new))
                .param(
                        "subjects",
                        entries.stream()
                                .map(entry -> {
                                    var subject = entry.subject();
                                    return subject == null ? null : subject.value();
                                })
                                .toArray(UUID[]::new))
                .param(
                        "outcomes",
                        texts(entries, entry -> entry.content().answer().outcome()))
                .param(
                        "releases",
                        texts(entries, entry -> entry.content().answer().packRelease()))
                .param(
                        "knownAt",
                        texts(entries, entry -> entry.content().answer().dataAsOf()))
                .param(
                        "contents",
                        entries.stream().map(entry -> content(sealed, entry)).toArray(byte[][]::new))
                .update();
    }

    private record Placed(CheckEntry check, int place, Prompt prompt, int ordinal) {}

    private void insertPrompts(List<CheckEntry> entries, long group) {
        var placed = new ArrayList<Placed>();
        for (int place = 0; place < entries.size(); place++) {
            var prompts = entries.get(place).prompts();
            for (int ordinal = 0; ordinal < prompts.size(); ordinal++) {
                placed.add(new Placed(entries.get(place), place, prompts.get(ordinal), ordinal));
            }
        }
        if (placed.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into jointaction.prompt
                            (month, check_id, id, group_number, place, ordinal, agency, matter, asked_on, subject_id,
                             listing_id, listing_version, measure, kind, nature, origin, advisory, feedback_due)
                        select c.month, c.id, f.id, c.group_number, c.place, f.ordinal, c.agency, c.matter, c.asked_on,
                               c.subject_id, f.listing, f.version, f.measure, f.kind, f.nature, f.origin, f.advisory,
                               f.due
                        from unnest(:places::int[], :ordinals::int[], :ids::uuid[], :listings::uuid[], :versions::int[],
                                    :measures::text[], :kinds::text[], :natures::text[], :origins::text[],
                                    :advisory::text[]::boolean[], :due::text[]::date[])
                             as f (place, ordinal, id, listing, version, measure, kind, nature, origin, advisory, due)
                        join jointaction.check_log c on c.group_number = :group and c.place = f.place
                        """)
                .param("group", group)
                .param("places", placed.stream().map(Placed::place).toArray(Integer[]::new))
                .param("ordinals", placed.stream().map(Placed::ordinal).toArray(Integer[]::new))
                .param("ids", placed.stream().map(p -> p.prompt().promptId()).toArray(UUID[]::new))
                .param(
                        "listings",
                        placed.stream()
                                .map(p -> p.prompt().because().listing().value())
                                .toArray(UUID[]::new))
                .param(
                        "versions",
                        placed.stream().map(p -> p.prompt().because().version()).toArray(Integer[]::new))
                .param("measures", texts(placed, p -> p.prompt().measure()))
                .param("kinds", texts(placed, p -> p.prompt().kind()))
                .param("natures", texts(placed, p -> p.prompt().nature()))
                .param("origins", texts(placed, p -> p.prompt().origin()))
                .param("advisory", texts(placed, p -> p.prompt().advisory()))
                .param("due", texts(placed, p -> p.prompt().feedbackDue()))
                .update();
    }

    private static <T> String[] texts(List<T> things, Function<T, Object> column) {
        return things.stream().map(column).map(String::valueOf).toArray(String[]::new);
    }
}
