package org.xinheng.platform.catalogue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.pack.Retention;
import org.xinheng.platform.shared.ItemId;

/**
 * A rule of how long something is kept, asked on a day.
 *
 * @param besides items with a rule of their own, left out by a rule for all
 * @param zone in which moments are days
 */
public record Expiry(Retention rule, LocalDate day, Collection<ItemId> besides, ZoneId zone) {

    /** What was counted from an earlier day than this has been kept long enough; null where it is kept for good. */
    public @Nullable LocalDate cutoff() {
        var keepFor = rule.keepFor();
        return keepFor == null ? null : day.minus(keepFor);
    }

    public boolean from(Retention.From from) {
        return rule.from() == from;
    }

    /** The item whose records it is about; null = all but {@link #besides}. */
    public @Nullable String item() {
        return rule.item();
    }

    public String[] others() {
        return rule.item() != null
                ? new String[0]
                : besides.stream().map(ItemId::value).toArray(String[]::new);
    }
}
