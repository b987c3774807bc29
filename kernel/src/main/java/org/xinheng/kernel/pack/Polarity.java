package org.xinheng.kernel.pack;

/** Whether a record speaks for its subject, against it, or neither. */
public enum Polarity {
    POSITIVE,
    NEUTRAL,
    NEGATIVE
}
