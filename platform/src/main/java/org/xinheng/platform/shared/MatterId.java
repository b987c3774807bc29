package org.xinheng.platform.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A matter (事项), as packs name it. */
public record MatterId(@JsonValue String value) {

    @JsonCreator
    public static MatterId of(String text) {
        return new MatterId(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
