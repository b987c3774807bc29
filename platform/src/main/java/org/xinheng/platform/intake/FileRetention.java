package org.xinheng.platform.intake;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.pack.Retention;
import org.xinheng.platform.catalogue.Deletion;
import org.xinheng.platform.catalogue.Expiry;
import org.xinheng.platform.catalogue.KeptRows;
import org.xinheng.platform.catalogue.KeptThings;
import org.xinheng.platform.shared.FileId;
import org.xinheng.platform.vault.EncryptedFiles;
import org.xinheng.platform.vault.Vault;

/**
 * Files of submissions that were worked through and have been kept long enough. The submission with its counts, findings and
 * records stays; rows that nobody mended in all that time are sent anew.
 */
@Component
class FileRetention implements KeptThings {

    private static final String EXPIRED = """
            from intake.submission s
            where s.done and s.state in ('ACCEPTED', 'REJECTED', 'RECALLED') and s.received_on < :cutoff
              and exists (select 1 from vault.data_key k where k.owner = s.file_id)
            """;

    private final KeptRows rows;
    private final JdbcClient jdbc;
    private final Vault vault;
    private final EncryptedFiles files;

    FileRetention(JdbcClient jdbc, Vault vault, EncryptedFiles files) {
        this.rows = new KeptRows(jdbc, "s.id", EXPIRED);
        this.jdbc = jdbc;
        this.vault = vault;
        this.files = files;
    }

    @Override
    public Retention.Kept kept() {
        return Retention.Kept.SUBMITTED_FILE;
    }

    @Override
    public KeptRows rows() {
        return rows;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int delete(List<UUID> ids, Expiry expiry, Deletion act) {
        var still = jdbc.sql("select s.file_id " + EXPIRED + "and s.id = any(:ids) order by s.id for update of s")
                .param("cutoff", expiry.cutoff())
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
        var gone = vault.shredAll(
                still, act.ground(), act.day(), act.actor(), act.change().id());
        files.drop(gone.stream().map(FileId::new).toList());
        return gone.size();
    }
}
