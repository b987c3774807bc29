package org.xinheng.backup;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key of one backup: derived from a master key and the backup's id, so that none is stored with it. */
final class BackupKey {

    private final byte[] key;

    BackupKey(byte[] master, UUID backup) {
        this.key = mac(master, ("xinheng backup " + backup).getBytes(StandardCharsets.UTF_8));
    }

    /** The key of one of its files. */
    byte[] file(String name) {
        return mac(key, ("file " + name).getBytes(StandardCharsets.UTF_8));
    }

    /** Proves that the manifest was written by a holder of the key. */
    byte[] proof(byte[] manifest) {
        return mac(mac(key, "manifest".getBytes(StandardCharsets.UTF_8)), manifest);
    }

    private static byte[] mac(byte[] key, byte[] text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
