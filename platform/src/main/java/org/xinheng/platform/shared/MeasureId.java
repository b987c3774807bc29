package org.xinheng.platform.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A measure (奖惩措施), as packs name it. */
public record MeasureId(@JsonValue String value) {

    @JsonCreator
    public static MeasureId of(String text) {
        return new MeasureId(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
