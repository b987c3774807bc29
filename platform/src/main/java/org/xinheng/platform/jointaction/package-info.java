/**
 * Joint action (联合奖惩): checks, prompts, slips, feedback, decided matters; tasks of agencies with their clocks, reminders,
 * honours to look at again, measures passed on, cases worth showing; the two reports and the quarter.
 */
@ApplicationModule(
        displayName = "Joint action",
        allowedDependencies = {
            "shared",
            "vault",
            "audit",
            "packs",
            "access",
            "subject",
            "casework",
            "catalogue",
            "record",
            "measure",
            "listing",
            "intake",
            "disclosure"
        })
@NullMarked
package org.xinheng.platform.jointaction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
