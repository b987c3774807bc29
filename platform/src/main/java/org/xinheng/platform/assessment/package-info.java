/**
 * The yearly assessment of agencies (年度考核): computed by a published rule, shown, contested, decided, published, closed with
 * its digest in the order of facts. Agencies are assessed, persons never.
 */
@ApplicationModule(
        displayName = "Assessment",
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
            "disclosure",
            "jointaction",
            "indicator",
            "oversight"
        })
@NullMarked
package org.xinheng.platform.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
