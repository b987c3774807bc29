package org.xinheng.platform.integrity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.AgencyId;

/**
 * An activity of publicity or education, as evidence of work done.
 *
 * @param heldOn its day, or the first of several
 * @param content null where deleted
 * @param withdrawn whether it was entered by mistake, with the reason in its last step
 */
public record Activity(
        UUID id,
        AgencyId agency,
        LocalDate heldOn,
        @Nullable Content content,
        boolean withdrawn,
        List<LedgerStep<Said>> steps) {

    static final Ledger<Content, Said> LEDGER = new Ledger<>("ACTIVITY", Content.class, Said.class);

    /**
     * @param participants how many took part; who they were is not collected
     * @param link where it can be read about; null for none
     */
    public record Content(
            ActivityKind kind,
            String title,
            String place,
            String organiser,
            int participants,
            @Nullable String summary,
            @Nullable String link) {}

    public record Said(String reason) {}
}
