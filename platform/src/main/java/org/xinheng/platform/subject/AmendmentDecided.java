package org.xinheng.platform.subject;

import java.util.UUID;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.SubjectId;

/** Another officer granted or refused a change to a subject. */
public record AmendmentDecided(SubjectId subject, UUID amendment, boolean granted) implements Fact {

    @Override
    public UUID reference() {
        return amendment;
    }
}
