package org.xinheng.kernel.item;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.xinheng.kernel.identifier.IdType;
import org.xinheng.kernel.pack.Field;
import org.xinheng.kernel.pack.FieldRole;
import org.xinheng.kernel.pack.FieldType;
import org.xinheng.kernel.pack.Item;
import org.xinheng.kernel.pack.Requirement;

/** The empty table of an item to fill in: its columns, an explanation of each, and the words to choose from. */
public final class TemplateFile {

    /** Rows of the table that are made ready; more can be filled in without it. */
    private static final int READY_ROWS = 500;

    /** What a spreadsheet would round or rewrite as a number. */
    private static final Set<FieldType> KEPT_AS_TEXT = EnumSet.of(
            FieldType.CREDIT_CODE,
            FieldType.ORGANISATION_CODE,
            FieldType.BUSINESS_REGISTRATION,
            FieldType.DOCUMENT_NUMBER,
            FieldType.ID_NUMBER,
            FieldType.DATE);

    private TemplateFile() {}

    /** Writes the workbook; the stream stays open. */
    public static void write(OutputStream out, Item item) throws IOException {
        write(out, item, List.of());
    }

    /**
     * The same, offering the lists (名单) that a row may name.
     *
     * @param lists by their full names; empty where the item names none
     */
    public static void write(OutputStream out, Item item, List<String> lists) throws IOException {
        try (var workbook = new Workbook(new Uncloseable(out), "Xinheng", "1.0")) {
            var table = workbook.newWorksheet(item.label().zh());
            var explanations = workbook.newWorksheet("填表说明");
            var choices = workbook.newWorksheet("选项");
            for (int i = 0; i < item.fields().size(); i++) {
                column(
                        table,
                        choices,
                        i,
                        item.fields().get(i),
                        offered(item.fields().get(i), lists));
            }
            table.freezePane(0, 1);
            explain(explanations, item);
        }
    }

    /** The words a cell may hold one of; empty where it holds anything else. */
    private static List<String> offered(Field field, List<String> lists) {
        if (field.role() == FieldRole.LIST) {
            return lists;
        }
        return switch (field.type()) {
            case CHOICE -> field.values();
            case ID_TYPE -> Arrays.stream(IdType.values()).map(IdType::label).toList();
            default -> List.of();
        };
    }

    private static void column(Worksheet table, Worksheet choices, int column, Field field, List<String> offered) {
        var label = field.label().zh();
        table.value(0, column, label);
        table.width(column, Math.min(40, 4 + 2 * label.length()));
        var title = table.range(0, column, 0, column).style().bold();
        (field.required() == Requirement.ALWAYS ? title.fillColor("FFF2CC") : title).set();
        if (KEPT_AS_TEXT.contains(field.type())) {
            table.range(1, column, READY_ROWS, column).style().format("@").set();
        }
        if (!offered.isEmpty()) {
            choices.value(0, column, label);
            for (int i = 0; i < offered.size(); i++) {
                choices.value(i + 1, column, offered.get(i));
            }
            table.range(1, column, READY_ROWS, column)
                    .validateWithList(choices.range(1, column, offered.size(), column))
                    .errorStyle(DataValidationErrorStyle.WARNING)
                    .showErrorMessage(true)
                    .errorTitle("请从列表中选择")
                    .error("这一栏请填列表里的词。");
        }
    }

    private static void explain(Worksheet sheet, Item item) {
        var titles = new String[] {"栏目", "字段代码", "是否必填", "填写要求"};
        for (int i = 0; i < titles.length; i++) {
            sheet.value(0, i, titles[i]);
            sheet.width(i, i == 3 ? 70 : 24);
        }
        sheet.range(0, 0, 0, titles.length - 1).style().bold().set();
        for (int i = 0; i < item.fields().size(); i++) {
            var field = item.fields().get(i);
            sheet.value(i + 1, 0, field.label().zh());
            sheet.value(i + 1, 1, field.code());
            sheet.value(i + 1, 2, required(field.required()));
            sheet.value(i + 1, 3, format(field));
        }
    }

    private static String required(Requirement requirement) {
        return switch (requirement) {
            case ALWAYS -> "必填";
            case NEVER -> "选填";
            case FOR_ORGANISATIONS -> "法人和其他组织必填";
            case FOR_PERSONS -> "自然人必填";
            case FOR_REGISTERED -> "法人、其他组织和个体工商户必填";
        };
    }

    private static String format(Field field) {
        return switch (field.type()) {
            case TEXT -> "文字，最多 " + field.length() + " 个字；不要写证件号码";
            case DATE -> "日期，如 2026-09-01";
            case AMOUNT_TEN_THOUSAND -> "以万元为单位的数字，2000 元填 0.2，最多六位小数";
            case CHOICE -> "选填一项：" + String.join("、", field.values());
            case CHOICES -> "可填多项，用分号隔开：" + String.join("、", field.values());
            case CREDIT_CODE -> "18 位统一社会信用代码";
            case ORGANISATION_CODE -> "9 位组织机构代码";
            case BUSINESS_REGISTRATION -> "工商注册号";
            case DOCUMENT_NUMBER -> "文号，如 常市监罚字〔2026〕15号";
            case PERSON_NAME -> "姓名";
            case ID_TYPE -> "选填一项：" + Sentences.idTypes();
            case ID_NUMBER -> "与证件类型相符的号码；收到后即加密，不公开";
        };
    }
}
