package org.xinheng.platform.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * The arithmetic of the chain, shared by the writer and the verifier: SHA-256 over fixed-width fields. A digest is
 * salted, so that a fact whose content and salt were deleted cannot be guessed from it.
 */
final class Digests {

    static final byte[] GENESIS = new byte[32];

    private Digests() {}

    /** Digest of what a fact says. */
    static byte[] content(byte[] salt, String type, String actor, String content) {
        var sha = sha256();
        sha.update(salt);
        for (var part : new String[] {type, actor, content}) {
            var bytes = part.getBytes(StandardCharsets.UTF_8);
            sha.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
            sha.update(bytes);
        }
        return sha.digest();
    }

    /** Link of the chain: previous hash, position, moment in microseconds, change, digest. */
    static byte[] link(byte[] previous, long position, Instant moment, UUID change, byte[] digest) {
        var sha = sha256();
        sha.update(previous);
        sha.update(ByteBuffer.allocate(32)
                .putLong(position)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, moment))
                .putLong(change.getMostSignificantBits())
                .putLong(change.getLeastSignificantBits())
                .flip());
        return sha.digest(digest);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
