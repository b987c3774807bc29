/**
 * Copies of a city's database that can be brought back (备份与恢复): read over JDBC in one snapshot beside a running server,
 * compressed and sealed, with the keys of what they hold kept apart. Plain Java, so that commands need no application.
 */
@NullMarked
package org.xinheng.backup;

import org.jspecify.annotations.NullMarked;
