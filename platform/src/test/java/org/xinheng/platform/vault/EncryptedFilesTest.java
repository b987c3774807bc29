package org.xinheng.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.shared.FileId;

@PlatformTest
class EncryptedFilesTest {

    private static final int PIECE = 1 << 20;

    @Autowired
    EncryptedFiles files;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Vault vault;

    @Autowired
    IdGenerator ids;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    DiskRoom room;

    @Test
    void whatIsReadIsWhatWasStored() throws Exception {
        for (int length : new int[] {0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE + 17}) {
            var content = content(length);
            var file = files.store(new ByteArrayInputStream(content), 4 * PIECE);

            try (var whole = files.open(file);
                    var byteByByte = files.open(file)) {
                assertThat(whole.readAllBytes()).isEqualTo(content);
                assertThat(whole.read()).isEqualTo(-1);
                for (int i = 0; i < Math.min(length, 3); i++) {
                    assertThat(byteByByte.read()).isEqualTo(content[i] & 0xFF);
                }
                byteByByte.skipNBytes(Math.max(0, length - 3));
                assertThat(byteByByte.read()).isEqualTo(-1);
            }
            files.discard(file);
        }
    }

    /** Who looks at the first bytes of a gigabyte must not read it all. */
    @Test
    void whoeverStopsReadingCausesNoFurtherReading() throws Exception {
        var content = content(3 * PIECE);
        var file = files.store(new ByteArrayInputStream(content), 4 * PIECE);
        try (var in = files.open(file)) {
            assertThat(in.readNBytes(64)).isEqualTo(new ByteArrayInputStream(content).readNBytes(64));
            loseAllButTheFirstPiece(file);
        }
        files.discard(file);
    }

    /** Whoever sends a file while the database is away waits for it once, not once more to take back what was never stored. */
    @Test
    void aDatabaseThatIsAwayIsAskedOnce() {
        for (int broken : new int[] {1, 2}) {
            var asked = new AtomicInteger();
            var away = new TransactionOperations() {
                @Override
                public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
                    if (asked.incrementAndGet() >= broken) {
                        throw new CannotCreateTransactionException("away");
                    }
                    return transaction.execute(action);
                }
            };
            var outside = new EncryptedFiles(jdbc, vault, ids, away, room);

            assertThatExceptionOfType(CannotCreateTransactionException.class)
                    .isThrownBy(() -> outside.store(new ByteArrayInputStream(content(3 * PIECE)), 4 * PIECE));

            assertThat(asked).hasValue(broken);
        }
    }

    private void loseAllButTheFirstPiece(FileId file) {
        assertThat(jdbc.sql("delete from vault.file_chunk where file_id = :id and number > 0")
                        .param("id", file.value())
                        .update())
                .isEqualTo(2);
    }

    private static byte[] content(int length) {
        var content = new byte[length];
        new Random(length).nextBytes(content);
        return content;
    }
}
