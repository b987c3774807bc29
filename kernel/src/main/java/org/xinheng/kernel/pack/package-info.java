/**
 * Rule packs (规则包): what an official may change, as versioned YAML with its basis and source. Reading, layering and
 * checking; nothing here knows a database.
 */
@NullMarked
package org.xinheng.kernel.pack;

import org.jspecify.annotations.NullMarked;
