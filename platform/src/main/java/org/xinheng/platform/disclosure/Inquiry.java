package org.xinheng.platform.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.CreditException;

/**
 * What a question about somebody carries besides whom it is about.
 *
 * @param purpose what the answer is for; always needed
 * @param matter where it is needed: a matter of the packs or the file number of an audit; needed about persons
 * @param reference number of the case at the asker; null where there is none
 * @param authority needed about persons and sole traders
 * @param asOf a day in the past; null = today
 * @param knownAt a moment in the past; null = now
 */
public record Inquiry(
        String purpose,
        @Nullable String matter,
        @Nullable String reference,
        @Nullable Authority authority,
        @Nullable LocalDate asOf,
        @Nullable Instant knownAt) {

    /** Today's question about an organisation. */
    public static Inquiry today(String purpose) {
        return new Inquiry(purpose, null, null, null, null, null);
    }

    void requirePurpose() {
        if (purpose.isBlank()) {
            throw new CreditException(DisclosureError.PURPOSE_REQUIRED);
        }
    }

    /** What a question about a person or sole trader carries besides its purpose. */
    void requireGrounds(Reader reader) {
        if (matter == null || matter.isBlank()) {
            throw new CreditException(DisclosureError.MATTER_REQUIRED);
        }
        switch (authority) {
            case null -> throw new CreditException(DisclosureError.AUTHORITY_REQUIRED);
            // No consent is kept here yet, so none can be relied on.
            case Authority.Consent _ -> throw new CreditException(DisclosureError.CONSENT_NOT_FOUND);
            case Authority.Statute statute -> {
                if (reader.audience() == Audience.GUEST) {
                    throw new CreditException(DisclosureError.CONSENT_NOT_FOUND);
                }
                if (statute.basis().isBlank()) {
                    throw new CreditException(DisclosureError.AUTHORITY_REQUIRED);
                }
            }
        }
    }
}
