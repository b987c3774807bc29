package org.xinheng.kernel.policy;

/** What a document is made of once lines cut by a page are joined and tables are found. */
sealed interface Part permits Block, Table {}
