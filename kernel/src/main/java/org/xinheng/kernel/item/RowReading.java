package org.xinheng.kernel.item;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.identifier.CodeText;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.kernel.identifier.IdType;
import org.xinheng.kernel.identifier.IdentifierScan;
import org.xinheng.kernel.identifier.Mask;
import org.xinheng.kernel.pack.FieldRole;
import org.xinheng.kernel.pack.SubjectKind;

/** One row being read: each cell by its field's type, what is wrong with it, and what of it is personal. */
final class RowReading {

    private static final int MOST_WHOLE_DIGITS = 12;
    private static final int MOST_DECIMALS = 6;

    private final ItemLayout layout;
    private final SourceRow row;
    private final LocalDate received;
    private final SubjectKind kind;
    private final boolean kindKnown;
    private final RowFindings findings;
    private final NumberCells numbers;

    private final String[] texts;
    private final @Nullable String[] values;
    private final boolean[] fillers;
    private final boolean[] personal;
    private final @Nullable LocalDate[] days;
    private final @Nullable BigDecimal[] amounts;
    private @Nullable IdType subjectIdType;

    RowReading(ItemLayout layout, SourceRow row, LocalDate received) {
        this.layout = layout;
        this.row = row;
        this.received = received;
        var known = layout.kindOf(row);
        kindKnown = known != null;
        kind = known == null ? SubjectKind.PERSON : known;
        findings = new RowFindings(layout, row, kind, received);
        numbers = new NumberCells(received, findings);
        int size = layout.size();
        texts = new String[size];
        values = new String[size];
        fillers = new boolean[size];
        personal = new boolean[size];
        days = new LocalDate[size];
        amounts = new BigDecimal[size];
    }

    void read() {
        for (int i = 0; i < texts.length; i++) {
            texts[i] = row.value(i);
            if (layout.isFiller(i, texts[i])) {
                fillers[i] = true;
                texts[i] = "";
            }
        }
        if (row.overflows()) {
            findings.overflow();
        }
        for (int i = 0; i < texts.length; i++) {
            personal[i] = layout.isPersonal(i, kind);
            warnOfTraces(i);
            if (texts[i].isEmpty()) {
                refuseEmpty(i);
            } else if (Text.trial(texts[i])) {
                findings.error(
                        i,
                        Rule.R10,
                        "“%s”填的是测试内容，请填写真实情况或删去这一行。",
                        "“%s” holds a test entry; please fill in what is true or delete the row.");
            } else if (personal[i] && texts[i].endsWith("*")) {
                findings.error(i, Rule.R10, "“%s”是遮盖过的，请重新填写完整。", "“%s” is masked; please fill it in whole.");
            } else {
                values[i] = value(i);
            }
        }
    }

    /** What only a spreadsheet or a broken export leaves in a cell. */
    private void warnOfTraces(int i) {
        if (row.hasUnseen(i)) {
            findings.warning(
                    i,
                    Rule.ALPHABET,
                    "“%s”里有看不见的控制字符，已去掉，请核对。",
                    "“%s” held unseen control characters, which were taken out; please check.");
        }
        if (texts[i].startsWith("=")) {
            findings.warning(
                    i,
                    Rule.ALPHABET,
                    "“%s”以等号开头，像是没有算出结果的公式；公式不会被计算，只按文字处理，请核对。",
                    "“%s” begins with an equals sign like a formula without its result; formulas are never calculated, it is taken as text. Please check.");
        }
    }

