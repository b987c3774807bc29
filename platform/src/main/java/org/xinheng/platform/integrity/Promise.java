package org.xinheng.platform.integrity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.SubjectId;

/**
 * What a government body promised (政府承诺): in a policy, a contract, an agreement, to be kept by a last day.
 *
 * @param counterparty the organisation it was promised to; null for none, or for everyone
 * @param due last day, as extended
 * @param content null where deleted
 */
public record Promise(
        UUID id,
        AgencyId agency,
        @Nullable SubjectId counterparty,
        LocalDate openedOn,
        LocalDate due,
        PromiseStep.State state,
        @Nullable Content content,
        List<LedgerStep<Said>> steps) {

    static final Ledger<Content, Said> LEDGER = new Ledger<>("PROMISE", Content.class, Said.class);

    /**
     * @param document title or number of where it stands
     * @param published whether everyone may see it on the portal
     */
    public record Content(
            PromiseKind kind,
            PromiseField field,
            String title,
            String text,
            String document,
            LocalDate madeOn,
            boolean published) {}

    /**
     * What a step says.
     *
     * @param papers what it rests on
     * @param milestone which one; null for other steps
     * @param due the new last day; null for other steps
     * @param responsible whom on the government's side a decision names; null where it names nobody
     * @param submission under which it was sent in as a record; null for other steps
     */
    public record Said(
            List<String> papers,
            @Nullable String note,
            @Nullable Milestone milestone,
            @Nullable LocalDate due,
            @Nullable String responsible,
            @Nullable UUID submission) {

        public static Said of(List<String> papers, @Nullable String note) {
            return new Said(papers, note, null, null, null, null);
        }
    }

    /** How it stands on a day; the clock alone makes a promise missed. */
    public enum Standing {
        RUNNING,
        /** Said to be kept in time; the evidence is being looked at. */
        REPORTED,
        MISSED,
        KEPT,
        KEPT_LATE,
        RELEASED
    }

    public Standing standing(LocalDate today) {
        return switch (state) {
            case OPEN -> today.isAfter(due) ? Standing.MISSED : Standing.RUNNING;
            case REPORTED -> last(PromiseStep.REPORTED).isAfter(due) ? Standing.MISSED : Standing.REPORTED;
            case KEPT -> last(PromiseStep.REPORTED).isAfter(due) ? Standing.KEPT_LATE : Standing.KEPT;
            case RELEASED -> last(PromiseStep.RELEASED).isAfter(due) ? Standing.MISSED : Standing.RELEASED;
        };
    }

    /** Whether its last day passed without its being kept: also of one that was kept late. */
    public boolean missed(LocalDate today) {
        var standing = standing(today);
        return standing == Standing.MISSED || standing == Standing.KEPT_LATE;
    }

    /** Whether a decision about it was sent in as a record of the body. */
    public boolean defaultRecorded() {
        return steps.stream().anyMatch(step -> step.name().equals(PromiseStep.DEFAULT_RECORDED.name()));
    }

    /** The step that documents a milestone last; null while none does. */
    public @Nullable LedgerStep<Said> milestone(Milestone milestone) {
        return steps.stream()
                .filter(step -> step.said() != null && step.said().milestone() == milestone)
                .reduce((_, later) -> later)
                .orElse(null);
    }

    private LocalDate last(PromiseStep step) {
        return steps.stream()
                .filter(one -> one.name().equals(step.name()))
                .reduce((_, later) -> later)
                .orElseThrow()
                .on();
    }

    static Promise read(LedgerEntry<Content, Said> entry) {
        var due = entry.due();
        if (due == null) {
            throw new IllegalStateException("a promise without a last day: " + entry.id());
        }
        var state = PromiseStep.State.OPEN;
        for (var step : entry.steps()) {
            state = PromiseStep.valueOf(step.name()).to(state);
            if (step.said() != null && step.said().due() != null) {
                due = step.said().due();
            }
        }
        return new Promise(
                entry.id(),
                entry.agency(),
                entry.subject(),
                entry.openedOn(),
                due,
                state,
                entry.content(),
                entry.steps());
    }
}
