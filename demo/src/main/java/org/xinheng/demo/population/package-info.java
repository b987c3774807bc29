/**
 * Subjects and decisions that never were: codes of a division nobody has and organisation codes beginning MAXH, invented
 * trade names. Drawn from a fixed seed, so that the same city on the same day is the same data.
 */
@NullMarked
package org.xinheng.demo.population;

import org.jspecify.annotations.NullMarked;
