package org.xinheng.platform.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.policy.Doubt;
import org.xinheng.kernel.policy.Passage;
import org.xinheng.platform.oversight.Draft;

/** The source of a document as it is shown beside what was understood: each stretch with what was found in it. */
final class SourceText {

    private SourceText() {}

    /**
     * A stretch of the document.
     *
     * @param doubts places in it that somebody should look at
     */
    record Line(int number, Passage.Kind kind, List<Stretch> stretches, List<Doubt> doubts) {}

    /** Some words of it; {@code found} says what was read there: number, title, unit, deadline; null for plain words. */
    record Stretch(@Nullable String found, String words) {}

    private record Found(int start, int end, String what) {}

    static List<Line> of(Draft draft) {
        var doubts = draft.doubts().stream().collect(Collectors.groupingBy(Doubt::line));
        var lines = new ArrayList<Line>();
        for (var passage : draft.passages()) {
            var entry = draft.tasks().stream()
                    .filter(one -> one.line() == passage.line() && passage.kind() == Passage.Kind.TASK)
                    .findFirst()
                    .orElse(null);
            lines.add(new Line(
                    passage.line(),
                    passage.kind(),
                    entry == null ? List.of(new Stretch(null, passage.text())) : stretches(passage.text(), entry),
                    doubts.getOrDefault(passage.line(), List.of())));
        }
        return lines;
    }

    private static List<Stretch> stretches(String text, Draft.Entry entry) {
        var found = new ArrayList<Found>();
        if (entry.number() != null && text.startsWith(entry.number())) {
            found.add(new Found(0, entry.number().length(), "number"));
        }
        add(found, text, entry.title(), "title");
        add(found, text, entry.deadline(), "deadline");
        units(found, text, entry);
        found.sort(Comparator.comparingInt(Found::start));
        var stretches = new ArrayList<Stretch>();
        int at = 0;
        for (var one : found) {
            if (one.start() >= at) {
                plain(stretches, text.substring(at, one.start()));
                stretches.add(new Stretch(one.what(), text.substring(one.start(), one.end())));
                at = one.end();
            }
        }
        plain(stretches, text.substring(at));
        return stretches;
    }

    /** Units stand together at the end: the same words in the text before are not them. The longest names go first. */
    private static void units(List<Found> found, String text, Draft.Entry entry) {
        var names = entry.units().stream()
                .map(Draft.Unit::name)
                .distinct()
                .filter(name -> !name.isEmpty() && text.contains(name))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        int region = names.stream().mapToInt(text::lastIndexOf).min().orElse(0);
        for (var name : names) {
            for (int at = text.indexOf(name, region); at >= 0; at = text.indexOf(name, at + name.length())) {
                int start = at;
                int end = at + name.length();
                if (found.stream().noneMatch(other -> other.start() < end && start < other.end())) {
                    found.add(new Found(start, end, "unit"));
                }
            }
        }
    }

    private static void add(List<Found> found, String text, @Nullable String words, String what) {
        int at = words == null || words.isEmpty() ? -1 : text.indexOf(words);
        if (words != null && at >= 0) {
            found.add(new Found(at, at + words.length(), what));
        }
    }

    private static void plain(List<Stretch> stretches, String words) {
        if (!words.isEmpty()) {
            stretches.add(new Stretch(null, words));
        }
    }
}
