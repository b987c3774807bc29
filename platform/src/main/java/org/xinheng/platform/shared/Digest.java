package org.xinheng.platform.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 of some content, in hexadecimal: it proves what it was and tells nothing of it. */
public record Digest(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public Digest {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("no SHA-256 in hexadecimal");
        }
    }

    @JsonCreator
    public static Digest of(String text) {
        return new Digest(text);
    }

    public static Digest of(byte[] content) {
        try {
            return new Digest(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
