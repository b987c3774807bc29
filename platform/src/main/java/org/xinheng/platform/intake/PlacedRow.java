package org.xinheng.platform.intake;

import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.item.CheckedRow;
import org.xinheng.kernel.pack.CreditList;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.subject.Identity;

/**
 * A row that passed its checks, with what its words mean here.
 *
 * @param authority who answers for the decision; for a received list's entry whose deciding body is none of the city's,
 *     the agency that passes it on
 * @param list the list an entry is for; null for other rows
 */
record PlacedRow(
        CheckedRow.Accepted row,
        AgencyId authority,
        Identity identity,
        @Nullable CreditList list) {}
