package org.xinheng.kernel.policy;

import java.util.List;
import java.util.regex.Pattern;

/** Safeguards (保障措施) of a closing chapter: 一是 … 二是 …, in one paragraph or in several. */
final class Safeguards {

    private static final Pattern SAFEGUARD = Pattern.compile("(?:^|(?<=[。；;：:]))([一二三四五六七八九十]{1,2}是)[，,：:]?");

    private final Contents contents;

    Safeguards(Contents contents) {
        this.contents = contents;
    }

    /** Whether the text is safeguards: 一是 … 二是 …, of a closing chapter. */
    boolean read(String bare, int line, boolean closing, boolean underWay) {
        var item = SAFEGUARD.matcher(bare);
        if (!closing || !item.find()) {
            return false;
        }
        boolean first = item.group(1).equals("一是");
        if (!first && !underWay) {
            return false;
        }
        if (item.start() > 0 && !first) {
            contents.addToLastSafeguard(bare.substring(0, item.start()), line);
        } else if (item.start() > 0) {
            contents.pass(Passage.Kind.PARAGRAPH, line, bare.substring(0, item.start()));
        }
        while (true) {
            var number = item.group(1);
            int from = item.end();
            int start = item.start();
            boolean more = item.find();
            var text = bare.substring(from, more ? item.start() : bare.length());
            contents.add(new Safeguard(number, text, line), bare.substring(start, more ? item.start() : bare.length()));
            if (!more) {
                return true;
            }
        }
    }

    /** The last of the parts that begins one; -1 where none does. */
    static int last(List<Part> parts) {
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (parts.get(i) instanceof Block block
                    && block.sort() == null
                    && SAFEGUARD.matcher(block.bare()).find()) {
                return i;
            }
        }
        return -1;
    }
}
