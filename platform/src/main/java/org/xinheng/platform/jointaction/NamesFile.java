package org.xinheng.platform.jointaction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.item.FileError;
import org.xinheng.kernel.item.TableFile;
import org.xinheng.kernel.pack.Field;
import org.xinheng.kernel.pack.FieldType;
import org.xinheng.kernel.pack.Item;
import org.xinheng.kernel.pack.ItemKind;
import org.xinheng.kernel.pack.Label;
import org.xinheng.kernel.pack.Polarity;
import org.xinheng.kernel.pack.Requirement;

/**
 * A file of codes and names, CSV or XLSX, as officers have it (名单文件). Read like any table that is sent in; nothing of it is
 * kept in clear.
 */
public final class NamesFile {

    /** More rows are no names file but a batch, which the API takes. */
    public static final int ROWS = 500;

    private static final int LARGEST = 5 << 20;
    private static final int CODE = 0;
    private static final int NAME = 1;

    /** Its two columns; it is collected nowhere. */
    private static final Item COLUMNS = new Item(
            "names-file",
            new Label("名单", "names"),
            ItemKind.LICENCE,
            Polarity.NEUTRAL,
            List.of(),
            List.of(
                    column("code", "统一社会信用代码", List.of("社会信用代码", "信用代码", "代码", "code")),
                    column("name", "名称", List.of("单位名称", "企业名称", "主体名称", "投标人", "name"))),
            false,
            null,
            0,
            null,
            List.of(),
            "",
            false);

    private NamesFile() {}

    private static Field column(String id, String title, List<String> aliases) {
        return new Field(
                id, id, new Label(title, id), aliases, FieldType.TEXT, 0, Requirement.ALWAYS, List.of(), null, false);
    }

    /** One row; {@code name} is empty where there is none. */
    public record Row(int line, String code, String name) {

        @Override
        public String toString() {
            return "Row[line=" + line + "]";
        }
    }

    /** Its rows; refuses what is no table, too large or too long. */
    public static List<Row> read(InputStream in) {
        byte[] bytes;
        try (in) {
            bytes = in.readNBytes(LARGEST + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (bytes.length > LARGEST) {
            throw new CreditException(FileError.FILE_TOO_LARGE);
        }
        var rows = new ArrayList<Row>();
        new TableFile(() -> new ByteArrayInputStream(bytes), COLUMNS).read(row -> {
            if (rows.size() == ROWS) {
                throw new CreditException(JointActionError.NAMES_TOO_MANY, ROWS);
            }
            rows.add(new Row(row.line(), row.value(CODE), row.value(NAME)));
        });
        if (rows.isEmpty()) {
            throw new CreditException(FileError.FILE_EMPTY);
        }
        return rows;
    }
}
