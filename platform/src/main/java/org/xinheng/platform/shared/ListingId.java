package org.xinheng.platform.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A subject's place on a list (列入). */
public record ListingId(@JsonValue UUID value) {

    @JsonCreator
    public static ListingId of(String text) {
        return new ListingId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
