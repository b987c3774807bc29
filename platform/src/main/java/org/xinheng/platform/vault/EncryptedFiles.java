package org.xinheng.platform.vault;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Enumeration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.platform.shared.FileId;

/** Files people hand in, sealed chunk by chunk as they arrive; no plain copy is ever written. */
@Component
public class EncryptedFiles {

    private static final int CHUNK = 1 << 20;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final IdGenerator ids;
    private final SecureRandom random = new SecureRandom();

    EncryptedFiles(JdbcClient jdbc, Vault vault, IdGenerator ids) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.ids = ids;
    }

    /** Stores the stream to its end; refuses with {@code FILE_TOO_LARGE} beyond {@code limit} bytes. */
    @Transactional
    public FileId store(InputStream content, long limit) {
        var id = ids.next();
        var key = vault.ensureKey(id);
        jdbc.sql("insert into vault.file (id, length) values (:id, 0)")
                .param("id", id)
                .update();
        long length = 0;
        try {
            for (int number = 0; ; number++) {
                var chunk = content.readNBytes(CHUNK);
                if (chunk.length == 0) {
                    break;
                }
                length += chunk.length;
                if (length > limit) {
                    throw new CreditException(VaultError.FILE_TOO_LARGE, limit);
                }
                jdbc.sql("insert into vault.file_chunk (file_id, number, content) values (:id, :number, :content)")
                        .param("id", id)
                        .param("number", number)
                        .param("content", Sealing.seal(key, id, number, chunk, random))
                        .update();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        jdbc.sql("update vault.file set length = :length where id = :id")
                .param("length", length)
                .param("id", id)
                .update();
        return new FileId(id);
    }

    /** The file's content, read chunk by chunk. */
    public InputStream open(FileId file) {
        UUID id = file.value();
        var key = vault.ensureKey(id);
        int chunks = jdbc.sql("select count(*) from vault.file_chunk where file_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
        return new SequenceInputStream(new Enumeration<>() {
            private int number;

            @Override
            public boolean hasMoreElements() {
                return number < chunks;
            }

            @Override
            public InputStream nextElement() {
                var sealed = jdbc.sql("select content from vault.file_chunk where file_id = :id and number = :number")
                        .param("id", id)
                        .param("number", number)
                        .query(byte[].class)
                        .single();
                return new ByteArrayInputStream(Sealing.open(key, id, number++, sealed));
            }
        });
    }
}
