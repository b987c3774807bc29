package org.xinheng.kernel.pack;

/** The families of measures the cities' documents name. */
public enum Family {
    ADMINISTRATIVE,
    MARKET,
    INDUSTRY,
    SOCIAL,
    PERSONAL,
    JUDICIAL
}
