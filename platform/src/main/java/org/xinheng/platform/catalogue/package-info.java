/**
 * Information items (信息目录): the gate before collection; and how long what was collected is kept (保存期限).
 */
@ApplicationModule(
        displayName = "Catalogue",
        allowedDependencies = {"shared", "audit", "packs", "access"})
@NullMarked
package org.xinheng.platform.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
