package org.xinheng.backup;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A file in sealed pieces: each its length, whether it is the last, and the piece under AES-256-GCM. Place and last are
 * in the nonce (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015), so that pieces cannot be moved,
 * left out or cut off unnoticed. The key must serve one file only.
 */
final class SealedStream {

    static final int PIECE = 1 << 20;
    static final int TAG = 16;

    private SealedStream() {}

    static byte[] piece(int mode, byte[] key, int number, boolean last, byte[] bytes, int length)
            throws GeneralSecurityException {
        var nonce = new byte[12];
        nonce[7] = (byte) (number >>> 24);
        nonce[8] = (byte) (number >>> 16);
        nonce[9] = (byte) (number >>> 8);
        nonce[10] = (byte) number;
        nonce[11] = (byte) (last ? 1 : 0);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(8 * TAG, nonce));
        return cipher.doFinal(bytes, 0, length);
    }
}
