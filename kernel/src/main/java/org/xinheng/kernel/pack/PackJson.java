package org.xinheng.kernel.pack;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.SequencedMap;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** A pack as one JSON text, in which a release is stored: the same pack is always the same text. */
public final class PackJson {

    private static final JsonSetter.Value EMPTY = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            // A release stored before a kind of entry or a list of an entry existed has none of it.
            .withConfigOverride(List.class, lists -> lists.setNullHandling(EMPTY))
            .withConfigOverride(SequencedMap.class, maps -> maps.setNullHandling(EMPTY))
            .build();

    private PackJson() {}

    /** Keys stand in the order of the records' components, entries in the order of the pack. */
    public static String write(Pack pack) {
        return JSON.writeValueAsString(pack);
    }

    public static Pack read(String json) {
        return JSON.readValue(json, Pack.class);
    }
}
