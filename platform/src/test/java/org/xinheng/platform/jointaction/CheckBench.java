package org.xinheng.platform.jointaction;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.ApplicationContext;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.platform.Callers;
import org.xinheng.platform.Start;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.shared.MatterId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.subject.Identity;

/**
 * How long a check takes in process with its log on disk, at 1 and at 32 callers. No test: run {@code main} with the
 * folder of packs and, if wanted, the seconds of each round.
 */
final class CheckBench {

    private static final int SUBJECTS = 1_000;
    private static final int LISTED_ONE_IN = 5;

    private CheckBench() {}

    static void main(String[] arguments) throws Exception {
        var data = Files.createTempDirectory("check-bench").resolve("instance");
        var seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        try (var application =
                new Start(0, data, "changzhou", null, Path.of(arguments[0]).toAbsolutePath()).run()) {
            populate(application);
            var checkSubject = application.getBean(CheckSubject.class);
            measure(
                    checkSubject,
                    4,
                    seconds,
                    new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
            for (int callers : new int[] {1, 32}) {
                measure(checkSubject, callers, seconds, System.out);
            }
        }
    }

    private static void populate(ApplicationContext application) {
        var listed = new Listed(application);
        for (int n = 0; n < SUBJECTS; n++) {
            var subject = listed.subject(
                    new Identity.Organisation(CreditCode.parse(Synthetic.organisation(n)), "虚构量测有限公司" + n));
            if (n % LISTED_ONE_IN == 0) {
                listed.enter(subject, "market-regulation-serious", LocalDate.parse("2030-01-01"));
            }
        }
    }

    private static void measure(CheckSubject checkSubject, int callers, int seconds, PrintStream out) throws Exception {
        var officer = Callers.officer("bench", "housing", Role.CHECKER);
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        var tasks = new ArrayList<Callable<long[]>>();
        for (int i = 0; i < callers; i++) {
            tasks.add(() -> {
                var times = new long[1 << 20];
                int count = 0;
                for (long start = System.nanoTime(); start < end && count < times.length; start = System.nanoTime()) {
                    checkSubject.check(
                            new Question(
                                    Asked.byCode(
                                            Synthetic.organisation(
                                                    ThreadLocalRandom.current().nextInt(SUBJECTS)),
                                            null),
                                    new MatterId("construction-bidding"),
                                    "量测",
                                    null,
                                    "量测",
                                    null),
                            officer);
                    times[count++] = System.nanoTime() - start;
                }
                return Arrays.copyOf(times, count);
            });
        }
        List<long[]> all = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(callers)) {
            for (var done : threads.invokeAll(tasks)) {
                all.add(done.get());
            }
        }
        var times = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        out.printf(
                "%2d callers: %,8.0f checks/s, p50 %.2f ms, p99 %.2f ms%n",
                callers,
                times.length / (double) seconds,
                times[times.length / 2] / 1e6,
                times[(int) (times.length * 0.99)] / 1e6);
    }
}
