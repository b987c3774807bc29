package org.xinheng.kernel.identifier;

/** What remains readable of a person's number or name (脱敏). */
public final class Mask {

    private Mask() {}

    /**
     * {@code 110105********002X}: of 18 characters the first six and the last four stay, of 15 the first six and the last
     * two, of 8 to 14 the first and the last two, of fewer none.
     */
    public static String number(String number) {
        int length = number.length();
        int head = length >= 15 ? 6 : length >= 8 ? 1 : 0;
        int tail = length >= 18 ? 4 : length >= 8 ? 2 : 0;
        return number.substring(0, head) + "*".repeat(length - head - tail) + number.substring(length - tail);
    }

    /** {@code 张*}: the first character alone, whatever the length of the name. */
    public static String name(String name) {
        var stripped = name.strip();
        return stripped.isEmpty() ? "" : stripped.substring(0, stripped.offsetByCodePoints(0, 1)) + "*";
    }
}