    private void refuseEmpty(int i) {
        var field = layout.field(i);
        if (!ItemLayout.isRequired(field, kindKnown ? kind : null)) {
            return;
        }
        var role = field.role();
        if (role == FieldRole.LEGAL_REPRESENTATIVE) {
            findings.error(i, Rule.R5, "法人和其他组织要填“%s”。", "Legal persons and other organisations fill in “%s”.");
        } else if (role == FieldRole.SUBJECT_ID_TYPE || role == FieldRole.SUBJECT_ID_NUMBER) {
            findings.error(
                    i, Rule.R6, "行政相对人是自然人，要填“%s”。", "The counterparty is a natural person: please fill in “%s”.");
        } else if (fillers[i]) {
            findings.error(
                    i,
                    Rule.R10,
                    "“%s”必须填写，不能用“无”“/”“-”“NULL”之类代替。",
                    "“%s” must be filled in; 无, /, - or NULL will not do.");
        } else {
            findings.error(i, Rule.EMPTY, "“%s”必须填写。", "“%s” must be filled in.");
        }
    }

    private @Nullable String value(int i) {
        return switch (layout.field(i).type()) {
            case TEXT, PERSON_NAME -> words(i);
            case DATE -> day(i);
            case AMOUNT_TEN_THOUSAND -> amount(i);
            case CHOICE -> choice(i, texts[i]);
            case CHOICES -> choices(i);
            case CREDIT_CODE -> creditCode(i);
            case ORGANISATION_CODE -> numbers.organisationCode(i, texts[i]);
            case BUSINESS_REGISTRATION -> numbers.businessRegistration(i, texts[i]);
            case DOCUMENT_NUMBER -> documentNumber(i);
            case ID_TYPE -> numbers.idType(i, texts[i]);
            case ID_NUMBER -> idNumber(i);
        };
    }

    private @Nullable String words(int i) {
        if (findings.tooLong(i, texts[i])) {
            return null;
        }
        if (!personal[i] && IdentifierScan.hasNumber(texts[i])) {
            personal[i] = true;
            findings.warning(
                    i,
                    Rule.R6,
                    "“%s”里写有证件号码，已遮盖；以后请不要写进文字里。",
                    "“%s” held the number of a certificate, which was masked; please keep such numbers out of texts.");
        }
        personal[i] |= !withoutTraderCode(texts[i]).equals(texts[i]);
        return texts[i];
    }

    /** A sole trader's code also stands where a tax number is asked for. */
    private String withoutTraderCode(String text) {
        var code = CodeText.normalise(text(FieldRole.SUBJECT_CREDIT_CODE));
        return kind == SubjectKind.SOLE_TRADER && code.length() == 18 ? text.replace(code, Mask.number(code)) : text;
    }

    private @Nullable String day(int i) {
        if (layout.isOpenEnd(i, texts[i])) {
            return null;
        }
        var day = DayText.parse(texts[i]);
        if (day == null) {
            findings.error(
                    i, Rule.DATE, "“%s”不是有效的日期，请写成 2026-09-01 的样子。", "“%s” is no valid day; write it like 2026-09-01.");
            return null;
        }
        if (layout.isOpenEnd(i, day)) {
            return null;
        }
        days[i] = day;
        return day.toString();
    }

    private @Nullable String amount(int i) {
        var amount = Money.tenThousand(texts[i]);
        if (amount == null) {
            findings.error(
                    i,
                    Rule.ALPHABET,
                    "“%s”不是数字，请只填以万元为单位的数字，如 2000 元填 0.2。",
                    "“%s” is no number; write only a number in ten thousand yuan, 0.2 for 2,000 yuan.");
            return null;
        }
        if (amount.signum() < 0) {
            findings.error(i, Rule.R7, "“%s”不能是负数。", "“%s” cannot be negative.");
            return null;
        }
        if (amount.scale() > MOST_DECIMALS || amount.precision() - amount.scale() > MOST_WHOLE_DIGITS) {
            findings.error(
                    i,
                    Rule.LENGTH,
                    "“%s”位数太多，以万元为单位，小数最多六位。",
                    "“%s” has too many digits: in ten thousand yuan, six decimals at most.");
            return null;
        }
        amounts[i] = amount;
        return amount.toPlainString();
    }

