/**
 * Information items (信息目录): the gate before collection.
 */
@ApplicationModule(
        displayName = "Catalogue",
        allowedDependencies = {"shared", "packs"})
@NullMarked
package org.xinheng.platform.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
