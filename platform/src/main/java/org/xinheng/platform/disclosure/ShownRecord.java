package org.xinheng.platform.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.pack.ItemKind;
import org.xinheng.kernel.pack.Label;
import org.xinheng.kernel.pack.Polarity;
import org.xinheng.platform.record.RecordState;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.RecordId;

/**
 * A record as an audience may see it. Made by {@link Projection} alone.
 *
 * @param kind null where the rules of that day no longer know the item
 * @param authority id of the agency that decided, {@code source} its name
 * @param state how it stands; the public and business callers only ever see what is in force
 * @param inForce whether it counts on the day of the question
 * @param until last day: for the public of publicity, for others of use; null = until ended
 * @param publicUntil last day of publicity; null = not published, or as long as in force
 * @param suspended contested and standing still; told only to those entitled, for others such a record is absent
 * @param fields what may be seen of the content, in the order of the item; empty where deleted
 * @param deleted "deleted on … by … because …"; null where the content is there
 */
public record ShownRecord(
        RecordId id,
        ItemId item,
        Label itemName,
        @Nullable ItemKind kind,
        Polarity polarity,
        AgencyId authority,
        String source,
        LocalDate decidedOn,
        RecordState state,
        boolean inForce,
        @Nullable LocalDate until,
        @Nullable LocalDate publicUntil,
        boolean suspended,
        List<ShownField> fields,
        @Nullable ShownDeletion deleted,
        Instant recordedAt) {

    /** One column of the item with its value, masked as the audience demands. */
    public record ShownField(String id, Label label, String value) {}

    public boolean adverse() {
        return polarity == Polarity.NEGATIVE;
    }
}
