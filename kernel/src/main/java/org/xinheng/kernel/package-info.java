/**
 * What an offline command, a Spark job and the application share: refusals, identifiers, the calendar, row checks and
 * packs. Plain Java, no Spring, no database.
 */
@NullMarked
package org.xinheng.kernel;

import org.jspecify.annotations.NullMarked;
