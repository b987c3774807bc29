package org.xinheng.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.xinheng.kernel.CreditException;

/** Keeps a refusal to start from being printed as a crash: whoever started explains it in a line. */
final class QuietRefusal implements SpringBootExceptionReporter {

    QuietRefusal(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        return find(failure) != null;
    }

    /** The refusal among the causes, or null. */
    static @Nullable CreditException find(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CreditException refusal) {
                return refusal;
            }
        }
        return null;
    }
}
