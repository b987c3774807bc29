package org.xinheng.kernel.pack;

import java.time.LocalDate;
import java.util.List;
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
 * @param rulesFor ids of lists whose rules of determination (认定办法) it makes for its whole territory
 * @param pilot the lists it wants to be first; null for most
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
        List<String> rulesFor,
        @Nullable Pilot pilot,
        String source,
        boolean verified)
        implements PackEntry {

    /**
     * Fields in which a document wants the system of lists first (率先实施).
     *
     * @param lists ids of the lists of those fields
     * @param until last day it gives
     */
    public record Pilot(List<String> lists, String article, LocalDate until) {}

    /** Whether it holds in this division: a national one everywhere, a local one in its own territory. */
    public boolean covers(String division) {
        return territory == null || division.startsWith(territory.replaceFirst("(00)+$", ""));
    }

    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(inForceFrom) && (inForceUntil == null || !day.isAfter(inForceUntil));
    }
}
