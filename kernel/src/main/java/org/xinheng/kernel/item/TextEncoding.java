package org.xinheng.kernel.item;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.xinheng.kernel.CreditException;

/**
 * How the text of a file is written. The whole file decides, since a short sample misleads every detector: it is UTF-8 if
 * all of it can be, else GB18030.
 *
 * @param mark bytes of the byte order mark at the start
 */
record TextEncoding(Charset charset, int mark) {

    private static final int BUFFER = 1 << 16;
    private static final Charset GB18030 = Charset.forName("GB18030");

    /**
     * Reads the file once to its end.
     *
     * @throws CreditException {@code FILE_TOO_LARGE}, {@code FILE_CHARSET_UNKNOWN}, {@code FILE_CHARSET_MIXED},
     *     {@code FILE_HAS_NUL} or {@code FILE_NOT_A_TABLE}
     */
    static TextEncoding of(Content content, long largest) throws IOException {
        var marked = marked(content);
        int wrong = marked.firstWrongLine(content, largest);
        if (wrong == 0) {
            return marked;
        }
        if (marked.mark > 0) {
            throw new CreditException(FileError.FILE_CHARSET_UNKNOWN, wrong);
        }
        int other = firstLineOfUtf8(content);
        if (other > 0 && isChinese(content, wrong)) {
            throw new CreditException(FileError.FILE_CHARSET_MIXED, Math.max(wrong, other));
        }
        var chinese = new TextEncoding(GB18030, 0);
        wrong = chinese.firstWrongLine(content, largest);
        if (wrong > 0) {
            throw new CreditException(FileError.FILE_CHARSET_UNKNOWN, wrong);
        }
        return chinese;
    }

    /** Whether a line of a file that is not UTF-8 is text in GB18030. */
    private static boolean isChinese(Content content, int line) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var in = new BufferedInputStream(content.open(), BUFFER)) {
            int at = 1;
            for (int b = in.read(); b >= 0 && at <= line && bytes.size() < BUFFER; b = in.read()) {
                if (at == line) {
                    bytes.write(b);
                }
                at += b == '\n' ? 1 : 0;
            }
        }
        try {
            new TextEncoding(GB18030, 0).decoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static TextEncoding marked(Content content) throws IOException {
        try (var in = content.open()) {
            var start = in.readNBytes(4);
            if (start.length >= 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF) {
                return new TextEncoding(StandardCharsets.UTF_8, 3);
            }
            if (start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
                return new TextEncoding(StandardCharsets.UTF_16LE, 2);
            }
            if (start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
                return new TextEncoding(StandardCharsets.UTF_16BE, 2);
            }
            if (start.length == 4 && start[0] == (byte) 0x84 && start[1] == 0x31 && start[2] == (byte) 0x95) {
                return new TextEncoding(GB18030, 4);
            }
            return new TextEncoding(StandardCharsets.UTF_8, 0);
        }
    }

    /** The text behind the mark; wrong bytes throw. */
    Reader reader(InputStream in) throws IOException {
        return new InputStreamReader(skipMark(in), decoder());
    }

    private InputStream skipMark(InputStream in) throws IOException {
        in.skipNBytes(mark);
        return in;
    }

    private CharsetDecoder decoder() {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The line with the first bytes that are no text in this encoding; 0 when all are. */
    private int firstWrongLine(Content content, long largest) throws IOException {
        var decoder = decoder();
        var lines = new Lines();
        var bytes = ByteBuffer.allocate(BUFFER);
        var chars = CharBuffer.allocate(BUFFER);
        long size = 0;
        try (var in = skipMark(content.open())) {
            while (true) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                boolean end = read < 0;
                if (!end) {
                    size += read;
                    bytes.position(bytes.position() + read);
                }
                if (size > largest) {
                    throw new CreditException(FileError.FILE_TOO_LARGE);
                }
                bytes.flip();
                var result = decoder.decode(bytes, chars.clear(), end);
                lines.pass(chars.flip());
                if (result.isError()) {
                    return lines.line;
                }
                bytes.compact();
                if (end) {
                    return 0;
                }
            }
        }
    }

    /** Counts lines, and refuses a NUL, which stands in no text. */
    private static final class Lines {

        private int line = 1;
        private char last;

        void pass(CharBuffer chars) {
            var array = chars.array();
            for (int i = 0; i < chars.limit(); i++) {
                char c = array[i];
                if (c < ' ') {
                    if (c == 0) {
                        // Without a first line it is a picture or a database, and no table that was damaged.
                        throw line == 1
                                ? new CreditException(FileError.FILE_NOT_A_TABLE)
                                : new CreditException(FileError.FILE_HAS_NUL, line);
                    }
                    if (c == '\n' ? last != '\r' : c == '\r') {
                        line++;
                    }
                }
                last = c;
            }
        }
    }

    /**
     * The first line that is surely UTF-8 in a file that as a whole is not: all of it reads as UTF-8, with at least two
     * characters of three bytes. A line of GB18030 reads so by accident only when it is a word or two long.
     */
    private static int firstLineOfUtf8(Content content) throws IOException {
        var buffer = new byte[BUFFER];
        int line = 1;
        int open = 0;
        int wide = 0;
        boolean valid = true;
        try (var in = content.open()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    int b = buffer[i] & 0xFF;
                    if (b == '\n') {
                        if (valid && open == 0 && wide >= 2) {
                            return line;
                        }
                        line++;
                        valid = true;
                        open = 0;
                        wide = 0;
                    } else if (b >= 0x80 && b < 0xC0) {
                        valid &= open > 0;
                        open--;
                    } else if (b >= 0x80) {
                        valid &= open == 0 && b >= 0xE0 && b < 0xF0;
                        wide++;
                        open = 2;
                    } else if (open > 0) {
                        valid = false;
                    }
                }
            }
        }
        return valid && open == 0 && wide >= 2 ? line : 0;
    }
}
