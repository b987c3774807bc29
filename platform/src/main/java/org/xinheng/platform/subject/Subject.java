package org.xinheng.platform.subject;

import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.identifier.Mask;
import org.xinheng.kernel.pack.SubjectKind;
import org.xinheng.platform.shared.SubjectId;

/**
 * Whom the data is about (信用主体).
 *
 * @param code an organisation's unified social credit code; null for persons and sole traders
 * @param name an organisation's name; of persons and sole traders the masked name
 */
public record Subject(
        SubjectId id, SubjectKind kind, @Nullable String code, String name) {

    static Subject personal(SubjectId id, SubjectKind kind, String name) {
        return new Subject(id, kind, null, Mask.name(name));
    }
}
