package org.xinheng.platform.integrity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.AgencyId;

/**
 * A round in which a third party evaluates government bodies (第三方评价). What it says is reference: it brings nothing about.
 *
 * @param content null where deleted
 * @param scores of every body of the group, as the group was when the round began
 * @param closedOn null while it runs
 */
public record Round(
        UUID id,
        AgencyId agency,
        LocalDate openedOn,
        @Nullable Content content,
        List<Score> scores,
        @Nullable LocalDate closedOn) {

    static final Ledger<Content, Note> LEDGER = new Ledger<>("ROUND", Content.class, Note.class);
    static final Ledger<Body, Given> SCORES = new Ledger<>("SCORE", Body.class, Given.class);

    /**
     * @param group named group of the packs whose bodies it covers
     * @param evaluator the third party
     * @param contract under which it was commissioned
     */
    public record Content(
            String title, String group, String evaluator, String contract, LocalDate from, LocalDate until) {}

    record Note(@Nullable String note) {}

    record Body(AgencyId agency) {}

    /**
     * A score as it was given.
     *
     * @param score from 0 to 100
     * @param evaluator who gave it
     * @param evidence papers it rests on
     */
    public record Given(
            BigDecimal score,
            String evaluator,
            List<String> evidence,
            @Nullable String note) {}

    /** @param given null while the body has none */
    public record Score(UUID id, AgencyId body, @Nullable Given given) {}

    public boolean complete() {
        return scores.stream().allMatch(score -> score.given() != null);
    }

    public long scored() {
        return scores.stream().filter(score -> score.given() != null).count();
    }
}
