package org.xinheng.platform.integrity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.pack.Basis;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.SubjectId;

/**
 * A campaign against a kind of untrustworthy conduct (专项治理): a rule finds organisations, people see to each. It has no effect
 * on anybody: what follows for an organisation follows from its records, not from being found.
 *
 * @param due the day by which it is to be done; null without one
 * @param content null where deleted
 * @param subjects those found, in the order they were found
 * @param closedOn null while it runs
 */
public record Campaign(
        UUID id,
        AgencyId agency,
        LocalDate openedOn,
        @Nullable LocalDate due,
        @Nullable Content content,
        List<Found> subjects,
        @Nullable LocalDate closedOn) {

    static final Ledger<Content, Said> LEDGER = new Ledger<>("CAMPAIGN", Content.class, Said.class);
    static final Ledger<Grounds, Said> SUBJECTS = new Ledger<>("CAMPAIGN_SUBJECT", Grounds.class, Said.class);

    /** @param basis the document of the register it rests on, and the place in it */
    public record Content(String title, String purpose, Basis basis, CampaignRule rule) {}

    /** @param records that counted when it was found */
    record Grounds(List<RecordId> records) {}

    /** @param evidence papers of a step */
    public record Said(@Nullable String note, List<String> evidence) {}

    /**
     * An organisation the rule found.
     *
     * @param records those of its grounds that still count
     * @param standing whether the rule would still find it: what was repaired, annulled or has expired counts for nothing
     */
    public record Found(
            UUID id,
            SubjectId subject,
            LocalDate foundOn,
            CampaignState state,
            List<LedgerStep<Said>> steps,
            List<RecordId> records,
            boolean standing) {

        /** Whether somebody still has to see to it. */
        public boolean open() {
            return standing && (state == CampaignState.FOUND || state == CampaignState.MENDING);
        }
    }

    public long open() {
        return subjects.stream().filter(Found::open).count();
    }

    public long cleared() {
        return subjects.stream()
                .filter(one -> one.state() == CampaignState.CLEARED)
                .count();
    }

    /** Those nobody has to see to any more because their records do not count any more. */
    public long lapsed() {
        return subjects.stream()
                .filter(one ->
                        !one.standing() && (one.state() == CampaignState.FOUND || one.state() == CampaignState.MENDING))
                .count();
    }

    public long leftOut() {
        return subjects.stream()
                .filter(one -> one.state() == CampaignState.LEFT_OUT)
                .count();
    }
}
