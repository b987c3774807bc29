package org.xinheng.platform.audit;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Checks the whole chain from within the running platform; reads every fact once, in one snapshot. */
@Component
public class VerifyChain {

    private final JdbcOperations jdbc;

    VerifyChain(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    public Chain.Verification verify() {
        ConnectionCallback<Chain.Verification> verification = Chain::verify;
        var result = jdbc.execute(verification);
        if (result == null) {
            throw new IllegalStateException("a verification always has a result");
        }
        return result;
    }
}
