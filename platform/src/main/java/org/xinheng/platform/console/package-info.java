/**
 * Pages for officers (工作台). Composes modules, owns no tables.
 */
@ApplicationModule(
        displayName = "Console",
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
            "integrity",
            "oversight",
            "assessment"
        })
@NullMarked
package org.xinheng.platform.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
