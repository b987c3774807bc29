package org.xinheng.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.xinheng.kernel.CreditException;

/** Finds the command that is meant and runs it. */
public final class Main {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final List<Command> COMMANDS = List.of(
            withServer(
                    "demo",
                    "[--city changzhou|qidong|huaian] [--size small|city] [--port 8080] [--data DIR] [--fresh]",
                    "a fictional city with its database: prints addresses and accounts, then serves until it is told to stop"),
            withServer(
                    "serve",
                    "[--port 8080] [--data DIR] [--city changzhou] [--database-url jdbc:…] [--log text|json]",
                    "the real thing; the first start makes a key file beside DIR and prints a one-time link"),
            withServer(
                    "test",
                    "[--soak] [--without-browser]",
                    "builds everything and runs every test; --soak adds the long runs"),
            withServer(
                    "bench",
                    "[policy-parse] [task-board]",
                    "measures how fast the work is and prints each time beside its aim"),
            withServer(
                    "audit verify",
                    "[FILE] [--data DIR] [--database-url jdbc:…]",
                    "checks the chains of facts and of checks, beside a running server too, or a file of audit export"),
            withServer(
                    "audit export",
                    "[--data DIR] [--database-url jdbc:…]",
                    "writes the chain of facts, a JSON line each, for whoever wants to check it"),
            withServer(
                    "backup",
                    "--to DIR [--keys DIR] [--data DIR] [--database-url jdbc:…]",
                    "a sealed copy of the data as of one moment, beside a running server too; its keys go to a folder apart"),
            withServer(
                    "restore",
                    "--from DIR --data DIR [--keys DIR] [--database-url jdbc:…]",
                    "brings a backup back into an empty folder or database and checks the chains"),
            new Command(
                    "code check",
                    "CODE… | -",
                    "tells kind and validity of credit codes, ID numbers and the like, a JSON line each",
                    CodeChecking::run),
            new Command(
                    "calendar due",
                    "--from DATE --working-days N [--json]",
                    "tells the last day of a term in working days; the day counted from is day 0",
                    DueDay::run),
            new Command(
                    "file check",
                    "--item ID [--received DATE] FILE",
                    "checks a CSV or XLSX as intake would, duplicates within the file only; findings as JSON",
                    FileChecking::run),
            new Command(
                    "policy parse",
                    "FILE",
                    "reads a division of tasks from .txt, .docx or .html: tasks, units and deadlines as JSON",
                    PolicyParsing::run),
            new Command("pack lint", "[DIR]", "every fault of the packs, with file and line", PackLinting::run));

    private Main() {}

    /** A command that the launcher starts itself: here is only what it is for. */
    private static Command withServer(String name, String usage, String summary) {
        return new Command(name, usage, summary, (_, _) -> {
            throw new WrongUse("\"" + name + "\" is started with ./xinheng " + name + " " + usage);
        });
    }

    public static void main(String[] arguments) throws IOException {
        var today = LocalDate.ofInstant(InstantSource.system().instant(), ZONE);
        var exit = run(
                List.of(arguments),
                System.in,
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                today);
        System.exit(exit.status());
    }

    static Exit run(
            List<String> arguments, InputStream input, OutputStream output, OutputStream error, LocalDate today) {
        // The streams are ours only to flush; who gave them closes them.
        var results = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
        var talk = new PrintWriter(new OutputStreamWriter(error, StandardCharsets.UTF_8), true);
        var reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
        try {
            var exit = run(arguments, new Session(reader, results, talk, today));
            results.flush();
            return exit;
        } catch (WrongUse wrong) {
            talk.println("xinheng: " + wrong.getMessage());
            return Exit.WRONG_USE;
        } catch (IOException | CreditException failure) {
            talk.println("xinheng: " + failure.getMessage());
            return Exit.FAILED;
        } catch (RuntimeException defect) {
            // Only the place is told: the message could hold a value of a person.
            talk.println("xinheng: " + defect.getClass().getName() + " at " + defect.getStackTrace()[0]);
            return Exit.FAILED;
        }
    }

    private static Exit run(List<String> arguments, Session session) throws IOException {
        if (arguments.isEmpty()) {
            throw new WrongUse("no command given; \"xinheng help\" lists them");
        }
        if (List.of("help", "--help", "-h").contains(arguments.getFirst())) {
            return help(arguments.subList(1, arguments.size()), session.results());
        }
        var command = meantBy(arguments).orElseThrow(() -> unknown(arguments));
        var rest = arguments.subList(command.words().size(), arguments.size());
        return rest.contains("--help")
                ? help(command.words(), session.results())
                : command.action().run(rest, session);
    }

    private static Exit help(List<String> arguments, Writer results) throws IOException {
        var told = COMMANDS.stream()
                .filter(command -> command.isMeantBy(arguments) || command.beginsWith(arguments))
                .toList();
        if (told.isEmpty()) {
            throw unknown(arguments);
        }
        for (var command : told) {
            results.write("%s%n    %s%n".formatted(command.line(), command.summary()));
        }
        return Exit.DONE;
    }

    private static Optional<Command> meantBy(List<String> arguments) {
        return COMMANDS.stream().filter(command -> command.isMeantBy(arguments)).findFirst();
    }

    private static WrongUse unknown(List<String> arguments) {
        var first = arguments.getFirst();
        return COMMANDS.stream()
                .filter(command -> command.words().getFirst().equals(first))
                .findFirst()
                .map(command -> new WrongUse("did you mean \"" + command.line() + "\"?"))
                .orElseGet(() -> new WrongUse("no command \"" + first + "\"; \"xinheng help\" lists them"));
    }
}
