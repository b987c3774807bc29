package org.xinheng.cli;

/** The command cannot be meant like this; the message is the one line that helps. */
final class WrongUse extends RuntimeException {

    WrongUse(String message) {
        super(message);
    }
}
