package org.xinheng.kernel.pack;

/** Level of government. */
public enum AgencyLevel {
    NATION,
    PROVINCE,
    CITY,
    COUNTY,
    TOWNSHIP
}
