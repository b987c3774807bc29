package org.xinheng.kernel.policy;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.CreditException;

/** Bytes made text: UTF-8 where every byte fits, else GB18030; nothing is guessed from a part. */
final class Encoding {

    private static final Charset GB18030 = Charset.forName("GB18030");
    /** The longest character of either charset, less its last byte. */
    private static final int TORN = 3;

    private Encoding() {}

    /** @throws CreditException if the bytes are no text, or are cut within a character */
    static String decode(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return refuseBinary(decoded(bytes, 3, StandardCharsets.UTF_8));
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return refuseBinary(decoded(bytes, 2, StandardCharsets.UTF_16LE));
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return refuseBinary(decoded(bytes, 2, StandardCharsets.UTF_16BE));
        }
        if (startsWith(bytes, 0x84, 0x31, 0x95, 0x33)) {
            return refuseBinary(decoded(bytes, 4, GB18030));
        }
        var text = attempt(bytes, 0, StandardCharsets.UTF_8);
        if (text == null && isTorn(bytes, StandardCharsets.UTF_8)) {
            throw new CreditException(PolicyError.DOCUMENT_DAMAGED);
        }
        return refuseBinary(text == null ? decoded(bytes, 0, GB18030) : text);
    }

    private static String decoded(byte[] bytes, int from, Charset charset) {
        var text = attempt(bytes, from, charset);
        if (text == null) {
            throw new CreditException(
                    isTorn(bytes, charset) ? PolicyError.DOCUMENT_DAMAGED : PolicyError.DOCUMENT_CHARSET_UNKNOWN);
        }
        return text;
    }

    private static @Nullable String attempt(byte[] bytes, int from, Charset charset) {
        try {
            return strict(charset)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Whether only the last character is incomplete. */
    private static boolean isTorn(byte[] bytes, Charset charset) {
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length + 1);
        var result = strict(charset).decode(in, out, false);
        return result.isUnderflow() && in.remaining() > 0 && in.remaining() <= TORN && out.position() > 0;
    }

    /** A NUL stands in no text. */
    private static String refuseBinary(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new CreditException(PolicyError.DOCUMENT_FORM_UNKNOWN);
        }
        return text;
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
