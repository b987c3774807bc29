package org.xinheng.platform.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A list (名单), as packs name it. */
public record ListId(@JsonValue String value) {

    @JsonCreator
    public static ListId of(String text) {
        return new ListId(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
