/**
 * Releases of rule packs (规则包): dated, approved by a second officer, never changed.
 */
@ApplicationModule(
        displayName = "Packs",
        allowedDependencies = {"shared", "audit"})
@NullMarked
package org.xinheng.platform.packs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
