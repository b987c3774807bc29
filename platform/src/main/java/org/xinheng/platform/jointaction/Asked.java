package org.xinheng.platform.jointaction;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.kernel.identifier.IdType;
import org.xinheng.kernel.identifier.IdentifierError;
import org.xinheng.kernel.identifier.Mask;
import org.xinheng.platform.subject.Identity;

/**
 * Whom somebody asks about, as asked.
 *
 * @param name as given; null only for organisations and sole traders
 */
public record Asked(Identity identity, @Nullable String name) {

    /** An organisation or a sole trader, by its code. */
    public static Asked byCode(String text, @Nullable String name) {
        var code = CreditCode.parse(text);
        var given = name == null || name.isBlank() ? null : name.strip();
        var called = given == null ? "" : given;
        return new Asked(
                code.soleTrader() ? new Identity.SoleTrader(code, called) : new Identity.Organisation(code, called),
                given);
    }

    /** A natural person, by certificate and name together. */
    public static Asked person(IdType type, String number, String name, LocalDate today) {
        var check = type.check(number, today);
        var normalized = check.normalized();
        if (!check.valid() || normalized == null) {
            throw new CreditException(IdentifierError.INVALID_ID_NUMBER, String.valueOf(check.reason()));
        }
        return new Asked(new Identity.Person(type, normalized, name.strip()), name.strip());
    }

    /** Whether whom it is about is protected like a natural person. */
    public boolean personal() {
        return identity.kind().personal();
    }

    /** An organisation's code; null for persons and sole traders. */
    @Nullable
    String openCode() {
        return identity instanceof Identity.Organisation organisation
                ? organisation.code().value()
                : null;
    }

    /** The name as it may stand in an answer; the same whether or not anybody is known by it. */
    @Nullable
    String openName() {
        if (!personal()) {
            return name;
        }
        return name == null ? "*" : Mask.name(name);
    }

    @Override
    public String toString() {
        return "Asked[" + identity.kind() + "]";
    }
}
