package org.xinheng.kernel.item;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.CreditException;

/**
 * The texts that cells of a workbook refer to by number. A full workbook has more of them than memory has room, and no
 * plain copy may lie on disk: so they are kept packed in blocks, of which the ones in use are open.
 */
final class SharedTexts {

    private static final int BLOCK = 1 << 14;
    /** Blocks that stay as they are: packing pays off only for large files. */
    private static final int PLAIN_BLOCKS = 256;

    private static final int OPEN_BLOCKS = 512;

    private final List<byte[]> blocks = new ArrayList<>();
    /** Number of the first text of each block. */
    private int[] firsts = new int[64];

    private int count;
    private @Nullable String[] @Nullable [] open = new String[0][];
    private boolean[] used = new boolean[0];
    private int opened;
    private int hand;

    private SharedTexts() {}

    static SharedTexts none() {
        return new SharedTexts();
    }

    static SharedTexts read(XMLStreamReader xml) throws XMLStreamException {
        var texts = new SharedTexts();
        var writer = texts.new Writer();
        var text = new CellText();
        int depth = 0;
        while (WorkbookParts.next(xml)) {
            switch (xml.getEventType()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth = WorkbookParts.deeper(depth);
                    text.start(xml.getLocalName());
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    text.end(xml.getLocalName());
                    if (xml.getLocalName().equals("si")) {
                        writer.add(text.take());
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text.add(xml);
                default -> {}
            }
        }
        writer.end();
        return texts;
    }

    int count() {
        return count;
    }

    /** The text with this number; refuses a number that no text has. */
    String get(int number) {
        if (number < 0 || number >= count) {
            throw new CreditException(FileError.FILE_DAMAGED);
        }
        int found = Arrays.binarySearch(firsts, 0, blocks.size(), number);
        int block = found >= 0 ? found : -found - 2;
        var texts = open[block];
        if (texts == null) {
            texts = open(block);
        }
        used[block] = true;
        return texts[number - firsts[block]];
    }

    /** Opens a block, closing one that was not asked for since the last round. */
    private String[] open(int block) {
        while (opened >= OPEN_BLOCKS) {
            if (open[hand] != null && !used[hand]) {
                open[hand] = null;
                opened--;
            }
            used[hand] = false;
            hand = (hand + 1) % open.length;
        }
        int end = block + 1 < blocks.size() ? firsts[block + 1] : count;
        var texts = read(blocks.get(block), block < PLAIN_BLOCKS, end - firsts[block]);
        open[block] = texts;
        opened++;
        return texts;
    }

    private static String[] read(byte[] block, boolean plain, int count) {
        var bytes = plain ? block : inflate(block);
        var texts = new String[count];
        int at = 0;
        for (int i = 0; i < count; i++) {
            int length = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = bytes[at++];
                length |= (next & 0x7F) << shift;
                if (next >= 0) {
                    break;
                }
            }
            texts[i] = new String(bytes, at, length, StandardCharsets.UTF_8);
            at += length;
        }
        return texts;
    }

    private static byte[] inflate(byte[] block) {
        var inflater = new Inflater();
        try {
            inflater.setInput(block);
            var bytes = new ByteArrayOutputStream(BLOCK * 2);
            var buffer = new byte[BLOCK];
            while (!inflater.finished()) {
                bytes.write(buffer, 0, inflater.inflate(buffer));
            }
            return bytes.toByteArray();
        } catch (DataFormatException e) {
            throw new IllegalStateException("a block that was just packed", e);
        } finally {
            inflater.end();
        }
    }

    /** Each text as the length of its UTF-8, seven bits a byte, and the bytes. */
    private final class Writer {

        private final ByteArrayOutputStream block = new ByteArrayOutputStream(BLOCK * 2);
        private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        private int first;

        void add(String text) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            int length = bytes.length;
            while (length > 0x7F) {
                block.write(length | 0x80);
                length >>>= 7;
            }
            block.write(length);
            block.writeBytes(bytes);
            count++;
            if (block.size() >= BLOCK) {
                close();
            }
        }

        private void close() {
            if (blocks.size() == firsts.length) {
                firsts = Arrays.copyOf(firsts, firsts.length * 2);
            }
            firsts[blocks.size()] = first;
            blocks.add(blocks.size() < PLAIN_BLOCKS ? block.toByteArray() : deflate());
            block.reset();
            first = count;
        }

        private byte[] deflate() {
            deflater.reset();
            deflater.setInput(block.toByteArray());
            deflater.finish();
            var packed = new ByteArrayOutputStream(BLOCK / 2);
            var buffer = new byte[BLOCK];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        }

        void end() {
            if (block.size() > 0) {
                close();
            }
            deflater.end();
            open = new String[blocks.size()][];
            used = new boolean[blocks.size()];
        }
    }
}
