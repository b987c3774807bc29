package org.xinheng.kernel.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One column of a catalogue item.
 *
 * @param id English name, camelCase, as stored in the record's payload
 * @param code field code of the standard, such as {@code CF_WSH}
 * @param label column name of the standard template
 * @param aliases other column names met in files
 * @param length longest text in characters; 0 = the type decides
 * @param values allowed values of {@code CHOICE} and {@code CHOICES}
 * @param role what the platform uses the field for; null for mere content
 * @param open whether the field may be shown to the public when the record may
 */
public record Field(
        String id,
        String code,
        Label label,
        List<String> aliases,
        FieldType type,
        int length,
        Requirement required,
        List<String> values,
        @Nullable FieldRole role,
        boolean open) {}
