package org.xinheng.bench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.xinheng.kernel.policy.PolicyFile;

/** Reading a division of 100 tasks. */
final class PolicyParse {

    private static final int TASKS = 100;
    private static final double AIM = 200;

    private PolicyParse() {}

    static String measure(int runs) throws Exception {
        var bytes = Divisions.document(1, TASKS, new Random(1)).getBytes(StandardCharsets.UTF_8);
        int read = PolicyFile.read(new ByteArrayInputStream(bytes)).tasks().size();
        if (read != TASKS) {
            throw new IllegalStateException(read + " of " + TASKS + " tasks were read");
        }
        var times = Times.of(
                runs / 4,
                runs,
                () -> PolicyFile.read(new ByteArrayInputStream(bytes)).tasks().size());
        return times.line("policy-parse", TASKS + " tasks, " + bytes.length / 1024 + " KB of text", AIM);
    }
}
