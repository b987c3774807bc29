/**
 * Credit information (信用信息) in versions: terms, publicity, suspension.
 */
@ApplicationModule(
        displayName = "Record",
        allowedDependencies = {"shared", "vault", "audit", "packs", "access", "subject", "casework", "catalogue"})
@NullMarked
package org.xinheng.platform.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
