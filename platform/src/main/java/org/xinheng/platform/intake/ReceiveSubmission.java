package org.xinheng.platform.intake;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.catalogue.Catalogue;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.FileId;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubmissionId;
import org.xinheng.platform.vault.EncryptedFiles;
import org.xinheng.platform.vault.Vault;

/**
 * Takes a file, form or call in. When this returns, the rows are durable: the sealed content and the submission stand in
 * one transaction; the worker finds it whatever happens next.
 */
@Component
public class ReceiveSubmission {

    private static final long LARGEST_TEXT = 1L << 30;
    private static final long LARGEST_WORKBOOK = 50L << 20;

    private final JdbcClient jdbc;
    private final EncryptedFiles files;
    private final Vault vault;
    private final Catalogue catalogue;
    private final Changes changes;
    private final Order order;
    private final IdGenerator ids;
    private final Returns returns;

    ReceiveSubmission(
            JdbcClient jdbc,
            EncryptedFiles files,
            Vault vault,
            Catalogue catalogue,
            Changes changes,
            Order order,
            IdGenerator ids,
            Returns returns) {
        this.jdbc = jdbc;
        this.files = files;
        this.vault = vault;
        this.catalogue = catalogue;
        this.changes = changes;
        this.order = order;
        this.ids = ids;
        this.returns = returns;
    }

    /**
     * Takes in the upload's parts {@code file} and {@code item}, and {@code mends} where it mends a return.
     *
     * @param idempotencyKey the same key from the same sender means the same submission; null = none
     */
    @Transactional
    public SubmissionId receive(Actor actor, StreamedUpload upload, @Nullable String idempotencyKey) {
        Permission.require(actor, Role.REPORTER);
        var first = upload.field("item");
        if (first != null) {
            item(first);
        }
        try (var file = upload.file()) {
            return receive(actor, file, () -> item(upload.field("item")), () -> upload.field("mends"), idempotencyKey);
        } catch (IOException e) {
            throw new CreditException(IntakeError.UPLOAD_BROKEN);
        }
    }

    /**
     * Takes in rows, each a map from column name to value, as a business system or a form sends them.
     *
     * @param idempotencyKey as above
     */
    @Transactional
    public SubmissionId receive(
            Actor actor, ItemId item, List<Map<String, @Nullable String>> rows, @Nullable String idempotencyKey) {
        return receive(actor, item, rows, null, idempotencyKey);
    }

    /**
     * The same, mending a return.
     *
     * @param mends the return; null for none
     */
    @Transactional
    public SubmissionId receive(
            Actor actor,
            ItemId item,
            List<Map<String, @Nullable String>> rows,
            @Nullable String mends,
            @Nullable String idempotencyKey) {
        Permission.require(actor, Role.REPORTER);
        var table = TypedRows.asTable(catalogue.item(item), rows);
        return receive(actor, new ByteArrayInputStream(table), () -> item, () -> mends, idempotencyKey);
    }

    /** The return a submission of this item may mend; refuses one of another agency, item or end. */
    private @Nullable UUID mends(@Nullable String text, ItemId item, Actor actor) {
        if (text == null || text.isBlank()) {
            return null;
        }
        Returns.Return found;
        try {
            found = returns.get(UUID.fromString(text.strip()), actor);
        } catch (IllegalArgumentException e) {
            throw new CreditException(IntakeError.RETURN_NOT_FOUND);
        }
        if (!found.agency().equals(actor.requiredAgency()) || !found.item().equals(item)) {
            throw new CreditException(IntakeError.RETURN_NOT_FOUND);
        }
        if (found.state() == ReturnState.SETTLED) {
            throw new CreditException(IntakeError.RETURN_NOT_OPEN);
        }
        return found.id();
    }

    private ItemId item(@Nullable String name) {
        if (name == null || name.isBlank()) {
            throw new CreditException(IntakeError.ITEM_MISSING);
        }
        var id = new ItemId(name.strip());
        catalogue.item(id);
        return id;
    }

    private record Earlier(UUID id, byte[] contentHash) {}

    private SubmissionId receive(
            Actor actor,
            InputStream content,
            Supplier<ItemId> item,
            Supplier<@Nullable String> mends,
            @Nullable String key) {
        var digest = sha256();
        var stream = new BufferedInputStream(new DigestInputStream(content, digest));
        var earlier = key == null ? null : earlier(actor, key);
        if (earlier != null) {
            drain(stream);
            if (!Arrays.equals(earlier.contentHash(), contentHash(item.get(), digest))) {
                throw new CreditException(IntakeError.IDEMPOTENCY_KEY_REUSED);
            }
            return new SubmissionId(earlier.id());
        }
        var file = files.store(stream, isWorkbook(stream) ? LARGEST_WORKBOOK : LARGEST_TEXT);
        var of = item.get();
        return insert(actor, of, file, digest, mends(mends.get(), of, actor), key);
    }

    private SubmissionId insert(
            Actor actor, ItemId item, FileId file, MessageDigest digest, @Nullable UUID mends, @Nullable String key) {
        var change = changes.open(actor);
        var id = new SubmissionId(ids.next());
        jdbc.sql("""
                        insert into intake.submission
                            (id, agency, sender_kind, sender, sender_name, sender_roles, item_id, file_id, content_hash,
                             idempotency_key, received_on, change_id, state, mends)
                        values (:id, :agency, :kind, :sender, :name, :roles, :item, :file, :hash, :key, :day, :change,
                                'RECEIVED', :mends)
                        """)
                .param("id", id.value())
                .param("agency", actor.requiredAgency().value())
                .param("kind", actor.kind().name())
                .param("sender", actor.id())
                .param("name", actor.name())
                .param("roles", actor.roles().stream().map(Role::name).toArray(String[]::new))
                .param("item", item.value())
                .param("file", file.value())
                .param("hash", contentHash(item, digest))
                .param("key", key)
                .param("day", order.today())
                .param("change", change.id().value())
                .param("mends", mends)
                .update();
        change.publish(new SubmissionReceived(id, actor.requiredAgency(), item));
        return id;
    }

    /** Two requests with the same key wait for each other, so that the second finds what the first stored. */
    private @Nullable Earlier earlier(Actor actor, String key) {
        var lock = vault.hash("idempotency", actor.kind() + "\u0000" + actor.id() + "\u0000" + key);
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", ByteBuffer.wrap(lock).getLong())
                .query((_, _) -> true)
                .single();
        return jdbc.sql("""
                        select id, content_hash from intake.submission
                        where sender_kind = :kind and sender = :sender and idempotency_key = :key
                        """)
                .param("kind", actor.kind().name())
                .param("sender", actor.id())
                .param("key", key)
                .query(Earlier.class)
                .optional()
                .orElse(null);
    }

    private byte[] contentHash(ItemId item, MessageDigest digest) {
        try {
            var content = ((MessageDigest) digest.clone()).digest();
            return vault.hash("submission", item + "\u0000" + HexFormat.of().formatHex(content));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isWorkbook(BufferedInputStream stream) {
        try {
            stream.mark(4);
            var start = stream.readNBytes(2);
            stream.reset();
            return start.length == 2 && start[0] == 'P' && start[1] == 'K';
        } catch (IOException e) {
            throw new CreditException(IntakeError.UPLOAD_BROKEN);
        }
    }

    private static void drain(InputStream stream) {
        try {
            stream.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
