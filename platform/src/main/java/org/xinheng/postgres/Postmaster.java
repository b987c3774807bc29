package org.xinheng.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The server process of one data folder, as the folder's own {@code postmaster.pid} names it.
 *
 * @param process alive when it was looked up
 * @param port where it listens
 * @param ready whether it takes connections
 */
record Postmaster(ProcessHandle process, int port, boolean ready) {

    private static final String PID_FILE = "postmaster.pid";

    /** The server of this folder; empty if none lives. Never a stranger who merely has the number in the file. */
    static Optional<Postmaster> of(Path data) throws IOException {
        List<String> lines = pidFile(data);
        if (lines.size() < 4) {
            return Optional.empty();
        }
        String port = lines.get(3).strip();
        boolean ready = lines.size() > 7 && lines.get(7).strip().equals("ready");
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> serves(process.pid(), data))
                .map(process -> new Postmaster(process, port.isEmpty() ? 0 : Integer.parseInt(port), ready));
    }

    /** Ends the server that a killed process left behind, and removes a number that has since gone to a stranger. */
    static void endOrphan(Path data) throws IOException {
        Optional<Postmaster> orphan = of(data);
        if (orphan.isPresent()) {
            stop(orphan.get().process);
        } else if (namesStranger(data)) {
            // PostgreSQL would take the stranger for a server of this folder and refuse to start.
            Files.deleteIfExists(data.resolve(PID_FILE));
        }
    }

    /**
     * Ends the server: clients are cut off and everything is written; if it takes too long it stops at once, and the
     * next start recovers from its log. Returns when the process is gone.
     */
    static void stop(ProcessHandle process) throws IOException {
        if (!process.isAlive()) {
            return;
        }
        signal(process, "INT");
        if (!gone(process, 10)) {
            signal(process, "QUIT");
        }
        if (!gone(process, 5)) {
            process.destroyForcibly();
            gone(process, 5);
        }
    }

    private static void signal(ProcessHandle process, String signal) throws IOException {
        new ProcessBuilder("sh", "-c", "kill -s " + signal + " " + process.pid())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .onExit()
                .join();
    }

    private static boolean gone(ProcessHandle process, int seconds) {
        boolean interrupted = Thread.interrupted();
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            interrupted = true;
            return !process.isAlive();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A process that ends does not fail", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static List<String> pidFile(Path data) throws IOException {
        try {
            return Files.readAllLines(data.resolve(PID_FILE));
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private static boolean serves(long pid, Path data) {
        try {
            List<String> command = command(pid);
            return command.getFirst().endsWith("postgres")
                    && (command.contains(data.toString()) || folder(pid).equals(data));
        } catch (IOException e) {
            // It ended while it was looked at, or is not ours to look at.
            return false;
        }
    }

    /** Only when that is certain: a folder that was moved under a living server is not free. */
    private static boolean namesStranger(Path data) throws IOException {
        List<String> lines = pidFile(data);
        if (lines.isEmpty()) {
            return true;
        }
        long pid = Long.parseLong(lines.getFirst().strip());
        try {
            return !command(pid).getFirst().endsWith("postgres") || !folder(pid).equals(data);
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> command(long pid) throws IOException {
        Path file = Path.of("/proc", Long.toString(pid), "cmdline");
        return Arrays.asList(Files.readString(file, StandardCharsets.UTF_8).split("\0"));
    }

    /** A server works inside its data. */
    private static Path folder(long pid) throws IOException {
        return Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd"));
    }
}