    private @Nullable String choice(int i, String text) {
        var allowed = layout.field(i).values();
        var match = Choices.match(allowed, text);
        if (match == null && layout.field(i).role() == FieldRole.SUBJECT_CATEGORY && kindKnown) {
            match = layout.category(kind);
        }
        if (match == null) {
            findings.error(
                    i,
                    Rule.ALPHABET,
                    "“%s”只能填：" + String.join("、", allowed) + "。",
                    "“%s” is one of: " + String.join("、", allowed) + ".");
        }
        return match;
    }

    private @Nullable String choices(int i) {
        var matches = new LinkedHashSet<String>(4);
        for (var part : Choices.parts(texts[i])) {
            var match = choice(i, part);
            if (match == null) {
                return null;
            }
            matches.add(match);
        }
        if (matches.isEmpty()) {
            refuseEmpty(i);
            return null;
        }
        return String.join(";", matches);
    }

    private @Nullable String creditCode(int i) {
        var code = numbers.creditCode(i, texts[i]);
        personal[i] |= code != null && new CreditCode(code).soleTrader();
        return code;
    }

    private @Nullable String documentNumber(int i) {
        var number = numbers.documentNumber(i, texts[i]);
        personal[i] |= number != null && IdentifierScan.hasNumber(number);
        return number;
    }

    private @Nullable String idNumber(int i) {
        int typeField = layout.idTypeOf(i);
        var typeName = typeField < 0 ? null : values[typeField];
        if (typeName == null && typeField >= 0 && !texts[typeField].isEmpty()) {
            return null;
        }
        var type = typeName == null ? IdType.CITIZEN_ID : IdType.valueOf(typeName);
        var number = numbers.idNumber(i, texts[i], type);
        if (number != null && layout.field(i).role() == FieldRole.SUBJECT_ID_NUMBER) {
            subjectIdType = type;
        }
        return number;
    }

    // What the rules over several fields ask.

    LocalDate received() {
        return received;
    }

    SubjectKind kind() {
        return kind;
    }

    String text(FieldRole role) {
        int i = layout.at(role);
        return i < 0 ? "" : texts[i];
    }

    @Nullable
    String value(FieldRole role) {
        int i = layout.at(role);
        return i < 0 ? null : values[i];
    }

    @Nullable
    LocalDate day(FieldRole role) {
        int i = layout.at(role);
        return i < 0 ? null : days[i];
    }

    @Nullable
    BigDecimal amount(FieldRole role) {
        int i = layout.at(role);
        return i < 0 ? null : amounts[i];
    }

    @Nullable
    IdType subjectIdType() {
        return subjectIdType;
    }

    void error(FieldRole role, Rule rule, String sentence, String english) {
        findings.error(layout.at(role), rule, sentence, english);
    }

    void warning(FieldRole role, Rule rule, String sentence, String english) {
        findings.warning(layout.at(role), rule, sentence, english);
    }

    List<Finding> findings() {
        return findings.all();
    }

    boolean isRefused() {
        return findings.refuse();
    }

    /** Normalised values by field id, masked where personal. */
    Map<String, String> maskedValues() {
        var masked = new LinkedHashMap<String, String>(values.length * 2);
        for (int i = 0; i < values.length; i++) {
            var value = values[i];
            if (value != null) {
                masked.put(
                        layout.field(i).id(),
                        personal[i] ? withoutTraderCode(SafeText.masked(layout.field(i), value)) : value);
            }
        }
        return masked;
    }

    PersonalValues personalValues() {
        var clear = new LinkedHashMap<String, String>();
        var subjectNumber = kind == SubjectKind.PERSON
                ? value(FieldRole.SUBJECT_ID_NUMBER)
                : kind == SubjectKind.SOLE_TRADER ? value(FieldRole.SUBJECT_CREDIT_CODE) : null;
        for (int i = 0; i < values.length; i++) {
            var value = values[i];
            if (value != null && personal[i]) {
                clear.put(layout.field(i).id(), value);
            }
        }
        return new PersonalValues(clear, kind == SubjectKind.PERSON ? subjectIdType : null, subjectNumber);
    }
}
