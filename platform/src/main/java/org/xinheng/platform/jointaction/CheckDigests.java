package org.xinheng.platform.jointaction;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of the log's chain, shared by the writer and the verifier: SHA-256 over fields with their lengths. What
 * a check says about someone enters only as ciphertext, so that nothing can be guessed from a digest.
 */
final class CheckDigests {

    static final byte[] GENESIS = new byte[32];

    private final MessageDigest sha;

    private CheckDigests() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Digest of one check and its prompts, each written out by {@link #text}. */
    static byte[] row(String row, byte[] subjectHash, byte[] content, List<String> prompts) {
        var digests = new CheckDigests();
        digests.add(row.getBytes(StandardCharsets.UTF_8));
        digests.add(subjectHash);
        digests.add(content);
        prompts.forEach(prompt -> digests.add(prompt.getBytes(StandardCharsets.UTF_8)));
        return digests.sha.digest();
    }

    static byte[] group(List<byte[]> rows) {
        var digests = new CheckDigests();
        rows.forEach(digests::add);
        return digests.sha.digest();
    }

    /** Link of the chain: previous hash, number and size of the group, moment in microseconds, digest. */
    static byte[] link(byte[] previous, long number, int size, Instant sealedAt, byte[] digest) {
        var digests = new CheckDigests();
        digests.sha.update(previous);
        digests.sha.update(ByteBuffer.allocate(20)
                .putLong(number)
                .putInt(size)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, sealedAt))
                .flip());
        return digests.sha.digest(digest);
    }

    /** The clear columns of a row in one text; moments in microseconds, absent ones as {@code null}. */
    static String text(@Nullable Object... columns) {
        var text = new StringBuilder();
        for (var column : columns) {
            text.append(
                            column instanceof Instant moment
                                    ? String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, moment))
                                    : String.valueOf(column))
                    .append('\u001f');
        }
        return text.toString();
    }

    private void add(byte[] field) {
        sha.update(ByteBuffer.allocate(4).putInt(field.length).flip());
        sha.update(field);
    }
}
