/**
 * Submissions (报送): files and forms, findings, receipts, timeliness.
 */
@ApplicationModule(
        displayName = "Intake",
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
            "listing"
        })
@NullMarked
package org.xinheng.platform.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
