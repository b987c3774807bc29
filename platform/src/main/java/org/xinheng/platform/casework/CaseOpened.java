package org.xinheng.platform.casework;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.CaseId;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;

/** Officers of an agency have something to do, by {@code due} at the latest where there is a clock. */
public record CaseOpened(
        @Nullable SubjectId subject,
        CaseId caseId,
        CaseKind kind,
        AgencyId agency,
        Role role,
        @Nullable LocalDate due) implements Fact {

    @Override
    public UUID reference() {
        return caseId.value();
    }
}
