package org.xinheng.platform.integrity;

/**
 * One ledger (台账) and what its entries hold.
 *
 * @param name under which its entries are stored
 * @param content what an entry says from its first day
 * @param said what a step may say
 */
record Ledger<C, S>(String name, Class<C> content, Class<S> said) {}
