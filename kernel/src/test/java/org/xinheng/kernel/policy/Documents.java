package org.xinheng.kernel.policy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Reads made-up documents, and counts characters. */
final class Documents {

    private Documents() {}

    static PolicyDocument read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    static PolicyDocument read(byte[] bytes) {
        try {
            return PolicyFile.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] resource(String name) {
        try (var in = Documents.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often each character that is not blank stands in a text. */
    private static Map<Character, Integer> characters(String text) {
        var counts = new TreeMap<Character, Integer>();
        for (char c : Plain.bare(text).toCharArray()) {
            counts.merge(c, 1, Integer::sum);
        }
        return counts;
    }

    /** The characters of a text that its passages lack or have too often; empty if all are there once. */
    static Map<Character, Integer> difference(String text, PolicyDocument document) {
        var passages = new StringBuilder();
        document.passages().forEach(passage -> passages.append(passage.text()));
        var difference = characters(text);
        characters(passages.toString()).forEach((c, count) -> difference.merge(c, -count, Integer::sum));
        difference.values().removeIf(count -> count == 0);
        return difference;
    }

    /** The units as one reads them: L 市发改委(市信用办) C 市财政局. */
    static String units(Task task) {
        var text = new StringBuilder();
        for (var unit : task.units()) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(unit.role().name().charAt(0))
                    .append(' ')
                    .append(unit.name());
            if (unit.alias() != null) {
                text.append('(').append(unit.alias()).append(')');
            }
        }
        return text.toString();
    }
}
