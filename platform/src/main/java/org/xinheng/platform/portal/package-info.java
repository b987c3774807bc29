/**
 * Pages for everyone (门户). Composes modules, owns no tables.
 */
@ApplicationModule(
        displayName = "Portal",
        allowedDependencies = {
            "shared",
            "audit",
            "packs",
            "access",
            "subject",
            "record",
            "measure",
            "listing",
            "disclosure",
            "jointaction",
            "integrity"
        })
@NullMarked
package org.xinheng.platform.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
