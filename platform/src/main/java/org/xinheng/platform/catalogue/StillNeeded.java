package org.xinheng.platform.catalogue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.xinheng.kernel.pack.Retention;

/**
 * A part that still works with things of one kind and keeps them from being deleted: a listing in force that rests on a
 * record, a return that is being mended.
 */
public interface StillNeeded {

    Retention.Kept kept();

    /** Those of them that must stay. */
    Set<UUID> of(Collection<UUID> ids, LocalDate day);
}
