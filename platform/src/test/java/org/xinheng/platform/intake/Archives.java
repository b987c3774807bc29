package org.xinheng.platform.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Workbooks taken apart and put together wrongly, and other archives. */
final class Archives {

    static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private Archives() {}

    static byte[] zip(String name, byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }

    /** The workbook with another part in place of one. */
    static byte[] with(byte[] workbook, String part, byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out);
                var in = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                        .get()) {
            for (var entry : Collections.list(in.getEntries())) {
                if (!entry.getName().equals(part)) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    zip.write(in.getInputStream(entry).readAllBytes());
                }
            }
            zip.putNextEntry(new ZipEntry(part));
            zip.write(content);
        }
        return out.toByteArray();
    }

    static String part(byte[] workbook, String part) throws IOException {
        try (var in = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                .get()) {
            return new String(in.getInputStream(in.getEntry(part)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Every entry says that it is behind a password. */
    static byte[] locked(byte[] archive) {
        for (int i = 0; i + 8 < archive.length; i++) {
            if (archive[i] == 'P' && archive[i + 1] == 'K' && archive[i + 2] == 3 && archive[i + 3] == 4) {
                archive[i + 6] |= 1;
            } else if (archive[i] == 'P' && archive[i + 1] == 'K' && archive[i + 2] == 1 && archive[i + 3] == 2) {
                archive[i + 8] |= 1;
            }
        }
        return archive;
    }

    /**
     * A workbook of noughts that unpacks to more than a gigabyte.
     *
     * @param honest whether it declares so
     */
    static byte[] bomb(boolean honest) throws IOException {
        int megabytes = 64;
        int times = 18;
        var packed = deflated(megabytes);
        var out = new ByteArrayOutputStream();
        var directory = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            var name = (i == 0 ? "xl/workbook.xml" : "xl/worksheets/sheet" + i + ".xml")
                    .getBytes(StandardCharsets.US_ASCII);
            long size = honest ? (long) megabytes << 20 : 1;
            int at = out.size();
            little(out, 0x04034B50, 4);
            little(out, 20L | 8L << 32, 8);
            little(out, 0, 6);
            little(out, packed.length, 4);
            little(out, size, 4);
            little(out, name.length, 4);
            out.write(name);
            out.write(packed);
            little(directory, 0x02014B50, 4);
            little(directory, 20, 2);
            little(directory, 20L | 8L << 32, 8);
            little(directory, 0, 6);
            little(directory, packed.length, 4);
            little(directory, size, 4);
            little(directory, name.length, 6);
            little(directory, 0, 8);
            little(directory, at, 4);
            directory.write(name);
        }
        int start = out.size();
        out.write(directory.toByteArray());
        little(out, 0x06054B50, 4);
        little(out, 0, 4);
        little(out, times | (long) times << 16, 4);
        little(out, directory.size(), 4);
        little(out, start, 4);
        little(out, 0, 2);
        return out.toByteArray();
    }

    private static byte[] deflated(int megabytes) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(new byte[megabytes << 20]);
        deflater.finish();
        var out = new ByteArrayOutputStream();
        var buffer = new byte[1 << 16];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static void little(ByteArrayOutputStream out, long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (value >>> 8 * i));
        }
    }

    /** A workbook of one sheet, whose XML is this. */
    static byte[] sheet(String xml) throws IOException {
        return with(
                Tables.workbook(List.of(Tables.penalty(1, "x", "2026-11-18"))),
                SHEET,
                xml.getBytes(StandardCharsets.UTF_8));
    }

    /** Rows of inline texts; {@code raw} cells are XML of their own and begin with {@code <c}. */
    static String sheetXml(List<Map<String, String>> rows) {
        var columns = new ArrayList<>(rows.getFirst().keySet());
        var xml = new StringBuilder("<worksheet xmlns=\"" + SPREADSHEET + "\"><sheetData>");
        xml.append(row(1, columns));
        for (int i = 0; i < rows.size(); i++) {
            xml.append(row(i + 2, List.copyOf(rows.get(i).values())));
        }
        return xml.append("</sheetData></worksheet>").toString();
    }

    static String row(int number, List<String> cells) {
        var xml = new StringBuilder("<row r=\"" + number + "\">");
        for (var cell : cells) {
            xml.append(
                    cell.startsWith("<c")
                            ? cell
                            : "<c t=\"inlineStr\"><is><t>"
                                    + cell.replace("&", "&amp;").replace("<", "&lt;") + "</t></is></c>");
        }
        return xml.append("</row>").toString();
    }
}
