package org.xinheng.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The command {@code bench}: measures what is named, or everything, and prints a line for each. */
public final class Bench {

    private static final int WRONG_USE = 2;
    private static final int FAILED = 3;

    private Bench() {}

    /** One measurement; gives its line. */
    private interface Measurement {
        String run() throws Exception;
    }

    static void main(String[] arguments) {
        var out = utf8(FileDescriptor.out);
        var err = utf8(FileDescriptor.err);
        var packs = Path.of(System.getProperty("xinheng.packs", "packs"))
                .toAbsolutePath()
                .normalize();
        Map<String, Measurement> all = new LinkedHashMap<>();
        all.put("policy-parse", () -> PolicyParse.measure(400));
        all.put("task-board", () -> TaskBoardPage.measure(packs, 2_000, 200));
        var wanted = arguments.length == 0 ? List.copyOf(all.keySet()) : List.of(arguments);
        if (!all.keySet().containsAll(wanted)) {
            err.println("用法 · usage: ./xinheng bench [" + String.join(" | ", all.keySet()) + "]…");
            System.exit(WRONG_USE);
        }
        try {
            for (var one : all.entrySet()) {
                if (wanted.contains(one.getKey())) {
                    out.println(one.getValue().run());
                }
            }
        } catch (Exception e) {
            e.printStackTrace(err);
            System.exit(FAILED);
        }
    }

    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }
}
