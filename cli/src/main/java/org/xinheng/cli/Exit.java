package org.xinheng.cli;

/** How a command ended, as its caller's shell sees it. */
enum Exit {
    DONE(0),
    /** Done, and there is something to look at. */
    FINDINGS(1),
    WRONG_USE(2),
    FAILED(3);

    private final int status;

    Exit(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }
}
