package org.xinheng.platform.listing;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.casework.Paper;
import org.xinheng.platform.casework.Papers;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ListId;

/** Rules of lists that are open for everybody to comment on today, with what the public is told. */
@Component
public class PublicConsultations {

    private final RulesOfLists rules;
    private final Papers papers;
    private final Order order;

    PublicConsultations(RulesOfLists rules, Papers papers, Order order) {
        this.rules = rules;
        this.papers = papers;
        this.order = order;
    }

    /**
     * @param announcement where the draft stands, how to comment; null where it was deleted
     * @param until last day on which everybody can comment
     */
    public record Consultation(
            ListId list, AgencyId agency, @Nullable String announcement, LocalDate from, LocalDate until) {}

    /** Those that run today, the soonest over first. */
    public List<Consultation> running() {
        var today = order.today();
        return rules.consulting().stream()
                .filter(wording ->
                        !today.isAfter(Objects.requireNonNull(wording.due(), "a consultation without a last day")))
                .map(wording -> new Consultation(
                        wording.list(),
                        wording.agency(),
                        announcement(wording),
                        wording.openedOn(),
                        Objects.requireNonNull(wording.due())))
                .toList();
    }

    private @Nullable String announcement(RulesOfLists.Standing wording) {
        return papers.of(wording.id()).stream()
                .filter(filed -> filed.kind() == Paper.Kind.DRAFT_RULES)
                .map(Papers.Filed::paper)
                .filter(Objects::nonNull)
                .map(Paper::text)
                .findFirst()
                .orElse(null);
    }
}
