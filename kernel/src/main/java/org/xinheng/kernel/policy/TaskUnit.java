package org.xinheng.kernel.policy;

import org.jspecify.annotations.Nullable;

/**
 * A unit as a task names it.
 *
 * @param alias what stands in a bracket behind the name: 市发改委(市信用办)
 */
public record TaskUnit(Role role, String name, @Nullable String alias) {}
