package org.xinheng.platform.subject;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.SubjectId;

/** Who or what a subject is has changed. In the order it stands under the name its kind gives it. */
public record SubjectAmended(
        SubjectId subject,
        UUID amendment,
        AmendmentKind kind,
        @Nullable SubjectId other) implements Fact {

    @Override
    public UUID reference() {
        return amendment;
    }

    @Override
    public String type() {
        return kind.fact();
    }
}
