package org.xinheng.backup;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/** Writes a {@link SealedStream}. Only closing it marks the end: what was cut short is not read back. */
final class SealedOutput extends OutputStream {

    private final DataOutputStream out;
    private final byte[] key;
    private final byte[] piece = new byte[SealedStream.PIECE];
    private int filled;
    private int number;
    private boolean closed;

    SealedOutput(OutputStream out, byte[] key) {
        this.out = new DataOutputStream(out);
        this.key = key;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int at = from;
        int left = length;
        while (left > 0) {
            if (filled == piece.length) {
                seal(false);
            }
            int taken = Math.min(left, piece.length - filled);
            System.arraycopy(bytes, at, piece, filled, taken);
            filled += taken;
            at += taken;
            left -= taken;
        }
    }

    private void seal(boolean last) throws IOException {
        try {
            var sealed = SealedStream.piece(Cipher.ENCRYPT_MODE, key, number, last, piece, filled);
            out.writeInt(sealed.length);
            out.writeBoolean(last);
            out.write(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
        number = Math.addExact(number, 1);
        filled = 0;
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        seal(true);
        out.close();
    }
}
