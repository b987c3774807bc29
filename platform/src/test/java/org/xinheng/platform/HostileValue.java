package org.xinheng.platform;

import java.util.EnumSet;
import java.util.Set;

/** What somebody may write by hand where a form or a link puts something else; encoded as it stands in an address. */
enum HostileValue {
    EMPTY(""),
    BLANK("%20%E3%80%80"),
    NO_ID("1-1-1-1-x"),
    DASHES("------------------------------------.1.A"),
    LONG("%E9%95%BF".repeat(700)),
    LARGE_NUMBER("1000000000"),
    LARGER_NUMBER("99999999999999999999"),
    POWER("1e999999999"),
    NEGATIVE("-1"),
    NO_DAY("2026-02-30"),
    FAR_DAY("%2B999999999-12-31"),
    LAST_DAY("9999-12-31"),
    FAR_MONTH("%2B999999999-12"),
    LAST_MONTH("9999-12"),
    /** Markup, SQL, expressions, formats, an emoji, a mark that turns the line around and control characters. */
    TEXT("%27%22%3E%3Cscript%3Ealert(1)%3B--%20%24%7B7*7%7D%20%25s%20%7B0%7D%F0%9F%98%80%E2%80%AE%01%1B%7F%C2%85"),
    TWICE("") {
        @Override
        String inQuery(String name, String plain) {
            return name + "=" + plain + "&" + name + "=2026-02-30";
        }
    },
    NUL("a%00b"),
    LONE_SURROGATE("%ED%A0%80");

    private static final Set<HostileValue> TO_ALL = EnumSet.of(EMPTY, TEXT, TWICE);

    /** Refused before any handler sees them: one of each address is enough. */
    static final Set<HostileValue> BEFORE_HANDLERS = EnumSet.of(NUL, LONE_SURROGATE);

    private final String encoded;

    HostileValue(String encoded) {
        this.encoded = encoded;
    }

    /** Those that are not like the plain value, which says what is expected, but try to pass for one. */
    static Set<HostileValue> instead(String plain) {
        var values = EnumSet.copyOf(TO_ALL);
        values.addAll(
                plain.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                        ? EnumSet.of(NO_DAY, FAR_DAY, LAST_DAY)
                        : plain.matches("[0-9]{4}-[0-9]{2}")
                                ? EnumSet.of(FAR_MONTH, LAST_MONTH, LARGE_NUMBER)
                                : plain.matches("[0-9.]+")
                                        ? EnumSet.of(LARGE_NUMBER, LARGER_NUMBER, POWER, NEGATIVE)
                                        : plain.matches("[0-9a-f-]{36}")
                                                ? EnumSet.of(NO_ID, DASHES)
                                                : EnumSet.of(LONG, BLANK, DASHES, LARGE_NUMBER));
        return values;
    }

    /** In place of a variable of an address. */
    String inPath() {
        return encoded;
    }

    /** The pair of a query. */
    String inQuery(String name, String plain) {
        return name + "=" + encoded;
    }

    /** The pair of a form, where more has room. */
    String inForm(String name, String plain) {
        return this == LONG ? name + "=" + encoded.repeat(15) : inQuery(name, plain);
    }
}
