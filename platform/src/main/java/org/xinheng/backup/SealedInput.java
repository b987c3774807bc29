package org.xinheng.backup;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import org.xinheng.kernel.CreditException;

/** Reads a {@link SealedStream}; refuses with {@code BACKUP_DAMAGED} what was altered or cut short. */
final class SealedInput extends InputStream {

    private final DataInputStream in;
    private final byte[] key;
    private final String name;
    private byte[] piece = new byte[0];
    private int at;
    private int number;
    private boolean ended;

    SealedInput(InputStream in, byte[] key, String name) {
        this.in = new DataInputStream(in);
        this.key = key;
        this.name = name;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (at == piece.length) {
            if (ended) {
                return -1;
            }
            next();
        }
        int taken = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, into, from, taken);
        at += taken;
        return taken;
    }

    private void next() throws IOException {
        try {
            int length = in.readInt();
            ended = in.readBoolean();
            if (length < SealedStream.TAG || length > SealedStream.PIECE + SealedStream.TAG) {
                throw damaged(new IOException("a piece of " + length + " bytes"));
            }
            var sealed = in.readNBytes(length);
            piece = SealedStream.piece(Cipher.DECRYPT_MODE, key, number++, ended, sealed, sealed.length);
            at = 0;
        } catch (GeneralSecurityException | EOFException e) {
            throw damaged(e);
        }
    }

    private CreditException damaged(Exception cause) {
        var refusal = new CreditException(BackupError.BACKUP_DAMAGED, name);
        refusal.initCause(cause);
        return refusal;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
