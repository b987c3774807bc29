/**
 * The one order of all facts: position, moment, hash chain; and the one predicate that reads history by it.
 */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"shared", "vault"})
@NullMarked
package org.xinheng.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
