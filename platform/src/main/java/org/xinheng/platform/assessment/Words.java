package org.xinheng.platform.assessment;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.identifier.IdentifierScan;
import org.xinheng.platform.vault.Opened;
import org.xinheng.platform.vault.Vault;

/** What officers wrote about an assessment: sealed under its key, numbers of persons masked before. */
@Component
class Words {

    private final Vault vault;

    Words(Vault vault) {
        this.vault = vault;
    }

    byte[] seal(UUID assessment, String said) {
        return vault.seal(assessment, said.getBytes(StandardCharsets.UTF_8));
    }

    byte @Nullable [] sealAny(UUID assessment, @Nullable String said) {
        return said == null ? null : seal(assessment, said);
    }

    /** Null for nothing, and where it was deleted. */
    @Nullable
    String open(UUID assessment, byte @Nullable [] sealed) {
        return sealed == null
                ? null
                : vault.open(assessment, sealed) instanceof Opened.Clear clear ? clear.text() : null;
    }

    /** Refuses an empty text where the procedure needs one. */
    static String written(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new CreditException(AssessmentError.ASSESSMENT_REASON_MISSING);
        }
        return IdentifierScan.mask(text.strip());
    }
}
