package org.xinheng.platform.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;

/**
 * Room on the disk of the embedded database. Nothing new is taken in while it is scarce: a database without room for its
 * log stops altogether, and what was accepted before still needs some to be worked off.
 */
@Component
public class DiskRoom {

    private static final long RESERVE = 256L << 20;

    private final @Nullable Path folder;

    DiskRoom(@Value("${xinheng.data:}") String data) {
        var path = data.isEmpty() ? null : Path.of(data).toAbsolutePath();
        while (path != null && Files.notExists(path)) {
            path = path.getParent();
        }
        folder = path;
    }

    /** Refuses with {@code STORAGE_FULL} while there is less than the reserve. */
    void require() {
        if (isScarce()) {
            throw new CreditException(VaultError.STORAGE_FULL);
        }
    }

    /** Whether there is less than the reserve; never where the database is somebody else's. */
    public boolean isScarce() {
        try {
            return folder != null && Files.getFileStore(folder).getUsableSpace() < RESERVE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
