/**
 * Offline commands over the kernel: they answer in a second and need neither server nor database. Results go to standard
 * output, talk to standard error, both in UTF-8.
 */
@NullMarked
package org.xinheng.cli;

import org.jspecify.annotations.NullMarked;
