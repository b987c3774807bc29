package org.xinheng.platform.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.SubjectId;

/** An account or an API client was opened; {@code agency} is null for a subject's own. */
public record AccountOpened(
        UUID account, @Nullable AgencyId agency, @Nullable SubjectId subject) implements Fact {

    @Override
    public UUID reference() {
        return account;
    }
}
