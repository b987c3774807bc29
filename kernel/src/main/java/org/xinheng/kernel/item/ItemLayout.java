package org.xinheng.kernel.item;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.identifier.CodeText;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.kernel.pack.Field;
import org.xinheng.kernel.pack.FieldRole;
import org.xinheng.kernel.pack.FieldType;
import org.xinheng.kernel.pack.Item;
import org.xinheng.kernel.pack.ItemKind;
import org.xinheng.kernel.pack.SubjectKind;

/** An item's fields as the check of rows wants them: by place and by role. */
final class ItemLayout {

    /** The day files write for a licence without end. */
    private static final LocalDate OPEN_END = LocalDate.of(2099, 12, 31);

    private final Item item;
    private final Field[] fields;
    private final int[] byRole = new int[FieldRole.values().length];
    private final int[] idTypeOf;

    ItemLayout(Item item) {
        this.item = item;
        fields = item.fields().toArray(Field[]::new);
        Arrays.fill(byRole, -1);
        idTypeOf = new int[fields.length];
        int idType = -1;
        for (int i = 0; i < fields.length; i++) {
            var role = fields[i].role();
            if (role != null && byRole[role.ordinal()] < 0) {
                byRole[role.ordinal()] = i;
            }
            if (fields[i].type() == FieldType.ID_TYPE) {
                idType = i;
            }
            idTypeOf[i] = idType;
        }
    }

    Item item() {
        return item;
    }

    int size() {
        return fields.length;
    }

    Field field(int i) {
        return fields[i];
    }

    /** Place of the field with this role; -1 for none. */
    int at(FieldRole role) {
        return byRole[role.ordinal()];
    }

    /** Place of the certificate type that stands before a certificate number; -1 for none. */
    int idTypeOf(int i) {
        return idTypeOf[i];
    }

    /** What the subject is by the row's category and code; null where neither says. */
    @Nullable
    SubjectKind kindOf(SourceRow row) {
        int categoryAt = at(FieldRole.SUBJECT_CATEGORY);
        int codeAt = at(FieldRole.SUBJECT_CREDIT_CODE);
        var category = categoryAt < 0 ? "" : row.value(categoryAt);
        var code = codeAt < 0 ? "" : CodeText.normalise(row.value(codeAt));
        if (category.contains("个体")) {
            return SubjectKind.SOLE_TRADER;
        }
        if (category.contains("自然人") && !category.contains("非自然人")) {
            return SubjectKind.PERSON;
        }
        if (CreditCode.isValid(code)) {
            return new CreditCode(code).subjectKind();
        }
        if (code.startsWith("92")) {
            return SubjectKind.SOLE_TRADER;
        }
        return category.contains("法人") || category.contains("组织") || code.startsWith("91")
                ? SubjectKind.OTHER_ORGANISATION
                : null;
    }

    /** Whether the cell holds nothing but a word or code that stands for nothing. */
    boolean isFiller(int i, String text) {
        return Text.filler(text)
                || fields[i].type() == FieldType.CREDIT_CODE && CodeText.isPlaceholder(CodeText.normalise(text));
    }

    /** Whether the field must be filled for such a subject; null where the row does not say what the subject is. */
    static boolean isRequired(Field field, @Nullable SubjectKind kind) {
        return switch (field.required()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case FOR_ORGANISATIONS -> kind != null && !kind.personal();
            case FOR_PERSONS -> kind == SubjectKind.PERSON;
            case FOR_REGISTERED -> kind != null && kind != SubjectKind.PERSON;
        };
    }

    boolean isPersonal(int i, SubjectKind kind) {
        return isPersonal(fields[i], kind);
    }

    /** Whether the field's values identify a person: always by their type, or because the subject is one. */
    static boolean isPersonal(Field field, SubjectKind kind) {
        if (field.type() == FieldType.ID_NUMBER || field.type() == FieldType.PERSON_NAME) {
            return true;
        }
        var role = field.role();
        return kind.personal()
                && (role == FieldRole.SUBJECT_NAME
                        || role == FieldRole.SUBJECT_CREDIT_CODE
                        || role == FieldRole.SUBJECT_REGISTRATION
                        || role == FieldRole.SUBJECT_ORGANISATION_CODE);
    }

    /** Whether a licence's end says that it has none. */
    boolean isOpenEnd(int i, LocalDate day) {
        return isLicenceEnd(i) && day.equals(OPEN_END);
    }

    boolean isOpenEnd(int i, String text) {
        return isLicenceEnd(i) && (text.equals("长期") || text.equals("长期有效"));
    }

    private boolean isLicenceEnd(int i) {
        return item.kind() == ItemKind.LICENCE && fields[i].role() == FieldRole.VALID_UNTIL;
    }

    /** The allowed word for a kind of counterparty, whatever older word the file uses; null if there is none. */
    @Nullable
    String category(SubjectKind kind) {
        int at = at(FieldRole.SUBJECT_CATEGORY);
        var wanted = kind == SubjectKind.PERSON ? "自然人" : kind == SubjectKind.SOLE_TRADER ? "个体" : "组织";
        for (var value : fields[at].values()) {
            if (value.contains(wanted)) {
                return value;
            }
        }
        return null;
    }
}
