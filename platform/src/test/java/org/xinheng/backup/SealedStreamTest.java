package org.xinheng.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.kernel.CreditException;

class SealedStreamTest {

    private static final byte[] KEY = new byte[32];

    @ParameterizedTest
    @ValueSource(ints = {0, 1, SealedStream.PIECE - 1, SealedStream.PIECE, SealedStream.PIECE + 1, 3_000_000})
    void whatIsReadIsWhatWasWritten(int length) throws IOException {
        var clear = clear(length);

        assertThat(open(seal(clear), KEY)).isEqualTo(clear);
    }

    @Test
    void aPieceThatIsAlteredMovedLeftOutOrCutOffIsNoticed() throws IOException {
        var sealed = seal(clear(2 * SealedStream.PIECE + 5));
        int piece = 5 + SealedStream.PIECE + SealedStream.TAG;
        var first = Arrays.copyOfRange(sealed, 0, piece);
        var second = Arrays.copyOfRange(sealed, piece, 2 * piece);
        var last = Arrays.copyOfRange(sealed, 2 * piece, sealed.length);
        var altered = sealed.clone();
        altered[100] ^= 1;
        var declaredLast = first.clone();
        declaredLast[4] = 1;

        assertRefused(altered);
        assertRefused(join(second, first, last));
        assertRefused(join(first, last));
        assertRefused(join(first, second));
        assertRefused(declaredLast);
        assertRefused(Arrays.copyOf(sealed, sealed.length - 1));
        assertRefused(new byte[0]);
    }

    @Test
    void anotherKeyOpensNothing() throws IOException {
        var other = new byte[32];
        other[0] = 1;
        var sealed = seal(clear(100));

        assertThatThrownBy(() -> open(sealed, other)).isInstanceOf(CreditException.class);
    }

    private static void assertRefused(byte[] sealed) {
        assertThatThrownBy(() -> open(sealed, KEY))
                .isInstanceOfSatisfying(
                        CreditException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(BackupError.BACKUP_DAMAGED));
    }

    private static byte[] clear(int length) {
        var clear = new byte[length];
        new Random(20261126).nextBytes(clear);
        return clear;
    }

    private static byte[] seal(byte[] clear) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new SealedOutput(bytes, KEY)) {
            out.write(clear);
        }
        return bytes.toByteArray();
    }

    private static byte[] open(byte[] sealed, byte[] key) throws IOException {
        try (var in = new SealedInput(new ByteArrayInputStream(sealed), key, "test")) {
            return in.readAllBytes();
        }
    }

    private static byte[] join(byte[]... parts) {
        var bytes = new ByteArrayOutputStream();
        for (var part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
