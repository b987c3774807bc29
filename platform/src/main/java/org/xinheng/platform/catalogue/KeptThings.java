package org.xinheng.platform.catalogue;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.pack.Retention;

/**
 * Things of one kind that are kept for a time (保存期限), in the module that owns them: which have been kept long enough, and
 * how they are deleted. What is in force, shown or contested is never among them.
 */
public interface KeptThings {

    Retention.Kept kept();

    /** Ids of what has been kept long enough, in order, after the given one, at most {@code limit}. */
    List<UUID> expired(Expiry expiry, @Nullable UUID after, int limit);

    /** How many there are. */
    long count(Expiry expiry);

    /**
     * Deletes those of them that may still be deleted once they are held, within the running transaction and its change.
     *
     * @return how many
     */
    int delete(List<UUID> ids, Expiry expiry, Deletion act);
}
