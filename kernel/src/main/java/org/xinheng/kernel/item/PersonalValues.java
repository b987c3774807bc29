package org.xinheng.kernel.item;

import java.util.Collections;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.identifier.IdType;

/**
 * What a row says about persons, in clear, apart from its other values so that the receiver can seal it at once:
 * certificate numbers, names of persons, everything that identifies a sole trader, and free text with such a number in
 * it. Prints only which fields it holds.
 */
public final class PersonalValues {

    private final SequencedMap<String, String> clear;
    private final @Nullable IdType subjectIdType;
    private final @Nullable String subjectNumber;

    PersonalValues(SequencedMap<String, String> clear, @Nullable IdType subjectIdType, @Nullable String subjectNumber) {
        this.clear = Collections.unmodifiableSequencedMap(clear);
        this.subjectIdType = subjectIdType;
        this.subjectNumber = subjectNumber;
    }

    /** Ids of the fields it holds. */
    public Set<String> fields() {
        return clear.keySet();
    }

    /** The clear value of a field, or null. */
    public @Nullable String clear(String field) {
        return clear.get(field);
    }

    /** All clear values by field id. */
    public Map<String, String> clear() {
        return clear;
    }

    /** Type of the subject's certificate; null unless the subject is a person. */
    public @Nullable IdType subjectIdType() {
        return subjectIdType;
    }

    /** The number the subject is known by, of a certificate or a sole trader's code; null for organisations. */
    public @Nullable String subjectNumber() {
        return subjectNumber;
    }

    @Override
    public String toString() {
        return "PersonalValues" + clear.keySet();
    }
}
