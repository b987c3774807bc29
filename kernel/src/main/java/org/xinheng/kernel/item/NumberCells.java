package org.xinheng.kernel.item;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.identifier.BusinessRegistration;
import org.xinheng.kernel.identifier.CodeCheck;
import org.xinheng.kernel.identifier.CodeReason;
import org.xinheng.kernel.identifier.CodeText;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.kernel.identifier.IdType;
import org.xinheng.kernel.identifier.OrganisationCode;

/** Cells of one row that hold a code or a number: as it is kept, or null with a finding that says what is wrong. */
final class NumberCells {

    private final LocalDate received;
    private final RowFindings findings;

    NumberCells(LocalDate received, RowFindings findings) {
        this.received = received;
        this.findings = findings;
    }

    @Nullable
    String creditCode(int i, String text) {
        var code = CodeText.normalise(text);
        if (CreditCode.isValid(code)) {
            return code;
        }
        var reason = CodeCheck.check(code, received).reason();
        findings.error(
                i,
                Rule.R3,
                "“%s”有误：" + Sentences.creditCode(reason == null ? CodeReason.ALPHABET : reason, code),
                "“%s” is wrong: " + Sentences.creditCodeInEnglish(reason == null ? CodeReason.ALPHABET : reason, code));
        return null;
    }

    @Nullable
    String organisationCode(int i, String text) {
        var code = CodeText.normalise(text);
        if (code.length() == 10 && code.charAt(8) == '-') {
            code = code.substring(0, 8) + code.charAt(9);
        }
        if (OrganisationCode.isValid(code)) {
            return code;
        }
        findings.error(
                i,
                code.length() == 9 ? Rule.CHECK_CHARACTER : Rule.LENGTH,
                "“%s”有误：应为 9 位，最后一位是校验码，请核对证书。",
                "“%s” is wrong: nine characters, the last of them a check character. Please look at the certificate.");
        return null;
    }

    /** Numbers of 13 digits are older and have nothing to check. */
    @Nullable
    String businessRegistration(int i, String text) {
        var number = CodeText.normalise(text);
        if (number.length() != 15 || BusinessRegistration.isValid(number) || CreditCode.isValid(number)) {
            return findings.tooLong(i, text) ? null : number;
        }
        findings.warning(
                i,
                Rule.CHECK_CHARACTER,
                "“%s”的 15 位注册号校验码不对，请核对营业执照。",
                "The check digit of “%s”, 15 digits, is wrong; please look at the business licence.");
        return number;
    }

    @Nullable
    String documentNumber(int i, String text) {
        if (findings.tooLong(i, text)) {
            return null;
        }
        var number = DocumentNumber.normalise(text);
        if (!DocumentNumber.isComplete(number)) {
            findings.warning(
                    i,
                    Rule.R9,
                    "“%s”一般写有年份和“号”，如 常市监罚字〔2026〕15号，请核对。",
                    "“%s” mostly has a year and 号, like 常市监罚字〔2026〕15号; please check.");
        } else if (number.indexOf('〔') != text.indexOf('〔')) {
            findings.warning(i, Rule.R9, "“%s”的年份应当用六角括号〔〕，已按〔〕处理。", "The year in “%s” stands in 〔〕; it was taken so.");
        }
        return number;
    }

    @Nullable
    String idType(int i, String text) {
        var type = IdType.ofLabel(text);
        if (type.isEmpty()) {
            findings.error(
                    i, Rule.R6, "“%s”只能填：" + Sentences.idTypes() + "。", "“%s” is one of: " + Sentences.idTypes() + ".");
            return null;
        }
        return type.get().name();
    }

    @Nullable
    String idNumber(int i, String text, IdType type) {
        var check = type.check(text, received);
        var number = check.normalized();
        if (!check.valid() || number == null) {
            var reason = check.reason() == null ? CodeReason.ALPHABET : check.reason();
            findings.error(
                    i,
                    Rule.R6,
                    "“%s”有误：" + Sentences.idNumber(type, reason),
                    "“%s” is wrong: " + Sentences.idNumberInEnglish(type, reason));
            return null;
        }
        return number;
    }
}
