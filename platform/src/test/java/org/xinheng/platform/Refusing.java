package org.xinheng.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.ErrorCode;

/** Acts that are refused. */
public final class Refusing {

    private Refusing() {}

    /** The act is refused, and for this reason. */
    public static void refused(ErrorCode code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        CreditException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
