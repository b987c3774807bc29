package org.xinheng.platform.packs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.kernel.pack.PackJson;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.shared.Actor;

/** Two steps to new rules: one officer proposes a release, another activates it. */
@Component
public class ReleasePack {

    private final JdbcClient jdbc;
    private final Changes changes;
    private final IdGenerator ids;

    ReleasePack(JdbcClient jdbc, Changes changes, IdGenerator ids) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.ids = ids;
    }

    /** Stores the pack as a release nobody follows yet. The pack was read without faults. */
    @Transactional
    public UUID propose(Pack pack, Actor officer) {
        var change = changes.open(officer);
        var id = ids.next();
        var content = PackJson.write(pack);
        var city = pack.layers().getLast();
        try {
            jdbc.sql("""
                            insert into packs.release
                                (id, name, city, effective, content, content_hash, proposed_by, proposed_in)
                            values (:id, :name, :city, :effective, :content, :hash, :officer, :change)
                            """)
                    .param("id", id)
                    .param("name", pack.release())
                    .param("city", city.id())
                    .param("effective", city.effective())
                    .param("content", content)
                    .param("hash", sha256(content))
                    .param("officer", officer.id())
                    .param("change", change.id().value())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new CreditException(ReleaseError.RELEASE_EXISTS, pack.release());
        }
        change.publish(new ReleaseProposed(id));
        return id;
    }

    private record Proposal(LocalDate effective, String proposedBy) {}

    @Transactional
    public void activate(UUID release, Actor officer) {
        var proposal = jdbc.sql("select effective, proposed_by from packs.release where id = :id")
                .param("id", release)
                .query(Proposal.class)
                .optional()
                .orElseThrow(() -> new CreditException(ReleaseError.RELEASE_NOT_FOUND, release));
        // At installation there is no officer yet: the operator who started the platform installed the rules.
        if (officer.kind() != Actor.Kind.PLATFORM && proposal.proposedBy().equals(officer.id())) {
            throw new CreditException(ReleaseError.SECOND_OFFICER_NEEDED);
        }
        var change = changes.open(officer);
        int activated = jdbc.sql("""
                        insert into packs.activation (release_id, activated_by, change_id)
                        values (:id, :officer, :change) on conflict (release_id) do nothing
                        """)
                .param("id", release)
                .param("officer", officer.id())
                .param("change", change.id().value())
                .update();
        if (activated == 0) {
            throw new CreditException(ReleaseError.RELEASE_ACTIVE);
        }
        change.publish(new ReleaseActivated(release, proposal.effective()));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
