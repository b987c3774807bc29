package org.xinheng.platform.integrity;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.FileId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.vault.EncryptedFiles;
import org.xinheng.platform.vault.Opened;
import org.xinheng.platform.vault.Vault;

/** Files that belong to entries: photographs, programmes, contracts. Stored encrypted, handed out as they came in. */
@Component
public class Materials {

    /** A film does not belong here. */
    public static final long LARGEST = 50L << 20;

    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final EncryptedFiles files;
    private final Vault vault;
    private final Readers readers;
    private final Changes changes;
    private final IdGenerator ids;
    private final TransactionOperations transaction;

    Materials(
            JdbcClient jdbc,
            EncryptedFiles files,
            Vault vault,
            Readers readers,
            Changes changes,
            IdGenerator ids,
            TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.files = files;
        this.vault = vault;
        this.readers = readers;
        this.changes = changes;
        this.ids = ids;
        this.transaction = transaction;
    }

    /** @param name as the sender called it; a word where it was deleted */
    public record Material(UUID id, FileId file, String name) {}

    private record Owner(String agency, String ledger) {}

    private Owner owner(UUID entry) {
        return jdbc.sql("select agency, ledger from integrity.entry where id = :id")
                .param("id", entry)
                .query(Owner.class)
                .optional()
                .orElseThrow(() -> new CreditException(IntegrityError.ENTRY_NOT_FOUND, entry));
    }

    /** Hands in a file with an entry of the own agency. The file is read to its end before anything is locked. */
    public void keep(UUID entry, @Nullable String name, InputStream content, Actor actor) {
        if (!actor.may(Role.CREDIT_OFFICE)) {
            Permission.require(actor, Role.REPORTER);
        }
        Permission.requireAgency(actor, new AgencyId(owner(entry).agency()));
        if (of(entry).size() >= MOST) {
            throw new CreditException(IntegrityError.ENTRY_TOO_LONG, "files", MOST);
        }
        var called = Written.required(name, "name", Written.LINE);
        var file = files.store(content, LARGEST);
        transaction.executeWithoutResult(_ -> {
            files.keep(file);
            var change = changes.open(actor);
            var id = ids.next();
            jdbc.sql("""
                            insert into integrity.material (id, entry_id, file_id, name, change_id)
                            values (:id, :entry, :file, :name, :change)
                            """)
                    .param("id", id)
                    .param("entry", entry)
                    .param("file", file.value())
                    .param("name", vault.seal(entry, called.getBytes(StandardCharsets.UTF_8)))
                    .param("change", change.id().value())
                    .update();
            change.publish(new MaterialKept(entry, id, file));
        });
    }

    /** The files of an entry, oldest first. */
    public List<Material> of(UUID entry) {
        return jdbc.sql("select id, file_id, name from integrity.material where entry_id = :entry order by id")
                .param("entry", entry)
                .query((row, _) -> new Material(
                        row.getObject("id", UUID.class),
                        new FileId(row.getObject("file_id", UUID.class)),
                        vault.open(entry, row.getBytes("name")) instanceof Opened.Clear clear ? clear.text() : "（已删除）"))
                .list();
    }

    /** A file of an entry the actor may look into; of an activity every officer may. */
    public Material get(UUID entry, UUID material, Actor actor) {
        Readers.requireOfficer(actor);
        var owner = owner(entry);
        if (!owner.ledger().equals(Activity.LEDGER.name())) {
            readers.require(actor, new AgencyId(owner.agency()));
        }
        return of(entry).stream()
                .filter(one -> one.id().equals(material))
                .findFirst()
                .orElseThrow(() -> new CreditException(IntegrityError.MATERIAL_MISSING));
    }

    public InputStream open(Material material) {
        return files.open(material.file());
    }
}
