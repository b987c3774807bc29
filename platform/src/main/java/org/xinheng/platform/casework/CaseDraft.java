package org.xinheng.platform.casework;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.calendar.Due;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;

/**
 * A case about to be opened.
 *
 * @param reference what it is about: a determination, a listing, an objection
 * @param notBy account that must not handle it (two pairs of eyes); null = anybody with the role
 * @param due last day, counted in working days; null = no clock
 */
public record CaseDraft(
        CaseKind kind,
        @Nullable SubjectId subject,
        UUID reference,
        AgencyId agency,
        Role role,
        @Nullable String notBy,
        @Nullable Due due) {}
