package org.xinheng.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.xinheng.kernel.CreditException;

/**
 * The right of one process to a data folder: an operating system's lock on the file {@code lock}, which ends with the
 * process however that ends. The file holds the holder's process id.
 */
final class FolderLock implements AutoCloseable {

    static final String FILE = "lock";

    /** On Linux closing any channel of a file drops the process's lock on it: a second one is never opened here. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private FolderLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /**
     * @param directory a real path
     * @throws CreditException {@link DatabaseError#DATA_FOLDER_IN_USE}
     */
    static FolderLock take(Path directory) throws IOException {
        if (!HELD.add(directory)) {
            throw inUse(directory, Long.toString(ProcessHandle.current().pid()));
        }
        try {
            Path file = directory.resolve(FILE);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                String holder = Files.readString(file).strip();
                channel.close();
                throw inUse(directory, holder);
            }
            channel.truncate(0);
            channel.write(StandardCharsets.UTF_8.encode(ProcessHandle.current().pid() + "\n"));
            return new FolderLock(directory, channel);
        } catch (IOException | RuntimeException e) {
            HELD.remove(directory);
            throw e;
        }
    }

    /** Whether this is the file of the lock itself. */
    boolean isFile(Path entry) {
        return entry.equals(directory.resolve(FILE));
    }

    /** Lets go of the folder; the file stays, for a deleted one could be locked by two. */
    @Override
    public void close() throws IOException {
        channel.close();
        HELD.remove(directory);
    }

    private static CreditException inUse(Path directory, String holder) {
        return new CreditException(DatabaseError.DATA_FOLDER_IN_USE, directory, holder);
    }
}
