package org.xinheng.kernel.item;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.pack.Field;
import org.xinheng.kernel.pack.Item;
import org.xinheng.kernel.pack.SubjectKind;

/**
 * The refused rows of a file in its own columns, each with its reasons, to mend and send again. What identifies a person
 * is masked here, since the file leaves the platform: the clerk fills it in anew, and the reasons say so.
 */
public final class CorrectionFile {

    /** Title of the added column; a later check passes it over. */
    public static final String REASONS = "退回原因";

    private static final String FILL_AGAIN = "证件号码、姓名等个人信息已遮盖，请重新填写。";

    private CorrectionFile() {}

    /**
     * Writes the workbook; the stream stays open.
     *
     * @param findings of the refused rows, by line
     */
    public static void write(
            OutputStream out, Content content, Item item, LocalDate received, Map<Integer, List<Finding>> findings)
            throws IOException {
        write(out, content, item, received, new TreeMap<>(findings).values().iterator());
    }

    /**
     * Writes the workbook as it reads the rows; the stream stays open.
     *
     * @param refused the findings of each refused row, in the order of the lines
     */
    public static void write(
            OutputStream out, Content content, Item item, LocalDate received, Iterator<List<Finding>> refused)
            throws IOException {
        try (var workbook = new Workbook(new Uncloseable(out), "Xinheng", "1.0")) {
            var sheet = new Sheet(workbook.newWorksheet("退回"), new ItemLayout(item), received, refused);
            var columns = new TableFile(content, item).read(sheet::row);
            sheet.begin(columns);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** What is written so far; rows go out as they fill up, for there can be more than memory holds. */
    private static final class Sheet {

        private static final int ROWS_HELD = 200;

        private final Worksheet sheet;
        private final ItemLayout layout;
        private final LocalDate received;
        private final Iterator<List<Finding>> refused;
        private List<Finding> next;
        private int rows;

        Sheet(Worksheet sheet, ItemLayout layout, LocalDate received, Iterator<List<Finding>> refused) {
            this.sheet = sheet;
            this.layout = layout;
            this.received = received;
            this.refused = refused;
            this.next = refused.hasNext() ? refused.next() : List.of();
        }

        void begin(Columns columns) {
            if (rows > 0) {
                return;
            }
            sheet.width(columns.count(), 80);
            sheet.freezePane(0, 1);
            for (int i = 0; i < columns.count(); i++) {
                sheet.inlineString(0, i, Text.asText(columns.titles().get(i)));
            }
            sheet.inlineString(0, columns.count(), REASONS);
            sheet.range(0, 0, 0, columns.count()).style().bold().set();
        }

        void row(SourceRow row) {
            while (!next.isEmpty() && next.getFirst().line() < row.line()) {
                next = refused.hasNext() ? refused.next() : List.of();
            }
            if (next.isEmpty() || next.getFirst().line() != row.line()) {
                return;
            }
            begin(row.columns());
            write(sheet, ++rows, row, next, layout, received);
            if (rows % ROWS_HELD == 0) {
                flush();
            }
        }

        private void flush() {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void write(
            Worksheet sheet, int at, SourceRow row, List<Finding> reasons, ItemLayout layout, LocalDate received) {
        boolean masked = false;
        var known = layout.kindOf(row);
        var kind = known == null ? SubjectKind.PERSON : known;
        for (int i = 0; i < row.columns().count() && i < row.cells().size(); i++) {
            var text = Text.seen(Text.strip(row.cells().get(i)));
            var shown = shown(row.columns().fieldAt(i), text, kind, received);
            masked |= !shown.equals(text);
            if (!shown.isEmpty()) {
                sheet.inlineString(at, i, Text.asText(shown));
            }
        }
        var sentences = reasons.stream().map(Finding::message).distinct().collect(Collectors.joining("\n"));
        sheet.inlineString(at, row.columns().count(), masked ? sentences + "\n" + FILL_AGAIN : sentences);
    }

    private static String shown(@Nullable Field field, String text, SubjectKind kind, LocalDate received) {
        if (text.isEmpty() || Text.filler(text)) {
            return text;
        }
        return field == null
                ? SafeText.elsewhere(text, received)
                : SafeText.shown(field, text, ItemLayout.isPersonal(field, kind), received, Integer.MAX_VALUE);
    }
}
