package org.xinheng.platform.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One transaction in the order of facts. */
public record ChangeId(@JsonValue UUID value) {

    @JsonCreator
    public static ChangeId of(String text) {
        return new ChangeId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
