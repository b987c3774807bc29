package org.xinheng.kernel.identifier;

import java.util.Set;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.ErrorCode;

/** Refusals of identifiers. Their only argument is the {@link CodeReason}, never the value: it may be a person's. */
public enum IdentifierError implements ErrorCode {
    INVALID_CREDIT_CODE,
    INVALID_ORGANISATION_CODE,
    INVALID_BUSINESS_REGISTRATION,
    INVALID_ID_NUMBER;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }

    /** Refuses with the first of the faults; does nothing if there are none. */
    void refuse(Set<CodeReason> faults) {
        if (!faults.isEmpty()) {
            throw new CreditException(this, faults.iterator().next());
        }
    }
}
