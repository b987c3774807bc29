package org.xinheng.kernel.item;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.Item;

/**
 * A table as a department sends it: CSV or XLSX, recognised by its first bytes and not by its name. Rows are streamed;
 * a CSV is never held in memory, a workbook only in its packed form.
 */
public final class TableFile {

    private static final byte[] ZIP = {'P', 'K'};
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    /** PDF, gzip, RAR, 7z: what people send besides tables. */
    private static final List<byte[]> OTHERS = List.of(
            new byte[] {'%', 'P', 'D', 'F'},
            new byte[] {0x1F, (byte) 0x8B},
            new byte[] {'R', 'a', 'r', '!'},
            new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF});

    private static final byte[] UTF_16LE = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] UTF_16BE = {(byte) 0xFE, (byte) 0xFF};

    private final Content content;
    private final Item item;
    private final Limits limits;

    public TableFile(Content content, Item item) {
        this(content, item, Limits.CONTRACT);
    }

    TableFile(Content content, Item item, Limits limits) {
        this.content = content;
        this.item = item;
        this.limits = limits;
    }

    /**
     * What is taken in one piece, in bytes.
     *
     * @param text of a CSV
     * @param workbook of an XLSX, {@code inflated} once unpacked
     */
    record Limits(long text, int workbook, long inflated) {

        static final Limits CONTRACT = new Limits(1L << 30, 50 << 20, 1L << 30);
    }

    /**
     * Gives every row that is not blank to the reader, in order.
     *
     * @return the columns, also when there was no row
     * @throws CreditException a {@link FileError}; for a file that breaks off, after the rows before the break
     * @throws UncheckedIOException if the content itself cannot be read
     */
    public Columns read(Consumer<SourceRow> rows) {
        try {
            var start = start();
            if (start.length == 0) {
                throw new CreditException(FileError.FILE_EMPTY);
            }
            var names = new Columns.Names(item);
            var workbooks = new Workbooks(content, item, names, limits);
            if (startsWith(start, ZIP)) {
                return workbooks.read(rows);
            }
            if (startsWith(start, COMPOUND)) {
                throw new CreditException(
                        workbooks.isEncrypted() ? FileError.FILE_ENCRYPTED : FileError.FILE_IS_OLD_EXCEL);
            }
            if (isBinary(start) || isMarkup(start)) {
                throw new CreditException(FileError.FILE_NOT_A_TABLE);
            }
            return new SeparatedValues(content, names, limits.text()).read(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Refuses with {@code FILE_TOO_LARGE} a workbook that unpacks to more than the contract allows, whatever sizes it
     * declares. For the door: everything is unpacked once, to nowhere.
     */
    public static void refuseOversize(Content content) {
        try {
            try (InputStream in = content.open()) {
                if (!startsWith(in.readNBytes(ZIP.length), ZIP)) {
                    return;
                }
            }
            Workbooks.refuseOversize(content, Limits.CONTRACT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] start() throws IOException {
        try (InputStream in = content.open()) {
            return in.readNBytes(64);
        }
    }

    private static boolean startsWith(byte[] start, byte[] magic) {
        return start.length >= magic.length && Arrays.equals(start, 0, magic.length, magic, 0, magic.length);
    }

    /** Known by its beginning, or by a NUL that no text has; text of two bytes a character shows itself by a mark. */
    private static boolean isBinary(byte[] start) {
        if (OTHERS.stream().anyMatch(magic -> startsWith(start, magic))) {
            return true;
        }
        boolean wide = startsWith(start, UTF_16LE) || startsWith(start, UTF_16BE);
        for (byte b : start) {
            if (b == 0 && !wide) {
                return true;
            }
        }
        return false;
    }

    /** Many systems "export to Excel" a page of HTML. */
    private static boolean isMarkup(byte[] start) {
        return Text.strip(new String(start, StandardCharsets.ISO_8859_1).replace("ï»¿", ""))
                .startsWith("<");
    }
}
