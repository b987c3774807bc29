package org.xinheng.kernel.item;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.identifier.BusinessRegistration;
import org.xinheng.kernel.identifier.CodeCheck;
import org.xinheng.kernel.identifier.CodeReason;
import org.xinheng.kernel.identifier.CodeText;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.kernel.identifier.IdType;
import org.xinheng.kernel.identifier.IdentifierScan;
import org.xinheng.kernel.identifier.Mask;
import org.xinheng.kernel.identifier.OrganisationCode;
import org.xinheng.kernel.pack.FieldRole;
import org.xinheng.kernel.pack.SubjectKind;

/** One row being read: each cell by its field's type, what is wrong with it, and what of it is personal. */
final class RowReading {

    private static final int LONGEST_SHOWN = 60;
    private static final int MOST_WHOLE_DIGITS = 12;
    private static final int MOST_DECIMALS = 6;

    private final ItemLayout layout;
    private final SourceRow row;
    private final LocalDate received;
    private final List<Finding> findings = new ArrayList<>(2);

    private final String[] texts;
    private final @Nullable String[] values;
    private final boolean[] fillers;
    private final boolean[] personal;
    private final @Nullable LocalDate[] days;
    private final @Nullable BigDecimal[] amounts;
    private SubjectKind kind = SubjectKind.PERSON;
    private boolean kindKnown;
    private @Nullable IdType subjectIdType;

