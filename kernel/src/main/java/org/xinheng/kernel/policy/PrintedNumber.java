package org.xinheng.kernel.policy;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The number of a document (发文字号) as it is printed: 某政办发〔2020〕15号. */
final class PrintedNumber {

    private static final Pattern NUMBER =
            Pattern.compile("[（(]?([\\p{IsHan}、]{1,16}[〔\\[（(【﹝］［]\\d{4}[〕\\]）)】﹞］]第?\\d{1,5}号)[）)]?(?:签发人.{0,12})?");

    private static final Pattern LABELLED = Pattern.compile("(?:发文字号|文号|文件编号)[：:].*");

    private PrintedNumber() {}

    /** Alone in its line, or with 签发人 behind it. */
    static boolean isLine(String bare) {
        return NUMBER.matcher(Plain.narrow(bare).replace('(', '（').replace(')', '）'))
                        .matches()
                || NUMBER.matcher(bare).matches();
    }

    /** As the line prints it, without brackets around it; null where the line is something else. */
    static @Nullable String in(String bare) {
        var printed = NUMBER.matcher(Plain.narrow(bare));
        return printed.matches() ? bare.substring(printed.start(1), printed.end(1)) : null;
    }

    /** Behind its label, as a web page prints it: 发文字号：…; null where the line is something else. */
    static @Nullable String labelled(String bare) {
        if (!LABELLED.matcher(bare).matches()) {
            return null;
        }
        var printed = NUMBER.matcher(bare.replaceFirst("^[^：:]*[：:]", ""));
        return printed.matches() ? printed.group(1) : null;
    }
}
