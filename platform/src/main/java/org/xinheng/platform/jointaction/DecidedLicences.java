package org.xinheng.platform.jointaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.record.RecordReceived;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.subject.Subjects;
import org.xinheng.platform.vault.Vault;

/**
 * Licences taken in under an item whose pack entry names a matter are decisions at it. They come in thousands, so they are
 * gathered and written at once before their transaction commits.
 */
@Component
class DecidedLicences {

    private static final Actor SELF = Actor.platform("decided-licences");

    private final Packs packs;
    private final Subjects subjects;
    private final Changes changes;
    private final Vault vault;
    private final IdGenerator ids;
    private final JdbcClient jdbc;

    DecidedLicences(Packs packs, Subjects subjects, Changes changes, Vault vault, IdGenerator ids, JdbcClient jdbc) {
        this.packs = packs;
        this.subjects = subjects;
        this.changes = changes;
        this.vault = vault;
        this.ids = ids;
        this.jdbc = jdbc;
    }

    @EventListener
    void on(RecordReceived received) {
        var gathering = (@Nullable Gathering) TransactionSynchronizationManager.getResource(this);
        if (gathering == null) {
            gathering = new Gathering();
            TransactionSynchronizationManager.bindResource(this, gathering);
            TransactionSynchronizationManager.registerSynchronization(gathering);
        }
        gathering.received.add(received);
    }

    private final class Gathering implements TransactionSynchronization, Ordered {

        private final List<RecordReceived> received = new ArrayList<>();

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            write(received);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(DecidedLicences.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(DecidedLicences.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(DecidedLicences.this);
        }
    }

    private void write(List<RecordReceived> received) {
        var matterOf = new HashMap<String, String>();
        packs.today().items().values().forEach(item -> {
            if (item.matter() != null) {
                matterOf.put(item.id(), item.matter());
            }
        });
        var decided = received.stream()
                .filter(record -> matterOf.containsKey(record.item().value()))
                .toList();
        if (decided.isEmpty()) {
            return;
        }
        var whom = new LinkedHashSet<SubjectId>();
        decided.forEach(record -> whom.add(record.subject()));
        var hashes = subjects.hashes(whom);
        int count = decided.size();
        var fresh = new UUID[count];
        var agencies = new String[count];
        var matters = new String[count];
        var days = new String[count];
        var about = new UUID[count];
        var records = new UUID[count];
        var keys = new byte[count][];
        var places = new ArrayList<Integer>();
        var flat = new ArrayList<byte[]>();
        for (int i = 0; i < count; i++) {
            var record = decided.get(i);
            fresh[i] = ids.next();
            agencies[i] = record.authority().value();
            matters[i] = matterOf.get(record.item().value());
            days[i] = record.decidedOn().toString();
            about[i] = record.subject().value();
            records[i] = record.record().value();
            keys[i] = vault.hash("decided-record", record.record().toString());
            for (var hash : hashes.getOrDefault(record.subject(), List.of())) {
                places.add(i + 1);
                flat.add(hash);
            }
        }
        // PostgreSQL has no array of arrays of different lengths: hashes come flat, each with its row's place.
        jdbc.sql("""
                        insert into jointaction.decision
                            (month, id, change_id, agency, matter, decided_on, subject_id, subject_hashes, record_id,
                             decision_key)
                        select date_trunc('month', f.day)::date, f.id, :change, f.agency, f.matter, f.day, f.subject,
                               coalesce(known.hashes, '{}'), f.record, f.key
                        from unnest(:ids::uuid[], :agencies::text[], :matters::text[], :days::text[]::date[],
                                    :subjects::uuid[], :records::uuid[], :keys::bytea[])
                             with ordinality as f (id, agency, matter, day, subject, record, key, n)
                        left join (select h.place, array_agg(h.hash) as hashes
                                   from unnest(:places::int[], :hashes::bytea[]) as h (place, hash)
                                   group by h.place) known on known.place = f.n
                        on conflict (month, decision_key) do nothing
                        """)
                .param("change", changes.open(SELF).id().value())
                .param("places", places.toArray(Integer[]::new))
                .param("hashes", flat.toArray(byte[][]::new))
                .param("ids", fresh)
                .param("agencies", agencies)
                .param("matters", matters)
                .param("days", days)
                .param("subjects", about)
                .param("records", records)
                .param("keys", keys)
                .update();
    }
}
