package org.xinheng.platform.disclosure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One published place on a list, in force today. Made by {@link Projection} alone.
 *
 * @param code an organisation's credit code; null for persons and sole traders
 * @param name an organisation's name; of persons and sole traders, shown only where a statute says so, masked
 * @param until last day; null = until ended
 */
public record PublicListEntry(
        @Nullable String code,
        String name,
        String determinedBy,
        @Nullable String document,
        LocalDate decidedOn,
        @Nullable LocalDate until) {}
