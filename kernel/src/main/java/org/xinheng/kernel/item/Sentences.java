package org.xinheng.kernel.item;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.xinheng.kernel.identifier.CodeReason;
import org.xinheng.kernel.identifier.IdType;

/** What a clerk reads about a wrong number, in Chinese and in English. */
final class Sentences {

    private static final String ID_TYPES =
            Arrays.stream(IdType.values()).map(IdType::label).collect(Collectors.joining("、"));

    private Sentences() {}

    static String idTypes() {
        return ID_TYPES;
    }

    static String creditCode(CodeReason reason, String code) {
        if (code.length() == 18 && code.endsWith("000") && reason == CodeReason.CHECK_CHARACTER) {
            return "末几位变成了 0，可能被表格软件当作数字改写，请把这一列设为文本格式后重填。";
        }
        return switch (reason) {
            case EMPTY, PLACEHOLDER -> "没有填写有效的代码。";
            case LENGTH -> "应为 18 位，现有 " + code.length() + " 位。";
            case ALPHABET -> "含有不该出现的字符（代码里没有字母 I、O、S、V、Z，第 3 至 8 位是数字）。";
            case REGISTERING_AUTHORITY -> "前两位不是已知的登记管理部门和机构类别。";
            case PROVINCE -> "第 3 至 8 位不是已知的行政区划。";
            case DATE, CHECK_CHARACTER, SUPERSEDED_FORM -> "校验码不对，可能抄错了一位，请核对证照。";
        };
    }

    static String idNumber(IdType type, CodeReason reason) {
        return switch (reason) {
            case EMPTY, PLACEHOLDER -> "没有填写有效的号码。";
            case LENGTH -> "位数与“" + type.label() + "”不符。";
            case ALPHABET -> "含有“" + type.label() + "”里不该出现的字符。";
            case PROVINCE, REGISTERING_AUTHORITY -> "开头不是已知的省级代码。";
            case DATE -> "其中的出生日期不是有效的日期。";
            case CHECK_CHARACTER, SUPERSEDED_FORM -> "校验码不对，可能抄错了一位，请核对证件。";
        };
    }

    static String creditCodeInEnglish(CodeReason reason, String code) {
        if (code.length() == 18 && code.endsWith("000") && reason == CodeReason.CHECK_CHARACTER) {
            return "the last digits became 0; a spreadsheet may have taken it for a number. Set the column to text and fill it in again.";
        }
        return switch (reason) {
            case EMPTY, PLACEHOLDER -> "no code is given.";
            case LENGTH -> "18 characters are needed, there are " + code.length() + ".";
            case ALPHABET -> "it holds characters that cannot stand there (no I, O, S, V, Z; digits in places 3 to 8).";
            case REGISTERING_AUTHORITY -> "the first two characters are no known registering authority and category.";
            case PROVINCE -> "characters 3 to 8 are no known division.";
            case DATE, CHECK_CHARACTER, SUPERSEDED_FORM ->
                "the check character is wrong, one character may be miscopied. Please look at the licence.";
        };
    }

    static String idNumberInEnglish(IdType type, CodeReason reason) {
        return switch (reason) {
            case EMPTY, PLACEHOLDER -> "no number is given.";
            case LENGTH -> "it has not the length of a number of the kind " + type.label() + ".";
            case ALPHABET -> "it holds characters that cannot stand in a number of the kind " + type.label() + ".";
            case PROVINCE, REGISTERING_AUTHORITY -> "it does not begin with a known province.";
            case DATE -> "the day of birth in it is no valid day.";
            case CHECK_CHARACTER, SUPERSEDED_FORM ->
                "the check character is wrong, one character may be miscopied. Please look at the certificate.";
        };
    }
}
