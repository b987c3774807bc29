package org.xinheng.kernel.pack;

import java.util.List;

/**
 * Until when a decision must stand on a public site (公示时限), where the law sets a clock of its own beside that of the
 * credit platform.
 *
 * @param site where it must stand
 * @param agencies ids of the agencies whose decisions it is for; empty = all
 * @param workingDays from the day of the decision, day 0
 */
public record PublicationClock(Site site, List<String> agencies, int workingDays, Basis basis) {

    /** Whether it runs for decisions of the agency. */
    public boolean runsFor(String agency) {
        return agencies.isEmpty() || agencies.contains(agency);
    }

    /** The sites that publish decisions. */
    public enum Site {
        /** The national, provincial and city sites of public credit (信用网站). */
        CREDIT_SITE,
        /** The market regulator's national system (国家企业信用信息公示系统). */
        ENTERPRISE_PUBLICITY_SYSTEM
    }
}
