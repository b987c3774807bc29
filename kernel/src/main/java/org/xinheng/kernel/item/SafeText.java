package org.xinheng.kernel.item;

import java.time.LocalDate;
import org.xinheng.kernel.identifier.CodeCheck;
import org.xinheng.kernel.identifier.IdentifierScan;
import org.xinheng.kernel.identifier.Mask;
import org.xinheng.kernel.pack.Field;
import org.xinheng.kernel.pack.FieldRole;
import org.xinheng.kernel.pack.FieldType;

/** Cells as findings and returned files may show them. */
final class SafeText {

    private SafeText() {}

    /** A value that is personal by its field, with its mask. */
    static String masked(Field field, String value) {
        if (field.type() == FieldType.PERSON_NAME || field.role() == FieldRole.SUBJECT_NAME) {
            return Mask.name(value);
        }
        if (field.type() == FieldType.TEXT || field.type() == FieldType.DOCUMENT_NUMBER) {
            return IdentifierScan.mask(value);
        }
        return Mask.number(value);
    }

    /** Any cell: masked where its field is personal, and where a person's number was put into another field. */
    static String shown(Field field, String text, boolean personal, LocalDate today, int longest) {
        var shown = personal ? masked(field, text) : elsewhere(text, today);
        return shown.length() <= longest ? shown : shown.substring(0, longest) + "…";
    }

    /** A cell whose field is not personal or not known. */
    static String elsewhere(String text, LocalDate today) {
        if (text.length() >= 14 && text.length() <= 20) {
            var kind = CodeCheck.check(text, today).kind();
            if (kind != null && kind.personal()) {
                return Mask.number(text);
            }
        }
        return IdentifierScan.mask(text);
    }
}
