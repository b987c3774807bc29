package org.xinheng.kernel.item;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What makes two rows speak of the same decision: authority, document number, subject and day of decision.
 *
 * @param authority code of the authority, or its name where it has none
 * @param subject code of an organisation, or its name where it has none; null for persons and sole traders, whose number
 *     stands in {@link PersonalValues} and enters keys only hashed
 */
public record NaturalKey(
        String authority, String documentNumber, @Nullable String subject, LocalDate decidedOn) {

    /** The key as one text, with this in the place of the subject. */
    public String text(String subject) {
        return String.join("\u001F", authority, documentNumber, subject, decidedOn.toString());
    }
}
