package org.xinheng.kernel.pack;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A department (单位) with the names it had.
 *
 * @param creditCode its unified social credit code; null where not known
 * @param division code of the administrative division
 * @param guest no public body (an association, a bank, a medium): what it is asked for is advisory, never compelled
 * @param superior id of the agency above; null for none
 * @param predecessors ids of the agencies whose duties it took over
 * @param from first day it existed under this id; null = before anything the platform knows
 * @param until last day; null while it exists
 */
public record Agency(
        String id,
        Label label,
        List<String> aliases,
        @Nullable String creditCode,
        String division,
        AgencyLevel level,
        boolean guest,
        @Nullable String superior,
        List<String> predecessors,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        String source,
        boolean verified)
        implements PackEntry {}
