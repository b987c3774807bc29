/**
 * Joint action (联合奖惩): checks, prompts, slips, tasks, feedback, decided matters, the two reports.
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
