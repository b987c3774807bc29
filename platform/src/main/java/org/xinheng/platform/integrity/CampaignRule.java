package org.xinheng.platform.integrity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.record.StoredRecord;

/**
 * By what a campaign finds organisations. These are all the words there are: at least so many records of an item, decided within
 * so many months, registered in a division, decided by an agency. Only records in force and not contested count.
 *
 * @param item of the catalogue
 * @param division the code begins with it; null = everywhere
 * @param agency whose decisions; null = anybody's
 */
public record CampaignRule(
        String item,
        int atLeast,
        int months,
        @Nullable String division,
        @Nullable String agency) {

    static final int MOST_MONTHS = 120;

    LocalDate since(LocalDate today) {
        return today.minusMonths(months);
    }

    boolean counts(StoredRecord record, LocalDate today) {
        return record.item().value().equals(item)
                && !record.suspended()
                && !record.decidedOn().isBefore(since(today))
                && (agency == null || record.authority().value().equals(agency));
    }

    boolean covers(String division) {
        return this.division == null || division.startsWith(this.division.replaceFirst("(00)+$", ""));
    }
}
