package org.xinheng.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.identifier.CodeCheck;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** {@code code check}: a JSON line for each code given, or for each line of standard input. */
final class CodeChecking {

    private static final String STANDARD_INPUT = "-";

    private final JsonFactory json = new JsonFactory();
    private final Writer results;
    private final LocalDate today;
    private boolean allValid = true;

    private CodeChecking(Writer results, LocalDate today) {
        this.results = results;
        this.today = today;
    }

    static Exit run(List<String> arguments, Session session) throws IOException {
        if (arguments.isEmpty()) {
            throw new WrongUse("code check needs at least one code, or - to read them from standard input");
        }
        for (var argument : arguments) {
            if (argument.matches("--\\w.*")) {
                throw new WrongUse("code check has no option " + argument + "; give codes, or - for standard input");
            }
        }
        var checking = new CodeChecking(session.results(), session.today());
        for (var argument : arguments) {
            if (argument.equals(STANDARD_INPUT)) {
                checking.answerLines(session.input());
            } else {
                checking.answer(argument);
            }
        }
        return checking.allValid ? Exit.DONE : Exit.FINDINGS;
    }

    private void answerLines(BufferedReader input) throws IOException {
        for (var line = input.readLine(); line != null; line = input.readLine()) {
            answer(line);
            // Whoever types, or asks line by line from a program, is answered at once.
            if (!input.ready()) {
                results.flush();
            }
        }
    }

    private void answer(String input) throws IOException {
        var result = CodeCheck.check(input, today);
        allValid &= result.valid();
        var line = new StringWriter(128);
        try (var object = json.createGenerator(ObjectWriteContext.empty(), line)) {
            object.writeStartObject();
            object.writeStringProperty("input", result.input());
            object.writeStringProperty("kind", name(result.kind()));
            object.writeBooleanProperty("valid", result.valid());
            object.writeStringProperty("normalized", result.normalized());
            object.writeStringProperty("reason", name(result.reason()));
            object.writeEndObject();
        }
        results.append(line.getBuffer()).append('\n');
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
