package org.xinheng.platform.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A catalogue item (信息目录项), as packs name it. */
public record ItemId(@JsonValue String value) {

    @JsonCreator
    public static ItemId of(String text) {
        return new ItemId(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
