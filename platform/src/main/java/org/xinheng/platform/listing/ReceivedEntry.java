package org.xinheng.platform.listing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.SubjectId;

/**
 * An entry of a list whose decisions are made elsewhere: by a court, tax, customs, another city or the province.
 *
 * @param passedOnBy the agency that sent it in
 * @param authority name of the deciding body as its decision writes it
 * @param document number of the decision or case (文号、案号)
 * @param servedOn day of service; null where the source does not say
 * @param sourceAttested whether the source attests service
 * @param validUntil last day of effect; null = until the source ends it
 * @param record the record it came with
 */
public record ReceivedEntry(
        SubjectId subject,
        ListId list,
        AgencyId passedOnBy,
        String authority,
        String document,
        String facts,
        LocalDate decidedOn,
        @Nullable LocalDate servedOn,
        boolean sourceAttested,
        @Nullable LocalDate validUntil,
        RecordId record) {

    @Override
    public String toString() {
        return "ReceivedEntry[" + list + ", " + record + "]";
    }
}
