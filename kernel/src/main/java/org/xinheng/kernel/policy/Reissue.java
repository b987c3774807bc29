package org.xinheng.kernel.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A task that a later document issues again, often with its units renamed and sometimes with its heading only. It is one
 * task, not two.
 */
public record Reissue(Task earlier, Task later) {

    /** Pairs each task of the later document with the one it repeats, in the order of the later document. */
    public static List<Reissue> between(PolicyDocument earlier, PolicyDocument later) {
        return between(earlier.tasks(), later.tasks());
    }

    /** The same for tasks alone. */
    public static List<Reissue> between(List<Task> earlier, List<Task> later) {
        return between(earlier, later, (_, _) -> false);
    }

    /**
     * The same where somebody said already what is not the same.
     *
     * @param parted whether an earlier and a later task are two, however alike they are
     */
    public static List<Reissue> between(List<Task> earlier, List<Task> later, BiPredicate<Task, Task> parted) {
        var said = Stream.concat(earlier.stream(), later.stream())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), Reissue::sentences));
        var pairs = new ArrayList<Pair>();
        for (var old : earlier) {
            for (var young : later) {
                double likeness = likeness(old, young, said);
                if (likeness > 0 && !parted.test(old, young)) {
                    pairs.add(new Pair(new Reissue(old, young), likeness));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::likeness).reversed());
        var taken = new HashSet<Task>();
        return pairs.stream()
                .map(Pair::reissue)
                .filter(pair -> !taken.contains(pair.earlier) && !taken.contains(pair.later))
                .peek(pair -> taken.addAll(List.of(pair.earlier, pair.later)))
                .sorted(Comparator.comparingInt(pair -> pair.later.line()))
                .toList();
    }

    private record Pair(Reissue reissue, double likeness) {}

    /** The one that says more. */
    public Task fuller() {
        return later.text().length() >= earlier.text().length() ? later : earlier;
    }

    /** Share of the shorter text's sentences that the longer repeats; a heading alone counts where both have it. */
    private static double likeness(Task old, Task young, Map<Task, Set<String>> said) {
        var one = said.getOrDefault(old, Set.of());
        var other = said.getOrDefault(young, Set.of());
        long shared = one.stream().filter(other::contains).count();
        int shorter = Math.min(one.size(), other.size());
        boolean headingOnly = shorter == 1 && old.title() != null && young.title() != null;
        boolean likely = headingOnly ? shared == 1 : shared * 2 > shorter;
        return likely && shorter > 0 ? (double) shared / shorter + shared / 1_000.0 : 0;
    }

    private static Set<String> sentences(Task task) {
        var sentences = new LinkedHashSet<String>();
        for (var sentence : Plain.narrow(task.text()).split("[。；;]")) {
            if (!sentence.isEmpty()) {
                sentences.add(sentence.replaceAll("[“”\"]", ""));
            }
        }
        return sentences;
    }
}
