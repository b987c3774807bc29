package org.xinheng.demo;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.demo.population.Population;

/**
 * What the command was asked for.
 *
 * @param port of pages and API; 0 for any free one
 * @param data folder of the demo's database
 * @param fresh whether what is in the folder is thrown away first
 */
public record DemoOptions(String city, Population population, int port, Path data, boolean fresh) {

    private static final List<String> CITIES = List.of("changzhou", "qidong", "huaian");

    /** How the command is used; shown when it was used wrongly. */
    static final String USE =
            "用法 · usage: demo [--city changzhou|qidong|huaian] [--size small|city] [--port 8080] [--data DIR] [--fresh]";

    /** The command was used wrongly; the message says how it is meant. */
    static final class WrongUse extends Exception {

        WrongUse(String what) {
            super(what + "  " + USE);
        }
    }

    /** @param home the folder that {@code var/demo} lies in unless told otherwise */
    static DemoOptions parse(List<String> arguments, Path home) throws WrongUse {
        String city = "changzhou";
        var population = Population.SMALL;
        int port = 8080;
        @Nullable Path data = null;
        boolean fresh = false;
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            var option = rest.next();
            switch (option) {
                case "--city" -> city = city(value(option, rest));
                case "--size" -> population = population(value(option, rest));
                case "--port" -> port = port(value(option, rest));
                case "--data" ->
                    data = Path.of(value(option, rest)).toAbsolutePath().normalize();
                case "--fresh" -> fresh = true;
                default -> throw new WrongUse("不认识 · unknown: " + option);
            }
        }
        return new DemoOptions(
                city, population, port, data == null ? home.resolve("var/demo").resolve(city) : data, fresh);
    }

    private static String value(String option, Iterator<String> rest) throws WrongUse {
        if (!rest.hasNext()) {
            throw new WrongUse(option + " 缺少值 · needs a value");
        }
        var value = rest.next();
        if (value.isBlank() || value.startsWith("--")) {
            throw new WrongUse(option + " 缺少值 · needs a value");
        }
        return value;
    }

    private static String city(String value) throws WrongUse {
        if (!CITIES.contains(value)) {
            throw new WrongUse("--city: " + value);
        }
        return value;
    }

    private static Population population(String value) throws WrongUse {
        return switch (value) {
            case "small" -> Population.SMALL;
            case "city" -> Population.CITY;
            default -> throw new WrongUse("--size: " + value);
        };
    }

    private static int port(String value) throws WrongUse {
        try {
            int port = Integer.parseInt(value);
            // Management takes the next one.
            if (port >= 0 && port <= 65_534) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number that is no port.
        }
        throw new WrongUse("--port: " + value);
    }
}
