/**
 * The command {@code demo}: a city's packs on a database of its own, a fictional population loaded through the public
 * intake, the stories of a normal week, and a clock that can be set forward.
 */
@NullMarked
package org.xinheng.demo;

import org.jspecify.annotations.NullMarked;
