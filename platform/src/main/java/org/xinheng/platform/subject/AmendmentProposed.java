package org.xinheng.platform.subject;

import java.util.UUID;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.SubjectId;

/** A change to a subject waits for another officer of the same agency. */
public record AmendmentProposed(SubjectId subject, UUID amendment, AmendmentKind kind, AgencyId agency)
        implements Fact {

    @Override
    public UUID reference() {
        return amendment;
    }
}
