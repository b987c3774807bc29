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
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.item.TableFile;
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
 * Takes a file, form or call in. When this returns, the rows are durable: the sealed content was committed as it arrived,
 * the submission last; the worker finds it whatever happens next. No connection is held while a sender sends.
 */
@Component
public class ReceiveSubmission {

    private static final long LARGEST_TEXT = 1L << 30;
    private static final long LARGEST_WORKBOOK = 50L << 20;
    private static final int LONGEST_KEY = 200;

    private final JdbcClient jdbc;
    private final EncryptedFiles files;
    private final Vault vault;
    private final Catalogue catalogue;
    private final Changes changes;
    private final Order order;
    private final IdGenerator ids;
    private final Returns returns;
    private final TransactionOperations transaction;

    ReceiveSubmission(
            JdbcClient jdbc,
            EncryptedFiles files,
            Vault vault,
            Catalogue catalogue,
            Changes changes,
            Order order,
            IdGenerator ids,
            Returns returns,
            TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.files = files;
        this.vault = vault;
        this.catalogue = catalogue;
        this.changes = changes;
        this.order = order;
        this.ids = ids;
        this.returns = returns;
        this.transaction = transaction;
    }

    /**
     * Takes in the upload's parts {@code file} and {@code item}, and {@code mends} where it mends a return.
     *
     * @param idempotencyKey the same key from the same sender means the same submission; null = none
     */
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
    public SubmissionId receive(
            Actor actor, ItemId item, List<Map<String, @Nullable String>> rows, @Nullable String idempotencyKey) {
        return receive(actor, item, rows, null, idempotencyKey);
    }

    /**
     * The same, mending a return.
     *
     * @param mends the return; null for none
     */
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
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw new CreditException(IntakeError.IDEMPOTENCY_KEY_INVALID, LONGEST_KEY);
        }
        var digest = sha256();
        var stream = new BufferedInputStream(new DigestInputStream(content, digest));
        try {
            var earlier = key == null ? null : earlier(actor, key);
            if (earlier != null) {
                stream.transferTo(OutputStream.nullOutputStream());
                return same(earlier, contentHash(item.get(), digest));
            }
            boolean workbook = isWorkbook(stream);
            var file = files.store(stream, workbook ? LARGEST_WORKBOOK : LARGEST_TEXT);
            return enter(actor, file, workbook, item, mends, digest, key);
        } catch (IOException | UncheckedIOException e) {
            throw new CreditException(IntakeError.UPLOAD_BROKEN);
        }
    }

    private static SubmissionId same(Earlier earlier, byte[] contentHash) {
        if (!Arrays.equals(earlier.contentHash(), contentHash)) {
            throw new CreditException(IntakeError.IDEMPOTENCY_KEY_REUSED);
        }
        return new SubmissionId(earlier.id());
    }

    /** Enters the submission of a file that is stored; a file that is not kept is taken away, at the latest by the sweep. */
    private SubmissionId enter(
            Actor actor,
            FileId file,
            boolean workbook,
            Supplier<ItemId> item,
            Supplier<@Nullable String> mends,
            MessageDigest digest,
            @Nullable String key) {
        try {
            if (workbook) {
                TableFile.refuseOversize(() -> files.open(file));
            }
            var known = item.get();
            var id = transaction.execute(_ -> {
                var first = key == null ? null : earlierLocked(actor, key);
                return first == null
                        ? insert(actor, known, file, digest, mends(mends.get(), known, actor), key)
                        : same(first, contentHash(known, digest));
            });
            return Objects.requireNonNull(id);
        } catch (CreditException refusal) {
            files.discard(file);
            throw refusal;
        }
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
        files.keep(file);
        change.publish(new SubmissionReceived(id, actor.requiredAgency(), item));
        return id;
    }

    /** Two requests with the same key wait for each other, so that the second finds what the first stored. */
    private @Nullable Earlier earlierLocked(Actor actor, String key) {
        var lock = vault.hash("idempotency", actor.kind() + "\u0000" + actor.id() + "\u0000" + key);
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", ByteBuffer.wrap(lock).getLong())
                .query((_, _) -> true)
                .single();
        return earlier(actor, key);
    }

    private @Nullable Earlier earlier(Actor actor, String key) {
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

    private static boolean isWorkbook(BufferedInputStream stream) throws IOException {
        stream.mark(4);
        var start = stream.readNBytes(2);
        stream.reset();
        return start.length == 2 && start[0] == 'P' && start[1] == 'K';
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
