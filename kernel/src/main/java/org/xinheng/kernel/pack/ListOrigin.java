package org.xinheng.kernel.pack;

/** Where a list's decisions are made. */
public enum ListOrigin {
    DETERMINED_HERE,
    RECEIVED
}
