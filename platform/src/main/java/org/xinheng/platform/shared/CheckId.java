package org.xinheng.platform.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A check (核查). */
public record CheckId(@JsonValue UUID value) {

    @JsonCreator
    public static CheckId of(String text) {
        return new CheckId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
