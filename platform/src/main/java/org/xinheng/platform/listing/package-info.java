/**
 * Incentive, serious and watch lists (名单): determination, receipt, how a listing lasts and ends.
 */
@ApplicationModule(
        displayName = "Listing",
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
            "measure"
        })
@NullMarked
package org.xinheng.platform.listing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
