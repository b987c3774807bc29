/**
 * Keys and what they seal (密钥与加密存储): master keys, a key for each record, keyed hashes, encrypted files, shredding.
 */
@ApplicationModule(
        displayName = "Vault",
        allowedDependencies = {"shared"})
@NullMarked
package org.xinheng.platform.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
