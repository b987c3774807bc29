package org.xinheng.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * How long something took, over and over.
 *
 * @param nanos each time, sorted
 */
record Times(long[] nanos) {

    /** Something that is timed; what it gives is looked at, so that nothing of it is left out. */
    interface Work {
        int run() throws Exception;
    }

    /** Runs it without looking at the clock first, then as often as asked with it. */
    static Times of(int unmeasured, int measured, Work work) throws Exception {
        int seen = 0;
        for (int i = 0; i < unmeasured; i++) {
            seen += work.run();
        }
        var nanos = new long[measured];
        for (int i = 0; i < measured; i++) {
            long start = System.nanoTime();
            seen += work.run();
            nanos[i] = System.nanoTime() - start;
        }
        if (seen == 0) {
            throw new IllegalStateException("the work did nothing");
        }
        Arrays.sort(nanos);
        return new Times(nanos);
    }

    double millis(int percent) {
        return nanos[Math.min(nanos.length - 1, nanos.length * percent / 100)] / 1e6;
    }

    /** A line of the report: what, how often, how long, and whether half of the runs reach the aim. */
    String line(String name, String what, double aimMillis) {
        return String.format(
                Locale.ROOT,
                "%-14s %-44s %5d runs  p50 %8.2f ms  p99 %8.2f ms  aim %.0f ms: %s",
                name,
                what,
                nanos.length,
                millis(50),
                millis(99),
                aimMillis,
                millis(50) <= aimMillis ? "reached" : "MISSED");
    }
}
