package org.xinheng.kernel.pack;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The rules of one city: its layers merged, later ones over earlier ones. Maps are by id, in the order of the files.
 *
 * @param layers from the nation down to the city
 */
public record Pack(
        List<Layer> layers,
        SequencedMap<String, Document> documents,
        SequencedMap<String, Item> items,
        SequencedMap<String, CreditList> lists,
        SequencedMap<String, Measure> measures,
        SequencedMap<String, Matter> matters,
        SequencedMap<String, Agency> agencies,
        SequencedMap<String, PublicityTerm> terms,
        SequencedMap<String, Refusal> refusals,
        Map<String, String> settings) {

    /** Such as {@code changzhou@2026.1}. */
    public String release() {
        var city = layers.getLast();
        return city.id() + "@" + city.version();
    }
}
