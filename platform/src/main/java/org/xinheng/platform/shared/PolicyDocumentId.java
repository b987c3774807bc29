package org.xinheng.platform.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A policy document imported as tasks (任务分工文件). */
public record PolicyDocumentId(@JsonValue UUID value) {

    @JsonCreator
    public static PolicyDocumentId of(String text) {
        return new PolicyDocumentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
