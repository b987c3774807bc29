package org.xinheng.cli;

import java.io.IOException;
import java.util.List;

/**
 * One command of the table in {@link Main}.
 *
 * @param name its words, such as {@code code check}
 * @param usage what follows the name
 * @param summary one line of what it does
 * @param action the doing; a method reference keeps the others' classes unloaded
 */
record Command(String name, String usage, String summary, Action action) {

    /** Does the command; wrong use is a {@link WrongUse}. */
    @FunctionalInterface
    interface Action {

        Exit run(List<String> arguments, Session session) throws IOException;
    }

    List<String> words() {
        return List.of(name.split(" "));
    }

    boolean isMeantBy(List<String> arguments) {
        int words = words().size();
        return arguments.size() >= words && arguments.subList(0, words).equals(words());
    }

    /** Whether these are its first words, or no words at all. */
    boolean beginsWith(List<String> arguments) {
        return words().size() >= arguments.size()
                && words().subList(0, arguments.size()).equals(arguments);
    }

    /** How it is called. */
    String line() {
        return "xinheng " + name + " " + usage;
    }
}
