/**
 * Numbers by which subjects are known: organisations by GB 32100, GB 11714 and GS 15, persons by GB 11643 and the
 * permits. Reading, checking, finding and masking them; the day is always an argument, and what belongs to a person
 * never prints in clear.
 */
@NullMarked
package org.xinheng.kernel.identifier;

import org.jspecify.annotations.NullMarked;
