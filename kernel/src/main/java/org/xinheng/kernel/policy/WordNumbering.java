package org.xinheng.kernel.policy;

import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The numbers of Word's automatic lists, which stand in no paragraph: 一、, （一） and 1. are most often made so. */
final class WordNumbering {

    private static final String DIGITS = "〇一二三四五六七八九";

    /** @param text pattern such as （%1） */
    private record Level(String format, String text, int start) {}

    /** @param list the list and its level, as numbering.xml names them */
    private record Member(String list, String level) {}

    private final Map<Member, Level> levels = new HashMap<>();
    private final Map<String, String> abstractOf = new HashMap<>();
    private final Map<String, Member> styles = new HashMap<>();
    private final Map<Member, Integer> counts = new HashMap<>();

    private WordNumbering() {}

    static WordNumbering of(byte @Nullable [] numbering, byte @Nullable [] styles) throws XMLStreamException {
        var read = new WordNumbering();
        if (numbering != null) {
            read.readLists(numbering);
        }
        if (styles != null) {
            read.readStyles(styles);
        }
        return read;
    }

    private void readLists(byte[] part) throws XMLStreamException {
        var xml = WordFile.reader(part);
        String list = null;
        String level = null;
        String number = null;
        String format = "decimal";
        String text = "";
        int start = 1;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("lvl")) {
                if (list != null && level != null) {
                    levels.put(new Member(list, level), new Level(format, text, start));
                }
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            var value = WordFile.attribute(xml, "val");
            switch (xml.getLocalName()) {
                case "abstractNum" -> list = WordFile.attribute(xml, "abstractNumId");
                case "lvl" -> {
                    level = WordFile.attribute(xml, "ilvl");
                    format = "decimal";
                    text = "";
                    start = 1;
                }
                case "numFmt" -> format = value == null ? format : value;
                case "lvlText" -> text = value == null ? text : value;
                case "start" -> start = value != null && value.matches("\\d{1,4}") ? Integer.parseInt(value) : 1;
                case "num" -> {
                    number = WordFile.attribute(xml, "numId");
                    list = null;
                }
                case "abstractNumId" -> {
                    if (number != null && value != null) {
                        abstractOf.put(number, value);
                    }
                }
                default -> {}
            }
        }
    }

    private void readStyles(byte[] part) throws XMLStreamException {
        var xml = WordFile.reader(part);
        String style = null;
        String list = null;
        String level = null;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("style")) {
                if (style != null && list != null) {
                    styles.put(style, new Member(list, level == null ? "0" : level));
                }
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "style" -> {
                    style = WordFile.attribute(xml, "styleId");
                    list = null;
                    level = null;
                }
                case "numId" -> list = WordFile.attribute(xml, "val");
                case "ilvl" -> level = WordFile.attribute(xml, "val");
                default -> {}
            }
        }
    }

    /** The label of the next paragraph of this style or list; empty where it has none. */
    String next(@Nullable String style, @Nullable String list, @Nullable String level) {
        var inherited = style == null ? null : styles.get(style);
        var number = list != null ? list : inherited == null ? null : inherited.list();
        var depth = level != null ? level : inherited != null && list == null ? inherited.level() : "0";
        if (number == null || !abstractOf.containsKey(number) || !depth.matches("[0-8]")) {
            return "";
        }
        var of = abstractOf.get(number);
        var form = levels.get(new Member(of, depth));
        if (form == null || form.format.equals("bullet") || form.format.equals("none")) {
            return "";
        }
        counts.merge(new Member(of, depth), form.start, (count, first) -> count + 1);
        for (int deeper = Integer.parseInt(depth) + 1; deeper <= 8; deeper++) {
            counts.remove(new Member(of, String.valueOf(deeper)));
        }
        var label = form.text;
        for (int i = 0; i <= Integer.parseInt(depth); i++) {
            var member = new Member(of, String.valueOf(i));
            var each = levels.get(member);
            if (each != null) {
                label = label.replace("%" + (i + 1), printed(counts.getOrDefault(member, each.start), each.format));
            }
        }
        return label;
    }

    private static String printed(int count, String format) {
        return switch (format) {
            case "chineseCounting",
                    "chineseCountingThousand",
                    "japaneseCounting",
                    "taiwaneseCounting",
                    "taiwaneseCountingThousand",
                    "ideographDigital",
                    "koreanDigital" -> chinese(count);
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" ->
                count <= 20 ? String.valueOf((char) ('①' + count - 1)) : String.valueOf(count);
            case "decimalFullWidth" -> fullWidth(count);
            case "upperLetter" -> String.valueOf((char) ('A' + (count - 1) % 26));
            case "lowerLetter" -> String.valueOf((char) ('a' + (count - 1) % 26));
            default -> String.valueOf(count);
        };
    }

    private static String fullWidth(int count) {
        var text = new StringBuilder();
        for (char digit : String.valueOf(count).toCharArray()) {
            text.append((char) (digit + 0xFEE0));
        }
        return text.toString();
    }

    private static String chinese(int count) {
        if (count > 99) {
            return String.valueOf(count);
        }
        int tens = count / 10;
        int ones = count % 10;
        return (tens > 1 ? DIGITS.substring(tens, tens + 1) : "")
                + (tens > 0 ? "十" : "")
                + (ones > 0 || tens == 0 ? DIGITS.substring(ones, ones + 1) : "");
    }
}
