package org.xinheng.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command in a JVM of its own, as the launcher starts it, with the memory of a small machine. */
final class SeparateCommand {

    private final Process process;

    private SeparateCommand(Process process) {
        this.process = process;
    }

    static SeparateCommand start(String main, Object... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main));
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        return new SeparateCommand(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** What it wrote to standard output, and how it ended. */
    record Ended(int status, String output) {}

    Ended end() throws IOException {
        try (var output = process.inputReader()) {
            var text = output.readAllAsString();
            return new Ended(process.waitFor(), text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    static Ended run(String main, Object... arguments) throws IOException {
        return start(main, arguments).end();
    }
}
