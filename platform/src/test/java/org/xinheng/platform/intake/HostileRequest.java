package org.xinheng.platform.intake;

import java.time.Instant;
import org.xinheng.platform.intake.Sender.Answer;

/**
 * A request nobody wants to get, and the answer it gets.
 *
 * @param name a sentence
 * @param code of the problem
 */
record HostileRequest(String name, int status, String code, Call call) {

    /**
     * Who sends.
     *
     * @param regulator may report for its agency
     * @param housing may report for another
     */
    record Senders(int port, Sender regulator, Sender housing, TokenMaker tokens) {

        Sender with(String authorization) {
            return new Sender(port, authorization);
        }
    }

    interface TokenMaker {

        /** A token of a client that does not exist in any table, signed by our key or by one of its own. */
        String sign(boolean withOurKey, Instant issued, Instant expires);
    }

    @FunctionalInterface
    interface Call {

        Answer send(Senders senders) throws Exception;
    }

    @Override
    public String toString() {
        return name;
    }
}
