package org.xinheng.platform.shared;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.identifier.IdentifierScan;

/**
 * What somebody wrote into a form, an address or a call, as a value. Nothing written is null; what is no such value, or is
 * one that no calendar and no column holds, is refused as {@code VALUE_NOT_READABLE}, always without quoting it.
 */
public final class Written {

    private static final int FIRST_YEAR = 1900;
    /** A term without an end is often written as the last day that four digits can say. */
    private static final int LAST_YEAR = 9999;
    /** Months are counted one by one, from one to another. */
    private static final int LAST_YEAR_OF_MONTHS = 2199;

    private static final Pattern AMOUNT = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,6})?");

    private Written() {}

    private static boolean nothing(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static CreditException unreadable() {
        return new CreditException(SharedError.VALUE_NOT_READABLE);
    }

    /** Words without blanks around, numbers of persons masked. */
    public static @Nullable String words(@Nullable String text) {
        return text == null || text.isBlank() ? null : IdentifierScan.mask(text.strip());
    }

    public static @Nullable LocalDate day(@Nullable String text) {
        if (text == null || nothing(text)) {
            return null;
        }
        try {
            var day = LocalDate.parse(text.strip());
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeParseException noDay) {
            throw unreadable();
        }
        throw unreadable();
    }

    public static @Nullable YearMonth month(@Nullable String text) {
        if (text == null || nothing(text)) {
            return null;
        }
        try {
            var month = YearMonth.parse(text.strip());
            if (month.getYear() >= FIRST_YEAR && month.getYear() <= LAST_YEAR_OF_MONTHS) {
                return month;
            }
        } catch (DateTimeParseException noMonth) {
            throw unreadable();
        }
        throw unreadable();
    }

    public static @Nullable Year year(@Nullable String text) {
        var month = nothing(text) ? null : month(String.valueOf(text).strip() + "-01");
        return month == null ? null : Year.of(month.getYear());
    }

    /** A number with at most fifteen digits before the point and six behind it. */
    public static @Nullable BigDecimal amount(@Nullable String text) {
        if (text == null || nothing(text)) {
            return null;
        }
        if (!AMOUNT.matcher(text.strip()).matches()) {
            throw unreadable();
        }
        return new BigDecimal(text.strip());
    }

    public static @Nullable Integer whole(@Nullable String text) {
        if (text == null || nothing(text)) {
            return null;
        }
        try {
            return Integer.valueOf(text.strip());
        } catch (NumberFormatException noNumber) {
            throw unreadable();
        }
    }

    public static @Nullable UUID id(@Nullable String text) {
        if (text == null || nothing(text)) {
            return null;
        }
        try {
            return UUID.fromString(text.strip());
        } catch (IllegalArgumentException noId) {
            throw unreadable();
        }
    }

    /** One of the names of an enum. */
    public static <E extends Enum<E>> @Nullable E choice(@Nullable String text, Class<E> type) {
        if (text == null || nothing(text)) {
            return null;
        }
        for (var one : type.getEnumConstants()) {
            if (one.name().equals(text.strip())) {
                return one;
            }
        }
        throw unreadable();
    }
}
