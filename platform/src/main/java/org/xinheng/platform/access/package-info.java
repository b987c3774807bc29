/**
 * Who may do what (权限): agencies, officers, roles, API clients, sign-in.
 */
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"shared", "vault", "audit", "packs"})
@NullMarked
package org.xinheng.platform.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
