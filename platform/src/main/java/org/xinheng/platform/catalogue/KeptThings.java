package org.xinheng.platform.catalogue;

import java.util.List;
import java.util.UUID;
import org.xinheng.kernel.pack.Retention;

/**
 * Things of one kind that are kept for a time (保存期限), in the module that owns them: which have been kept long enough, and
 * how they are deleted. What is in force, shown or contested is never among them.
 */
public interface KeptThings {

    Retention.Kept kept();

    /** Which have been kept long enough. */
    KeptRows rows();

    /**
     * Deletes those of them that may still be deleted once they are held, within the running transaction and its change.
     *
     * @return how many
     */
    int delete(List<UUID> ids, Expiry expiry, Deletion act);
}
