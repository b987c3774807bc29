package org.xinheng.kernel.item;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Amounts in cells and in sentences. */
final class Money {

    static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final int LONGEST = 20;

    private Money() {}

    /** A number with or without commas between thousands and 万元 behind it, or null if the text is none. */
    static @Nullable BigDecimal tenThousand(String text) {
        var number = text.endsWith("万元") ? Text.strip(text.substring(0, text.length() - 2)) : text;
        var digits = new StringBuilder(number.length());
        boolean point = false;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c >= '０' && c <= '９') {
                c -= 0xFEE0;
            }
            if (c == '.' && point
                    || (c == '-' && i > 0)
                    || (c != ',' && c != '.' && c != '-' && (c < '0' || c > '9'))) {
                return null;
            }
            point |= c == '.';
            if (c != ',') {
                digits.append(c);
            }
        }
        boolean anyDigit = digits.chars().anyMatch(c -> c >= '0' && c <= '9');
        if (!anyDigit || digits.length() > LONGEST) {
            return null;
        }
        var amount = new BigDecimal(digits.toString());
        return amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }

    /** Sums of money a text names in Arabic numerals, in yuan: 2000元, 3,000.50 元, 1.5万元, 2亿元. */
    static List<BigDecimal> yuanIn(String text) {
        List<BigDecimal> sums = List.of();
        for (int yuan = text.indexOf('元'); yuan >= 0; yuan = text.indexOf('元', yuan + 1)) {
            int end = back(text, yuan);
            int power = 0;
            while (end > 0 && power(text.charAt(end - 1)) > 0) {
                power += power(text.charAt(end - 1));
                end = back(text, end - 1);
            }
            int start = end;
            while (start > 0 && isPart(text.charAt(start - 1))) {
                start--;
            }
            var amount = start < end && end - start <= LONGEST ? tenThousand(text.substring(start, end)) : null;
            if (amount != null) {
                sums = sums.isEmpty() ? new ArrayList<>() : sums;
                sums.add(amount.scaleByPowerOfTen(power));
            }
        }
        return sums;
    }

    private static int back(String text, int end) {
        int at = end;
        while (at > 0 && Text.blank(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static int power(char c) {
        return switch (c) {
            case '百' -> 2;
            case '千' -> 3;
            case '万' -> 4;
            case '亿' -> 8;
            default -> 0;
        };
    }

    private static boolean isPart(char c) {
        return (c >= '0' && c <= '9') || (c >= '０' && c <= '９') || c == '.' || c == ',';
    }
}
