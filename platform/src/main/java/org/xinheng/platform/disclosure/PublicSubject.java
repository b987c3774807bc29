package org.xinheng.platform.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.xinheng.kernel.pack.SubjectKind;
import org.xinheng.platform.shared.ListId;

/**
 * An organisation as everybody may see it today. Made by {@link Projection} alone.
 *
 * @param records what is on show of honours, commitments and whatever else is neither licence nor penalty
 * @param lists places on incentive and serious lists
 * @param dataAsOf newest moment of the order the answer knows
 */
public record PublicSubject(
        String code,
        String name,
        SubjectKind kind,
        List<ShownRecord> licences,
        List<ShownRecord> penalties,
        List<ShownRecord> records,
        List<ShownListing> lists,
        Instant dataAsOf,
        String packRelease) {

    /** Whether anything in it speaks against the organisation: such a page is neither indexed nor cached. */
    public boolean adverse() {
        return !penalties.isEmpty()
                || Stream.of(licences, records).flatMap(List::stream).anyMatch(ShownRecord::adverse)
                || lists.stream().anyMatch(ShownListing::adverse);
    }

    /** Ids of the lists it stands on. */
    public List<ListId> listIds() {
        return lists.stream().map(ShownListing::list).distinct().toList();
    }
}
