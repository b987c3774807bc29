/**
 * Indicators (指标): figures of how agencies do their work, counted from facts the modules have; each opens to its rows. None
 * counts punishments, none is about a person.
 */
@ApplicationModule(
        displayName = "Indicators",
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
            "jointaction"
        })
@NullMarked
package org.xinheng.platform.indicator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
