package org.xinheng.platform.intake;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.xinheng.postgres.EmbeddedPostgres;

/**
 * A JVM of its own with a small heap that runs the platform until its input ends; says where, and a new token for each
 * byte it reads.
 */
final class LargeFileServer {

    private LargeFileServer() {}

    static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        try (var postgres = EmbeddedPostgres.start(
                        folder.resolve("data"), EmbeddedPostgres.Options.usual(new SecureRandom()));
                var platform = RunningPlatform.on(postgres, folder.resolve("beside"))) {
            System.out.println(platform.port() + " " + platform.newToken());
            // A token for every line that is asked: one lasts half an hour, a large file on a small machine longer.
            while (System.in.read() >= 0) {
                System.out.println(platform.newToken());
            }
        }
    }
}
