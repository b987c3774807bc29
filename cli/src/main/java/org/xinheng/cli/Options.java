package org.xinheng.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A command's arguments: options with a value, flags without one, and the rest in order. */
final class Options {

    private final Map<String, String> values = new HashMap<>();
    private final List<String> rest = new ArrayList<>();

    /**
     * Reads {@code --name value} and {@code --flag}; {@code --name=value} is the same.
     *
     * @throws WrongUse for an option that is not one of these, said twice, or without its value
     */
    Options(List<String> arguments, Set<String> named, Set<String> flags) {
        for (int i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                rest.add(argument);
                continue;
            }
            int equals = argument.indexOf('=');
            var name = equals < 0 ? argument.substring(2) : argument.substring(2, equals);
            if (flags.contains(name) && equals < 0) {
                put(name, "");
            } else if (!named.contains(name)) {
                throw new WrongUse("no option --" + name + " here");
            } else if (equals >= 0) {
                put(name, argument.substring(equals + 1));
            } else if (i + 1 < arguments.size()) {
                put(name, arguments.get(++i));
            } else {
                throw new WrongUse("--" + name + " needs a value");
            }
        }
    }

    private void put(String name, String value) {
        if (values.put(name, value) != null) {
            throw new WrongUse("--" + name + " is said twice");
        }
    }

    boolean has(String flag) {
        return values.containsKey(flag);
    }

    List<String> rest() {
        return rest;
    }

    String required(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new WrongUse("--" + name + " is missing");
        }
        return value;
    }

    /** The day, the given one where the option is left out. */
    LocalDate day(String name, @Nullable LocalDate otherwise) {
        if (otherwise != null && !values.containsKey(name)) {
            return otherwise;
        }
        try {
            return LocalDate.parse(required(name));
        } catch (DateTimeParseException e) {
            throw new WrongUse("--" + name + " must be a day such as 2026-02-13");
        }
    }

    /** A whole number from 0 to the largest. */
    int number(String name, int largest) {
        var text = required(name);
        int number;
        try {
            number = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            number = -1;
        }
        if (number < 0 || number > largest) {
            throw new WrongUse("--" + name + " must be a whole number from 0 to " + largest);
        }
        return number;
    }
}
