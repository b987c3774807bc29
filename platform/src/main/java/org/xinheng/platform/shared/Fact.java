package org.xinheng.platform.shared;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as a record of ids, days and codes. What it said about someone is sealed elsewhere: a fact
 * never holds a name, a number of a person or free text (a house rule checks the types of its components).
 */
public interface Fact {

    /** Whom it is about; null when nobody in particular. */
    @Nullable
    SubjectId subject();

    /** The thing it is about: a record, listing, determination, submission. */
    @JsonIgnore
    UUID reference();

    /** The stable name under which it stands in the order. */
    @JsonIgnore
    default String type() {
        return getClass().getSimpleName();
    }
}
