package org.xinheng.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;
import org.xinheng.kernel.CreditException;

/**
 * PostgreSQL's programs, unpacked once into a folder named by the archive's hash.
 *
 * @param home the folder that holds {@code bin}, {@code lib} and {@code share}
 */
record Binaries(Path home) {

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    /**
     * Finds the programs below the cache, unpacking them first where they are missing. Several processes may do so at
     * once: each unpacks for itself, the first to finish wins.
     */
    static Binaries in(Path cache) throws IOException {
        String archive = archive();
        Path home = cache.resolve(hash(archive));
        if (!Files.isDirectory(home)) {
            Files.createDirectories(cache);
            Path partial = Files.createTempDirectory(cache, "unpacking-");
            try {
                unpack(archive, partial);
                Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwxr-xr-x"));
                Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException e) {
                boolean anotherWasQuicker = Files.isDirectory(home);
                if (!anotherWasQuicker) {
                    throw e;
                }
            } finally {
                Folders.delete(partial);
            }
        }
        return new Binaries(home);
    }

    /**
     * Where the programs are kept unless told otherwise: the system's cache for root, so that a lesser account can
     * reach them, else the user's; in the data folder for a user without a home.
     */
    static Path cache(Path directory) {
        Path wanted = Account.isRoot() ? Path.of("/var/cache") : userCache();
        Path cache = wanted.resolve("xinheng").resolve("postgres");
        try {
            Files.createDirectories(cache);
            if (Files.isWritable(cache)) {
                return cache;
            }
        } catch (IOException e) {
            // A home that does not exist or may not be written is no fault: the data folder serves as well.
            return directory.resolve("binaries");
        }
        return directory.resolve("binaries");
    }

    private static Path userCache() {
        @Nullable String configured = System.getenv("XDG_CACHE_HOME");
        return configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
    }

    private static String archive() {
        String system = System.getProperty("os.name");
        String processor = System.getProperty("os.arch");
        String name = switch (processor) {
            case "amd64", "x86_64" -> "/postgres-linux-x86_64.txz";
            case "aarch64", "arm64" -> "/postgres-linux-arm_64.txz";
            default -> "";
        };
        if (!system.equals("Linux") || name.isEmpty() || Binaries.class.getResource(name) == null) {
            throw new CreditException(DatabaseError.NO_DATABASE_BINARIES, system + " " + processor);
        }
        return name;
    }

    private static String hash(String archive) throws IOException {
        try (var in = new DigestInputStream(open(archive), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static void unpack(String archive, Path into) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(open(archive))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = into.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
                    continue;
                }
                Files.createDirectories(path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, path);
                    boolean executable = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    private static InputStream open(String archive) throws IOException {
        InputStream in = Binaries.class.getResourceAsStream(archive);
        if (in == null) {
            throw new IOException(archive + " is not on the class path");
        }
        return in;
    }
}
