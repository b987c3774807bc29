package org.xinheng.platform.jointaction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.identifier.IdType;
import org.xinheng.platform.audit.AuditError;
import org.xinheng.platform.disclosure.Authority;
import org.xinheng.platform.disclosure.DisclosureError;
import org.xinheng.platform.shared.MatterId;
import tools.jackson.databind.JsonNode;

/**
 * A question as callers send it.
 *
 * @param asOf refused: business callers ask about today alone; so is {@code knownAt}
 */
record CheckRequest(
        @Nullable Whom subject,
        @Nullable String matter,
        @Nullable String purpose,
        @Nullable String reference,
        @Nullable String officer,
        @Nullable Ground authority,
        @Nullable LocalDate asOf,
        @Nullable Instant knownAt) {

    /** An organisation or sole trader by code, or a person by certificate and name. */
    record Whom(
            @Nullable String code,
            @Nullable String name,
            @Nullable IdType idType,
            @Nullable String idNumber) {

        Asked asked(LocalDate today) {
            if (code != null && !code.isBlank() && (idType != null || idNumber != null)) {
                // Answering for one of the two would pass for the answer about the other.
                throw new CreditException(DisclosureError.SUBJECT_INCOMPLETE);
            }
            if (idType == null && idNumber == null) {
                return Asked.byCode(required(code, "subject.code"), name);
            }
            if (idType == null) {
                throw new CreditException(JointActionError.FIELD_REQUIRED, "subject.idType");
            }
            return Asked.person(idType, required(idNumber, "subject.idNumber"), required(name, "subject.name"), today);
        }

        @Override
        public String toString() {
            return "Whom[…]";
        }
    }

    /** On what ground a person is asked about. */
    record Ground(
            @Nullable Kind kind,
            @Nullable JsonNode basis,
            @Nullable UUID consentId) {

        enum Kind {
            STATUTE,
            CONSENT
        }

        Authority authority() {
            return switch (kind) {
                case STATUTE -> new Authority.Statute(required(text(basis), "authority.basis"));
                case CONSENT -> new Authority.Consent(requiredConsent());
                case null -> throw new CreditException(JointActionError.FIELD_REQUIRED, "authority.kind");
            };
        }

        private UUID requiredConsent() {
            if (consentId == null) {
                throw new CreditException(JointActionError.FIELD_REQUIRED, "authority.consentId");
            }
            return consentId;
        }

        private static @Nullable String text(@Nullable JsonNode basis) {
            if (basis == null || basis.isNull()) {
                return null;
            }
            return basis.isString() ? basis.asString() : basis.toString();
        }
    }

    Question question(LocalDate today) {
        if (asOf != null || knownAt != null) {
            throw new CreditException(AuditError.PAST_NOT_FOR_USE);
        }
        if (subject == null) {
            throw new CreditException(JointActionError.FIELD_REQUIRED, "subject");
        }
        return new Question(
                subject.asked(today),
                new MatterId(required(matter, "matter")),
                required(purpose, "purpose"),
                reference == null || reference.isBlank() ? null : reference,
                required(officer, "officer"),
                authority == null ? null : authority.authority());
    }

    static String required(@Nullable String value, String field) {
        if (value == null || value.isBlank()) {
            throw new CreditException(JointActionError.FIELD_REQUIRED, field);
        }
        return value;
    }
}
