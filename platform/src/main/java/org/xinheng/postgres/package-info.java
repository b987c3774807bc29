/**
 * The database that comes with Xinheng: an embedded PostgreSQL 18 kept in one data folder, for cities that run no
 * database server of their own. Plain Java, so that offline commands and tests can use it without the application.
 */
@NullMarked
package org.xinheng.postgres;

import org.jspecify.annotations.NullMarked;