    RowReading(ItemLayout layout, SourceRow row, LocalDate received) {
        this.layout = layout;
        this.row = row;
        this.received = received;
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
            findings.add(new Finding(
                    row.line(),
                    "",
                    Rule.LENGTH,
                    FindingSeverity.ERROR,
                    "",
                    "这一行的栏目比表头多，请检查是否有多余的逗号或错位。",
                    "The row has more cells than there are columns; look for a comma too many or cells out of place."));
        }
        var known = layout.kindOf(row);
        kindKnown = known != null;
        kind = known == null ? kind : known;
        for (int i = 0; i < texts.length; i++) {
            personal[i] = layout.isPersonal(i, kind);
            warnOfTraces(i);
            if (texts[i].isEmpty()) {
                refuseEmpty(i);
            } else if (Text.trial(texts[i])) {
                error(
                        i,
                        Rule.R10,
                        "“%s”填的是测试内容，请填写真实情况或删去这一行。",
                        "“%s” holds a test entry; please fill in what is true or delete the row.");
            } else if (personal[i] && texts[i].endsWith("*")) {
                error(i, Rule.R10, "“%s”是遮盖过的，请重新填写完整。", "“%s” is masked; please fill it in whole.");
            } else {
                values[i] = value(i);
            }
        }
    }

    /** What only a spreadsheet or a broken export leaves in a cell. */
    private void warnOfTraces(int i) {
        if (row.hasUnseen(i)) {
            warning(
                    i,
                    Rule.ALPHABET,
                    "“%s”里有看不见的控制字符，已去掉，请核对。",
                    "“%s” held unseen control characters, which were taken out; please check.");
        }
        if (texts[i].startsWith("=")) {
            warning(
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
            error(i, Rule.R5, "法人和其他组织要填“%s”。", "Legal persons and other organisations fill in “%s”.");
        } else if (role == FieldRole.SUBJECT_ID_TYPE || role == FieldRole.SUBJECT_ID_NUMBER) {
            error(i, Rule.R6, "行政相对人是自然人，要填“%s”。", "The counterparty is a natural person: please fill in “%s”.");
        } else if (fillers[i]) {
            error(
                    i,
                    Rule.R10,
                    "“%s”必须填写，不能用“无”“/”“-”“NULL”之类代替。",
                    "“%s” must be filled in; 无, /, - or NULL will not do.");
        } else {
            error(i, Rule.EMPTY, "“%s”必须填写。", "“%s” must be filled in.");
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
            case ORGANISATION_CODE -> organisationCode(i);
            case BUSINESS_REGISTRATION -> businessRegistration(i);
            case DOCUMENT_NUMBER -> documentNumber(i);
            case ID_TYPE -> idType(i);
            case ID_NUMBER -> idNumber(i);
        };
    }

    private @Nullable String words(int i) {
        if (tooLong(i)) {
            return null;
        }
        if (!personal[i] && IdentifierScan.hasNumber(texts[i])) {
            personal[i] = true;
            warning(
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

    private boolean tooLong(int i) {
        int longest = layout.field(i).length();
        if (longest == 0 || texts[i].length() <= longest) {
            return false;
        }
        error(
                i,
                Rule.LENGTH,
                "“%s”太长，最多 " + longest + " 个字，现有 " + texts[i].length() + " 个字。",
                "“%s” is too long: at most " + longest + " characters, there are " + texts[i].length() + ".");
        return true;
    }

    private @Nullable String day(int i) {
        if (layout.isOpenEnd(i, texts[i])) {
            return null;
        }
        var day = DayText.parse(texts[i]);
        if (day == null) {
            error(i, Rule.DATE, "“%s”不是有效的日期，请写成 2026-09-01 的样子。", "“%s” is no valid day; write it like 2026-09-01.");
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
            error(
                    i,
                    Rule.ALPHABET,
                    "“%s”不是数字，请只填以万元为单位的数字，如 2000 元填 0.2。",
                    "“%s” is no number; write only a number in ten thousand yuan, 0.2 for 2,000 yuan.");
            return null;
        }
        if (amount.signum() < 0) {
            error(i, Rule.R7, "“%s”不能是负数。", "“%s” cannot be negative.");
            return null;
        }
        if (amount.scale() > MOST_DECIMALS || amount.precision() - amount.scale() > MOST_WHOLE_DIGITS) {
            error(
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
            error(
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
        var code = CodeText.normalise(texts[i]);
        if (CreditCode.isValid(code)) {
            personal[i] |= new CreditCode(code).soleTrader();
            return code;
        }
        var reason = CodeCheck.check(code, received).reason();
        error(
                i,
                Rule.R3,
                "“%s”有误：" + Sentences.creditCode(reason == null ? CodeReason.ALPHABET : reason, code),
                "“%s” is wrong: " + Sentences.creditCodeInEnglish(reason == null ? CodeReason.ALPHABET : reason, code));
        return null;
    }

    private @Nullable String organisationCode(int i) {
        var code = CodeText.normalise(texts[i]);
        if (code.length() == 10 && code.charAt(8) == '-') {
            code = code.substring(0, 8) + code.charAt(9);
        }
        if (OrganisationCode.isValid(code)) {
            return code;
        }
        error(
                i,
                code.length() == 9 ? Rule.CHECK_CHARACTER : Rule.LENGTH,
                "“%s”有误：应为 9 位，最后一位是校验码，请核对证书。",
                "“%s” is wrong: nine characters, the last of them a check character. Please look at the certificate.");
        return null;
    }

    /** Numbers of 13 digits are older and have nothing to check. */
    private @Nullable String businessRegistration(int i) {
        var number = CodeText.normalise(texts[i]);
        if (number.length() != 15 || BusinessRegistration.isValid(number) || CreditCode.isValid(number)) {
            return tooLong(i) ? null : number;
        }
        warning(
                i,
                Rule.CHECK_CHARACTER,
                "“%s”的 15 位注册号校验码不对，请核对营业执照。",
                "The check digit of “%s”, 15 digits, is wrong; please look at the business licence.");
        return number;
    }

    private @Nullable String documentNumber(int i) {
        if (tooLong(i)) {
            return null;
        }
        var number = DocumentNumber.normalise(texts[i]);
        if (!DocumentNumber.isComplete(number)) {
            warning(
                    i,
                    Rule.R9,
                    "“%s”一般写有年份和“号”，如 常市监罚字〔2026〕15号，请核对。",
                    "“%s” mostly has a year and 号, like 常市监罚字〔2026〕15号; please check.");
        } else if (number.indexOf('〔') != texts[i].indexOf('〔')) {
            warning(i, Rule.R9, "“%s”的年份应当用六角括号〔〕，已按〔〕处理。", "The year in “%s” stands in 〔〕; it was taken so.");
        }
        if (!personal[i] && IdentifierScan.hasNumber(number)) {
            personal[i] = true;
        }
        return number;
    }

    private @Nullable String idType(int i) {
        var type = IdType.ofLabel(texts[i]);
        if (type.isEmpty()) {
            error(i, Rule.R6, "“%s”只能填：" + Sentences.idTypes() + "。", "“%s” is one of: " + Sentences.idTypes() + ".");
            return null;
        }
        return type.get().name();
    }

    private @Nullable String idNumber(int i) {
        int typeField = layout.idTypeOf(i);
        var typeName = typeField < 0 ? null : values[typeField];
        if (typeName == null && typeField >= 0 && !texts[typeField].isEmpty()) {
            return null;
        }
        var type = typeName == null ? IdType.CITIZEN_ID : IdType.valueOf(typeName);
        var check = type.check(texts[i], received);
        var number = check.normalized();
        if (!check.valid() || number == null) {
            var reason = check.reason() == null ? CodeReason.ALPHABET : check.reason();
            error(
                    i,
                    Rule.R6,
                    "“%s”有误：" + Sentences.idNumber(type, reason),
                    "“%s” is wrong: " + Sentences.idNumberInEnglish(type, reason));
            return null;
        }
        if (layout.field(i).role() == FieldRole.SUBJECT_ID_NUMBER) {
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
        error(layout.at(role), rule, sentence, english);
    }

    void warning(FieldRole role, Rule rule, String sentence, String english) {
        warning(layout.at(role), rule, sentence, english);
    }

    private void error(int i, Rule rule, String sentence, String english) {
        add(i, rule, FindingSeverity.ERROR, sentence, english);
    }

    private void warning(int i, Rule rule, String sentence, String english) {
        add(i, rule, FindingSeverity.WARNING, sentence, english);
    }

    /** The name of the column stands for {@code %s}. */
    private void add(int i, Rule rule, FindingSeverity severity, String sentence, String english) {
        var label = layout.field(i).label();
        findings.add(new Finding(
                row.line(),
                label.zh(),
                rule,
                severity,
                shown(i),
                sentence.replace("%s", label.zh()),
                english.replace("%s", Objects.requireNonNullElse(label.en(), label.zh()))));
    }

    private String shown(int i) {
        var text = texts[i].isEmpty() ? row.value(i) : texts[i];
        if (Text.filler(text) || text.isEmpty()) {
            return text;
        }
        return SafeText.shown(layout.field(i), text, layout.isPersonal(i, kind), received, LONGEST_SHOWN);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    boolean isRefused() {
        return findings.stream().anyMatch(Finding::isError);
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
