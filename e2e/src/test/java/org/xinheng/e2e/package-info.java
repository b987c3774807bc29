/** The story of one decision, told in a real browser against the demo as people start it. */
@NullMarked
package org.xinheng.e2e;

import org.jspecify.annotations.NullMarked;
