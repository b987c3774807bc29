/**
 * Audiences and projections (披露): who may see what, the query log, the ledger of every copy sent.
 */
@ApplicationModule(
        displayName = "Disclosure",
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
            "intake"
        })
@NullMarked
package org.xinheng.platform.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
