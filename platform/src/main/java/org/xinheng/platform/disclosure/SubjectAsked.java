package org.xinheng.platform.disclosure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.kernel.identifier.IdType;
import org.xinheng.platform.subject.Identity;

/**
 * Whom a question names: an organisation or sole trader by {@code code}, a person by type, number and name. Prints
 * nothing of them.
 */
public record SubjectAsked(
        @Nullable String code,
        @Nullable IdType idType,
        @Nullable String idNumber,
        @Nullable String name) {

    /** Whom it means; refuses with {@code SUBJECT_INCOMPLETE} what names nobody, without saying which part is wrong. */
    public Identity identity(LocalDate today) {
        var given = name == null ? "" : name.strip();
        if (code != null && idType == null && idNumber == null) {
            var parsed = CreditCode.parse(code);
            return parsed.soleTrader()
                    ? new Identity.SoleTrader(parsed, given)
                    : new Identity.Organisation(parsed, given);
        }
        if (code != null || idType == null || idNumber == null || given.isEmpty()) {
            throw new CreditException(DisclosureError.SUBJECT_INCOMPLETE);
        }
        var number = idType.check(idNumber, today).normalized();
        if (number == null) {
            throw new CreditException(DisclosureError.SUBJECT_INCOMPLETE);
        }
        return new Identity.Person(idType, number, given);
    }

    @Override
    public String toString() {
        return "SubjectAsked[…]";
    }
}
