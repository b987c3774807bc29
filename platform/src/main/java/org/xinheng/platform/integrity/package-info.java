/**
 * Government integrity and the work around it (政务诚信): steps of major decisions, promises of government bodies, those of them
 * on the court's list, third-party evaluations, campaigns, publicity and education. Ledgers of what people did, by which
 * document; nothing here has an effect on anybody.
 */
@ApplicationModule(
        displayName = "Integrity",
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
            "listing",
            "intake",
            "disclosure",
            "jointaction",
            "indicator"
        })
@NullMarked
package org.xinheng.platform.integrity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
