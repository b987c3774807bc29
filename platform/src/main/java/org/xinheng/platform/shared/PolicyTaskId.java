package org.xinheng.platform.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A task of a policy document (任务分工). */
public record PolicyTaskId(@JsonValue UUID value) {

    @JsonCreator
    public static PolicyTaskId of(String text) {
        return new PolicyTaskId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
