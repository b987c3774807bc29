package org.xinheng.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.xinheng.kernel.CreditException;

/**
 * Whom PostgreSQL runs as. It refuses root, so root starts it in a user namespace of its own where files stay root's,
 * or, where that is forbidden, as a lesser user who is given the data.
 *
 * @param prefix what stands before the command, empty for an ordinary user
 * @param user who must own the data, by number
 */
record Account(List<String> prefix, int user) {

    private static final int NOBODY = 65534;

    static boolean isRoot() {
        return current() == 0;
    }

    /**
     * The first account that can run the programs and reach the folder.
     *
     * @param data the data if there are any: their owner is asked first, so that nobody's files change hands
     */
    static Account choose(Binaries binaries, Path directory, Path data) throws IOException {
        if (!isRoot()) {
            return new Account(List.of(), current());
        }
        List<Account> candidates = new ArrayList<>();
        if (Files.isDirectory(data) && Folders.owner(data) != 0) {
            candidates.add(lesser(Folders.owner(data), "-all"));
        }
        candidates.add(new Account(List.of("unshare", "--user"), 0));
        candidates.add(lesser(NOBODY, "-all"));
        // Below a folder that is root's alone, as in many containers, a lesser user needs leave to pass.
        candidates.add(lesser(NOBODY, "-all,+dac_override"));
        for (Account candidate : candidates) {
            if (candidate.reaches(binaries.program("postgres"), directory)) {
                return candidate;
            }
        }
        throw new CreditException(DatabaseError.NO_DATABASE_ACCOUNT, directory);
    }

    /** Makes a folder this account's own. */
    void own(Path folder) throws IOException {
        if (Folders.owner(folder) != user) {
            Folders.give(folder, user, user);
        }
    }

    /** Starts a command; its own session keeps the keys pressed in our terminal from it. */
    ProcessBuilder command(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(prefix);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    private boolean reaches(Path program, Path directory) throws IOException {
        String probe = "test \"$(id -u)\" != 0 && \"$0\" --version && cd \"$1\"";
        try {
            Process process = command(List.of("sh", "-c", probe, program.toString(), directory.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while looking for an account", e);
        }
    }

    private static Account lesser(int user, String capabilities) {
        List<String> prefix = new ArrayList<>(List.of(
                "setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups", "--inh-caps=" + capabilities));
        if (capabilities.contains("+")) {
            prefix.add("--ambient-caps=" + capabilities);
        }
        return new Account(List.copyOf(prefix), user);
    }

    /** The effective user; the owner of a process's own folder in /proc would not always tell. */
    private static int current() {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("Uid:"))
                    .map(line -> Integer.parseInt(line.split("\\s+")[2]))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
