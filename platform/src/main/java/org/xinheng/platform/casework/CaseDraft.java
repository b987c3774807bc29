package org.xinheng.platform.casework;

import java.time.LocalDate;
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
 * @param lapses last day on which it matters: afterwards nobody has to do it any more; null = until it is closed
 */
public record CaseDraft(
        CaseKind kind,
        @Nullable SubjectId subject,
        UUID reference,
        AgencyId agency,
        Role role,
        @Nullable String notBy,
        @Nullable Due due,
        @Nullable LocalDate lapses) {

    /** One that matters until it is closed. */
    public CaseDraft(
            CaseKind kind,
            @Nullable SubjectId subject,
            UUID reference,
            AgencyId agency,
            Role role,
            @Nullable String notBy,
            @Nullable Due due) {
        this(kind, subject, reference, agency, role, notBy, due, null);
    }
}
