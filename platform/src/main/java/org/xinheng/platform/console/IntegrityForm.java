package org.xinheng.platform.console;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.shared.Written;

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
        return readable(name, Written::day);
    }

    @Nullable
    BigDecimal number(String name) {
        return readable(name, Written::amount);
    }

    @Nullable
    Integer whole(String name) {
        return readable(name, Written::whole);
    }

    private <T> @Nullable T readable(String name, Function<String, @Nullable T> read) {
        try {
            return read.apply(typed.getOrDefault(name, ""));
        } catch (CreditException unreadable) {
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
