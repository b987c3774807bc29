package org.xinheng.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTest {

    @TempDir
    private Path cache;

    @Test
    void areUnpackedOnceThoughTwoAskAtTheSameTime() throws Exception {
        Callable<Binaries> unpacking = () -> Binaries.in(cache);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var both = threads.invokeAll(List.of(unpacking, unpacking));

            assertThat(both.getFirst().get()).isEqualTo(both.getLast().get());
        }

        Binaries binaries = Binaries.in(cache);
        try (var entries = Files.list(cache)) {
            assertThat(entries).containsExactly(binaries.home());
        }
        assertThat(binaries.program("postgres")).isExecutable();
        assertThat(binaries.home().resolve("lib/libpq.so")).isSymbolicLink().exists();
    }
}
