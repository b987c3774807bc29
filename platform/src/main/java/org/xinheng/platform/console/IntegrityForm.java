package org.xinheng.platform.console;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody typed into a form of the ledgers; what cannot be read counts as not given, and the use case asks for it. */
record IntegrityForm(Map<String, String> typed) {

    @Nullable
    String text(String name) {
        return typed.get(name);
    }

    List<String> lines(String name) {
        return typed.getOrDefault(name, "").lines().toList();
    }

    @Nullable
    LocalDate day(String name) {
        try {
            return LocalDate.parse(typed.getOrDefault(name, "").strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    @Nullable
    BigDecimal number(String name) {
        try {
            return new BigDecimal(typed.getOrDefault(name, "").strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    @Nullable
    Integer whole(String name) {
        try {
            return Integer.valueOf(typed.getOrDefault(name, "").strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    boolean ticked(String name) {
        return typed.containsKey(name);
    }

    <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
        for (var one : type.getEnumConstants()) {
            if (one.name().equals(typed.get(name))) {
                return one;
            }
        }
        return otherwise;
    }
}
