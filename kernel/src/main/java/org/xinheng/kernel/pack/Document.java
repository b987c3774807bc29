package org.xinheng.kernel.pack;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A law, regulation, rule or notice that something rests on (依据文件).
 *
 * @param number official number, such as 国办发〔2020〕49号; null where there is none
 * @param territory province or division code a local document is valid in; null for a national one
 * @param inForceFrom first day in force
 * @param inForceUntil last day in force; null while not repealed
 * @param repealedBy id of the document that repealed or replaced it; null where it only ran out, or nobody said
 * @param reviewNumber fair-competition review number, for documents that favour some competitors
 */
public record Document(
        String id,
        Label title,
        @Nullable String number,
        String issuer,
        DocumentLevel level,
        @Nullable String territory,
        LocalDate inForceFrom,
        @Nullable LocalDate inForceUntil,
        @Nullable String repealedBy,
        @Nullable String reviewNumber,
        String source,
        boolean verified)
        implements PackEntry {

    /** Whether it holds in this division: a national one everywhere, a local one in its own territory. */
    public boolean covers(String division) {
        return territory == null || division.startsWith(territory.replaceFirst("(00)+$", ""));
    }

    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(inForceFrom) && (inForceUntil == null || !day.isAfter(inForceUntil));
    }
}
