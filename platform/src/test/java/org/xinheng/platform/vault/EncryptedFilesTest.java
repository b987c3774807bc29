package org.xinheng.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.shared.FileId;

@PlatformTest
class EncryptedFilesTest {

    private static final int PIECE = 1 << 20;

    @Autowired
    EncryptedFiles files;

    @Autowired
    JdbcClient jdbc;

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
