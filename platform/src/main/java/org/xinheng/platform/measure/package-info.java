/**
 * Measures and matters (奖惩措施与事项) in force on a day.
 */
@ApplicationModule(
        displayName = "Measure",
        allowedDependencies = {"shared", "packs", "access"})
@NullMarked
package org.xinheng.platform.measure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
