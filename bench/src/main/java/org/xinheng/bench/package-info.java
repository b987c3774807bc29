/** How fast the work is: the command {@code bench}. Each measurement stands beside its aim. */
@NullMarked
package org.xinheng.bench;

import org.jspecify.annotations.NullMarked;
