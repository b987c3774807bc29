package org.xinheng.kernel.policy;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Label and title of an annex (附件) that begins with a line.
 *
 * @param number null where it has none
 */
record AnnexLabel(String label, @Nullable String number, String title) {

    private static final Pattern ANNEX =
            Pattern.compile("(附件|附表|附)([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})?([：:．.、—－-]*)(.*)");

    static @Nullable AnnexLabel of(String bare) {
        var annex = ANNEX.matcher(bare);
        if (!annex.matches() || bare.length() > 100) {
            return null;
        }
        var number = annex.group(2);
        var title = annex.group(4);
        boolean parted = number != null || !annex.group(3).isEmpty();
        if (title.isEmpty() ? annex.group(1).length() == 1 && !parted : !parted) {
            return null;
        }
        if (Plain.finished(title) || title.indexOf('。') >= 0) {
            return null;
        }
        var label = annex.group(1) + (number == null ? "" : Plain.narrow(number));
        return new AnnexLabel(label, number == null ? null : Plain.narrow(number), title);
    }

    /** 附件, 附件1, 附表 alone in its line. */
    static boolean isAlone(String bare) {
        var annex = ANNEX.matcher(bare);
        return annex.matches() && annex.group(4).isEmpty() && (annex.group(1).length() > 1 || annex.group(2) != null);
    }

    /** 附件 alone in its line, or 附件1 with its title. */
    static boolean begins(String bare) {
        var annex = of(bare);
        return isAlone(bare) || annex != null && annex.number() != null;
    }
}
