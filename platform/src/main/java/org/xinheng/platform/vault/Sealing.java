package org.xinheng.platform.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM (NIST SP 800-38D): a format byte, a nonce of 12 bytes, then ciphertext and tag. The owner's id and a
 * number within the owner are authenticated, so that a sealed value cannot be moved to another row. One for many values,
 * since looking the algorithm up takes longer than a short value; for one thread.
 */
final class Sealing {

    private static final byte FORMAT = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Cipher cipher;

    Sealing() {
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has AES-GCM", e);
        }
    }

    byte[] seal(byte[] key, UUID owner, int number, byte[] clear, SecureRandom random) {
        try {
            var nonce = new byte[NONCE];
            random.nextBytes(nonce);
            begin(Cipher.ENCRYPT_MODE, key, nonce, owner, number);
            var out = new byte[1 + NONCE + cipher.getOutputSize(clear.length)];
            out[0] = FORMAT;
            System.arraycopy(nonce, 0, out, 1, NONCE);
            cipher.doFinal(clear, 0, clear.length, out, 1 + NONCE);
            return out;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    byte[] open(byte[] key, UUID owner, int number, byte[] sealed) {
        if (sealed.length < 1 + NONCE || sealed[0] != FORMAT) {
            throw new IllegalStateException("not a sealed value of a known format");
        }
        try {
            var nonce = new byte[NONCE];
            System.arraycopy(sealed, 1, nonce, 0, NONCE);
            begin(Cipher.DECRYPT_MODE, key, nonce, owner, number);
            return cipher.doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed value was altered or its key is wrong", e);
        }
    }

    private void begin(int mode, byte[] key, byte[] nonce, UUID owner, int number) throws GeneralSecurityException {
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(ByteBuffer.allocate(20)
                .putLong(owner.getMostSignificantBits())
                .putLong(owner.getLeastSignificantBits())
                .putInt(number)
                .array());
    }
}
