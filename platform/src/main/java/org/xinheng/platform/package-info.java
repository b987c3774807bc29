/** The application: one package, one database schema and one migration folder for each module. */
@NullMarked
package org.xinheng.platform;

import org.jspecify.annotations.NullMarked;
