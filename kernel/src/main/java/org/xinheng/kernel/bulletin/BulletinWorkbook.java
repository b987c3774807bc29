package org.xinheng.kernel.bulletin;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A bulletin as a workbook: a sheet for each table, its words on the first. */
public final class BulletinWorkbook {

    /** A sheet's name may hold no more. */
    private static final int LONGEST_NAME = 31;

    private BulletinWorkbook() {}

    /** Writes the workbook; the stream stays open. */
    public static void write(OutputStream out, Bulletin bulletin) throws IOException {
        try (var workbook = new Workbook(new StaysOpen(out), "Xinheng", "1.0")) {
            var names = new HashSet<String>();
            words(workbook.newWorksheet(name(bulletin.title(), names)), bulletin);
            for (var section : bulletin.sections()) {
                var table = section.table();
                if (table != null) {
                    table(workbook.newWorksheet(name(section.heading(), names)), table);
                }
            }
        }
    }

    private static void words(Worksheet sheet, Bulletin bulletin) {
        int at = 0;
        sheet.width(0, 100);
        sheet.value(at, 0, harmless(bulletin.title()));
        sheet.style(at++, 0).bold().set();
        sheet.value(at++, 0, harmless(bulletin.issuer() + "　" + bulletin.day()));
        for (var section : bulletin.sections()) {
            sheet.value(at, 0, harmless(section.heading()));
            sheet.style(at++, 0).bold().set();
            for (var paragraph : section.paragraphs()) {
                sheet.value(at, 0, harmless(paragraph));
                sheet.style(at++, 0).wrapText(true).set();
            }
        }
    }

    private static void table(Worksheet sheet, Bulletin.Table table) {
        for (int i = 0; i < table.columns().size(); i++) {
            sheet.value(0, i, harmless(table.columns().get(i)));
            sheet.width(i, i == 0 ? 40 : 16);
        }
        sheet.range(0, 0, 0, table.columns().size() - 1).style().bold().set();
        sheet.freezePane(0, 1);
        for (int row = 0; row < table.rows().size(); row++) {
            for (int i = 0; i < table.columns().size(); i++) {
                var cell = table.rows().get(row).get(i);
                if (cell.number() == null) {
                    sheet.value(row + 1, i, harmless(cell.text()));
                } else {
                    sheet.value(row + 1, i, cell.number());
                }
            }
        }
    }

    /** A text that a spreadsheet would take for a formula is made a text, also where the sheet is saved as CSV. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String name(String wanted, Set<String> taken) {
        var plain = wanted.replaceAll("[\\[\\]:*?/\\\\]", " ").strip();
        var name = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
        for (int i = 2; !taken.add(name); i++) {
            var end = " " + i;
            name = plain.substring(0, Math.min(plain.length(), LONGEST_NAME - end.length())) + end;
        }
        return name;
    }

    /** A workbook closes its stream; this one is somebody else's. */
    private static final class StaysOpen extends FilterOutputStream {

        StaysOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
