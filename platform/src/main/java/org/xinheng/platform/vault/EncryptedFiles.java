package org.xinheng.platform.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.platform.shared.FileId;

/** Files people hand in, sealed chunk by chunk as they arrive; no plain copy is ever written. */
@Component
public class EncryptedFiles {

    private static final int CHUNK = 1 << 20;
    private static final Duration LONGEST_UPLOAD = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Vault vault;
    private final IdGenerator ids;
    private final TransactionOperations transaction;
    private final DiskRoom room;
    private final SecureRandom random = new SecureRandom();
    /** Real time: business time can be set forward, and an upload must not count as left behind because of it. */
    private final InstantSource realTime = InstantSource.system();

    EncryptedFiles(JdbcClient jdbc, Vault vault, IdGenerator ids, TransactionOperations transaction, DiskRoom room) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.ids = ids;
        this.transaction = transaction;
        this.room = room;
    }

    /**
     * Stores the stream to its end; refuses with {@code FILE_TOO_LARGE} beyond {@code limit} bytes, and with
     * {@code STORAGE_FULL} where there is no room. Each chunk is a transaction of its own, so that a sender who takes an
     * hour holds no connection meanwhile; a stream that breaks off leaves nothing. What nobody keeps is taken away a day
     * later.
     *
     * @throws UncheckedIOException if the stream breaks off
     */
    public FileId store(InputStream content, long limit) {
        room.require();
        var file = new FileId(ids.next());
        byte[] chunk;
        byte[] key;
        try {
            chunk = content.readNBytes(CHUNK);
            key = begin(file, chunk, limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            long length = chunk.length;
            for (int number = 1; chunk.length == CHUNK; number++) {
                chunk = content.readNBytes(CHUNK);
                length += chunk.length;
                add(file, key, number, chunk, length, limit);
            }
            return file;
        } catch (IOException e) {
            discard(file);
            throw new UncheckedIOException(e);
        } catch (CannotCreateTransactionException away) {
            // To take it back would wait for the database once more; it is taken away later.
            throw away;
        } catch (RuntimeException e) {
            discardAfter(file, e);
            throw e;
        }
    }

    private byte[] begin(FileId file, byte[] chunk, long limit) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var key = vault.ensureKey(file.value());
            jdbc.sql("insert into vault.file (id, length, kept, begun) values (:id, 0, false, :now)")
                    .param("id", file.value())
                    .param("now", Timestamp.from(realTime.instant()))
                    .update();
            add(file, key, 0, chunk, chunk.length, limit);
            return key;
        }));
    }

    /** The chunk that is not full is the last. */
    private void add(FileId file, byte[] key, int number, byte[] chunk, long length, long limit) {
        if (length > limit) {
            throw new CreditException(VaultError.FILE_TOO_LARGE, limit);
        }
        var sealed = new Sealing().seal(key, file.value(), number, chunk, random);
        transaction.executeWithoutResult(_ -> {
            if (chunk.length > 0) {
                jdbc.sql("insert into vault.file_chunk (file_id, number, content) values (:id, :number, :content)")
                        .param("id", file.value())
                        .param("number", number)
                        .param("content", sealed)
                        .update();
            }
            if (chunk.length < CHUNK) {
                jdbc.sql("update vault.file set length = :length where id = :id")
                        .param("length", length)
                        .param("id", file.value())
                        .update();
            }
        });
    }

    /** Keeps a stored file for good: in the transaction that refers to it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(FileId file) {
        jdbc.sql("update vault.file set kept = true where id = :id")
                .param("id", file.value())
                .update();
    }

    /** Takes back a file that nothing refers to. */
    public void discard(FileId file) {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("delete from vault.file where id = :id")
                    .param("id", file.value())
                    .update();
            jdbc.sql("delete from vault.data_key where owner = :id")
                    .param("id", file.value())
                    .update();
        });
    }

    /** Takes away the content of files whose keys were destroyed; nobody could read it any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void drop(Collection<FileId> deleted) {
        jdbc.sql("""
                        delete from vault.file_chunk c using vault.shredded s
                        where c.file_id = any(:ids) and s.owner = c.file_id
                        """)
                .param("ids", deleted.stream().map(FileId::value).toArray(UUID[]::new))
                .update();
    }

    /** Where the database itself failed, what is left is taken away later by {@link #discardLeftBehind}. */
    private void discardAfter(FileId file, RuntimeException failure) {
        try {
            discard(file);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** Takes away files that a death of the platform or of the database kept from being kept; how many there were. */
    public int discardLeftBehind() {
        var left = jdbc.sql("select id from vault.file where not kept and begun < :before")
                .param("before", Timestamp.from(realTime.instant().minus(LONGEST_UPLOAD)))
                .query(UUID.class)
                .list();
        left.forEach(id -> discard(new FileId(id)));
        return left.size();
    }

    /** The file's content, read chunk by chunk; whoever stops reading causes no further work. */
    public InputStream open(FileId file) {
        UUID id = file.value();
        var key = vault.ensureKey(id);
        int chunks = jdbc.sql("select count(*) from vault.file_chunk where file_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
        return new Chunks(id, key, chunks);
    }

    /** The chunks one after another. Closing leaves the rest unread, which a {@link java.io.SequenceInputStream} reads. */
    private final class Chunks extends InputStream {

        private final UUID id;
        private final byte[] key;
        private final int count;
        private int next;
        private ByteBuffer chunk = ByteBuffer.allocate(0);

        Chunks(UUID id, byte[] key, int count) {
            this.id = id;
            this.key = key;
            this.count = count;
        }

        @Override
        public int read() {
            return atEnd() ? -1 : chunk.get() & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (atEnd()) {
                return -1;
            }
            int some = Math.min(length, chunk.remaining());
            chunk.get(into, offset, some);
            return some;
        }

        private boolean atEnd() {
            while (!chunk.hasRemaining() && next < count) {
                var sealed = jdbc.sql("select content from vault.file_chunk where file_id = :id and number = :number")
                        .param("id", id)
                        .param("number", next)
                        .query(byte[].class)
                        .single();
                chunk = ByteBuffer.wrap(new Sealing().open(key, id, next++, sealed));
            }
            return !chunk.hasRemaining();
        }
    }
}
