package org.xinheng.kernel.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.SequencedMap;

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

    /** Such as {@code changzhou@2026.1}. */
    public String release() {
        var city = layers.getLast();
        return city.id() + "@" + city.version();
    }
}
