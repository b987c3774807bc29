package org.xinheng.kernel.item;

import java.util.Arrays;

/**
 * What the rows of one file said so far: for each decision its last line and a digest of what stood there. A file of a
 * gigabyte holds millions of rows, so an entry takes some thirty bytes; nothing of a person stays in memory.
 *
 * <p>A decision is known by 64 bits of its digest. Two that share them by chance, once in millions of full files, make a
 * warning too many; for a row to pass as a repetition the digests of both contents would have to agree as well.
 */
final class SeenDecisions {

    private static final int SEGMENTS = 256;

    private final Segment[] segments = new Segment[SEGMENTS];

    SeenDecisions() {
        Arrays.setAll(segments, _ -> new Segment());
    }

    /**
     * Remembers what a line says of a decision.
     *
     * @param decision digest of its key
     * @param content digest of what is said
     * @return what was said of it before; {@code line} 0 for nothing
     */
    Earlier put(long decision, long content, int line) {
        return segments[(int) (decision >>> 56)].put(decision, content, line);
    }

    record Earlier(int line, long content) {

        private static final Earlier NONE = new Earlier(0, 0);

        boolean isNone() {
            return line == 0;
        }
    }

    /** Open addressing; a segment grows by itself, so that growing never doubles the whole. */
    private static final class Segment {

        private long[] decisions = new long[16];
        private long[] contents = new long[16];
        private int[] lines = new int[16];
        private int size;

        Earlier put(long decision, long content, int line) {
            int at = place(decision);
            if (lines[at] != 0) {
                var earlier = new Earlier(lines[at], contents[at]);
                contents[at] = content;
                lines[at] = line;
                return earlier;
            }
            if (size >= lines.length - lines.length / 4) {
                grow();
                at = place(decision);
            }
            size++;
            decisions[at] = decision;
            contents[at] = content;
            lines[at] = line;
            return Earlier.NONE;
        }

        private int place(long decision) {
            int at = (int) ((decision & 0xFFFF_FFFFL) * lines.length >>> 32);
            while (lines[at] != 0 && decisions[at] != decision) {
                at = at + 1 == lines.length ? 0 : at + 1;
            }
            return at;
        }

        private void grow() {
            var oldDecisions = decisions;
            var oldContents = contents;
            var oldLines = lines;
            int length = lines.length + lines.length / 2;
            decisions = new long[length];
            contents = new long[length];
            lines = new int[length];
            for (int i = 0; i < oldLines.length; i++) {
                if (oldLines[i] != 0) {
                    int at = place(oldDecisions[i]);
                    decisions[at] = oldDecisions[i];
                    contents[at] = oldContents[i];
                    lines[at] = oldLines[i];
                }
            }
        }
    }
}
