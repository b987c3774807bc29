package org.xinheng.platform.integrity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an entry of a ledger.
 *
 * @param version counted from one
 * @param name of the step, one of its ledger's
 * @param on the day it happened
 * @param actor account that wrote it
 * @param said null where nothing was said, or it was deleted
 */
public record LedgerStep<S>(
        int version,
        String name,
        LocalDate on,
        String actor,
        @Nullable S said) {}
