/**
 * Cases (办理事项): assignment, clocks in working days, four eyes, documents, notices, inbox.
 */
@ApplicationModule(
        displayName = "Casework",
        allowedDependencies = {"shared", "vault", "audit", "packs", "access", "subject"})
@NullMarked
package org.xinheng.platform.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
