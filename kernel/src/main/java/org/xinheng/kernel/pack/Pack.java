package org.xinheng.kernel.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one city: its layers merged, later ones over earlier ones. Maps are by id, in the order of the files.
 *
 * @param layers from the nation down to the city
 * @param settings plain values the layers set, lower ones over higher ones
 */
public record Pack(
        List<Layer> layers,
        SequencedMap<String, Document> documents,
        SequencedMap<String, Item> items,
        SequencedMap<String, CreditList> lists,
        SequencedMap<String, Measure> measures,
        SequencedMap<String, Matter> matters,
        SequencedMap<String, Agency> agencies,
        SequencedMap<String, AgencyGroup> groups,
        SequencedMap<String, PublicityTerm> terms,
        SequencedMap<String, Retention> retention,
        SequencedMap<String, Behaviour> behaviours,
        SequencedMap<String, Memorandum> memoranda,
        SequencedMap<String, Indicator> indicators,
        SequencedMap<String, AssessmentScheme> assessments,
        SequencedMap<String, Refusal> refusals,
        SequencedMap<String, String> settings) {

    /** First day the release can hold: the latest of its layers' days. */
    public LocalDate effective() {
        return layers.stream().map(Layer::effective).max(LocalDate::compareTo).orElseThrow();
    }

    /** Division of the city the pack is for. */
    public String division() {
        return layers.getLast().division();
    }

    /** What documents name as conduct, by what became of it. */
    public SortedMap<Disposition, List<Behaviour>> byDisposition() {
        var sorted = new TreeMap<Disposition, List<Behaviour>>();
        behaviours
                .values()
                .forEach(one -> sorted.computeIfAbsent(one.disposition(), _ -> new ArrayList<>())
                        .add(one));
        return sorted;
    }

    /** The stations above the city that what it collects goes up to, in order (上报路线). */
    public List<String> pushRoute() {
        return layers.getLast().pushRoute();
    }

    /** How long records of an item are kept; null where no rule says. */
    public @Nullable Retention retentionOf(String item) {
        return retention.values().stream()
                .filter(rule -> rule.kept() == Retention.Kept.RECORD && item.equals(rule.item()))
                .findFirst()
                .orElse(null);
    }

    /**
     * Documents in force that make the rules of a list for more than this city (such as a provincial 认定办法): rules the city
     * consulted on by itself are then to be replaced.
     */
    public List<Document> rulesFromAbove(String list, LocalDate day) {
        return documents.values().stream()
                .filter(document -> document.rulesFor().contains(list) && document.inForceOn(day))
                .filter(document -> !division().equals(document.territory()))
                .toList();
    }

    /** Documents that want the list to be first. */
    public List<Document> pilots(String list) {
        return documents.values().stream()
                .filter(document ->
                        document.pilot() != null && document.pilot().lists().contains(list))
                .toList();
    }

    /** Such as {@code changzhou@2026.1}. */
    public String release() {
        var city = layers.getLast();
        return city.id() + "@" + city.version();
    }
}
