/**
 * Subjects (信用主体): whom the data is about, how they are identified and named.
 */
@ApplicationModule(
        displayName = "Subject",
        allowedDependencies = {"shared", "vault", "audit", "packs", "access"})
@NullMarked
package org.xinheng.platform.subject;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
