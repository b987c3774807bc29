package org.xinheng.kernel;

import java.util.Arrays;
import java.util.List;

/**
 * The one exception for refusals: a stable code and the values its message needs. Arguments are shown to callers and
 * written to logs, so they never hold a person's data.
 */
public final class CreditException extends RuntimeException {

    private final transient ErrorCode code;
    private final List<String> arguments;

    public CreditException(ErrorCode code, Object... arguments) {
        super(code.name() + " " + Arrays.toString(arguments));
        this.code = code;
        this.arguments = Arrays.stream(arguments).map(String::valueOf).toList();
    }

    public ErrorCode code() {
        return code;
    }

    public List<String> arguments() {
        return arguments;
    }
}
