package org.xinheng.platform;

/** Where a fault happened, for the log: without its message, which may quote what a row holds of a person. */
final class Trace extends Exception {

    Trace(Throwable fault) {
        super(fault.getClass().getName(), null, false, true);
        setStackTrace(fault.getStackTrace());
    }
}
