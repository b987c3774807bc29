package org.xinheng.platform.casework;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.CaseId;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.SubjectId;

/** What had to be done is done, or no longer needed. */
public record CaseClosed(@Nullable SubjectId subject, CaseId caseId) implements Fact {

    @Override
    public UUID reference() {
        return caseId.value();
    }
}
