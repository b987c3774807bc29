package org.xinheng.platform.disclosure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.AgencyId;

/**
 * How a record or listing stands for one recipient at a moment. Made by {@link Projection} alone.
 *
 * @param counts whether it counts for business: in force and not contested, or in force with an order that goes on
 * @param seen whether it counts and is such as the recipient may see
 * @param adverse whether it speaks against the subject
 * @param definition id of its item or list
 * @param until last day; null = until ended
 */
record Standing(
        AgencyId authority,
        boolean counts,
        boolean seen,
        boolean adverse,
        String definition,
        @Nullable LocalDate until) {}
