package org.xinheng.platform.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A determination procedure (认定). */
public record DeterminationId(@JsonValue UUID value) {

    @JsonCreator
    public static DeterminationId of(String text) {
        return new DeterminationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
