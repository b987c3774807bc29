package org.xinheng.postgres;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.xinheng.kernel.CreditException;

/**
 * One data folder on disk: {@code data} is PostgreSQL's, {@code password} its owner's password. A new one is made beside
 * and moved into place last, so {@code data} is whole or absent whenever the process was killed.
 *
 * @param directory a real path
 */
record DataFolder(Path directory) {

    static final String DATA = "data";
    static final String PASSWORD = "password";
    static final String VERSION = "18";
    /** Stands in a folder as long as a backup is being brought back into it. */
    static final String RESTORING = "restoring";

    /** The files of the folder that are made anew for each database. */
    static final Set<String> OWN =
            Set.of(PASSWORD, RESTORING, RunningPostgres.FILE, FolderLock.FILE, "postgres.log", "postgres.previous.log");

    private static final String UNFINISHED = "initializing-";

    Path data() {
        return directory.resolve(DATA);
    }

    Path log() {
        return directory.resolve("postgres.log");
    }

    String password() throws IOException {
        return Files.readString(directory.resolve(PASSWORD)).strip();
    }

    /** From now on the folder is not whole. */
    void mark() throws IOException {
        Files.writeString(directory.resolve(RESTORING), "");
    }

    void requireFinished() {
        if (Files.exists(directory.resolve(RESTORING))) {
            throw new CreditException(DatabaseError.DATA_FOLDER_UNFINISHED, directory);
        }
    }

    /** Whether there is no database yet; refuses one that is damaged or of another version. */
    boolean isNew() throws IOException {
        Path version = data().resolve("PG_VERSION");
        if (Files.notExists(version)) {
            if (isFilled(data())) {
                throw new CreditException(DatabaseError.DATA_FOLDER_DAMAGED, directory, version.getFileName());
            }
            return true;
        }
        String found = Files.readString(version).strip();
        if (!found.equals(VERSION)) {
            throw new CreditException(DatabaseError.DATA_FOLDER_OTHER_VERSION, directory, found, VERSION);
        }
        if (Files.notExists(directory.resolve(PASSWORD))) {
            throw new CreditException(DatabaseError.DATA_FOLDER_DAMAGED, directory, PASSWORD);
        }
        return false;
    }

    /** Makes a new database, discarding what a start that was killed half-way left. */
    void initialize(Binaries binaries, Account account, String user, SecureRandom random) throws IOException {
        byte[] secret = new byte[24];
        random.nextBytes(secret);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        discardUnfinished();
        Path nursery = Files.createTempDirectory(directory, UNFINISHED);
        Path passwordFile = nursery.resolve(PASSWORD);
        Folders.writeSecret(passwordFile, password + "\n");
        account.own(nursery);
        initdb(binaries, account, nursery, user);
        Folders.writeSecret(directory.resolve(PASSWORD), password + "\n");
        Files.move(nursery.resolve(DATA), data(), StandardCopyOption.ATOMIC_MOVE);
        Folders.delete(nursery);
    }

    /** An initdb whose parent was killed may still be writing; it gives up once its files are gone. */
    private void discardUnfinished() throws IOException {
        for (int attempt = 1; ; attempt++) {
            try (var unfinished = Files.newDirectoryStream(directory, UNFINISHED + "*")) {
                for (Path nursery : unfinished) {
                    Folders.delete(nursery);
                }
                return;
            } catch (DirectoryNotEmptyException e) {
                if (attempt == 100) {
                    throw e;
                }
            }
        }
    }

    private void initdb(Binaries binaries, Account account, Path nursery, String user) throws IOException {
        Process process = account.command(List.of(
                        binaries.program("initdb").toString(),
                        "--pgdata=" + nursery.resolve(DATA),
                        "--username=" + user,
                        "--pwfile=" + nursery.resolve(PASSWORD),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--no-instructions"))
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new CreditException(DatabaseError.DATABASE_NOT_STARTED, directory, lastWords());
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the database was made", e);
        }
    }

    /** The end of the database's own log. */
    String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(log());
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
    }

    private static boolean isFilled(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return false;
        }
        try (var entries = Files.list(folder)) {
            return entries.findAny().isPresent();
        }
    }
}
