package org.xinheng.platform.integrity;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.identifier.IdentifierScan;

/** What officers write into ledgers: there where it must be, not too long, numbers of persons masked, days that have come. */
final class Written {

    static final int LINE = 300;
    static final int TEXT = 4000;

    private Written() {}

    static String required(@Nullable String text, String field, int longest) {
        var given = optional(text, field, longest);
        if (given == null) {
            throw new CreditException(IntegrityError.ENTRY_INCOMPLETE, field);
        }
        return given;
    }

    static @Nullable String optional(@Nullable String text, String field, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var stripped = text.strip();
        if (stripped.length() > longest) {
            throw new CreditException(IntegrityError.ENTRY_TOO_LONG, field, longest);
        }
        return IdentifierScan.mask(stripped);
    }

    /** Papers, one a line, at least one. */
    static List<String> papers(List<String> papers, String field) {
        var given = papers.stream()
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .map(line -> required(line, field, LINE))
                .toList();
        if (given.isEmpty()) {
            throw new CreditException(IntegrityError.ENTRY_INCOMPLETE, field);
        }
        return given;
    }

    static LocalDate past(@Nullable LocalDate day, String field, LocalDate today) {
        if (day == null) {
            throw new CreditException(IntegrityError.ENTRY_INCOMPLETE, field);
        }
        if (day.isAfter(today)) {
            throw new CreditException(IntegrityError.ENTRY_DAY_AHEAD, day);
        }
        return day;
    }
}
