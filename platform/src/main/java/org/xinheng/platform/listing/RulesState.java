package org.xinheng.platform.listing;

import java.util.Set;
import org.xinheng.platform.shared.Role;

/** Where the rules of a list stand on their way to the public, and what may follow what: the one table of it. */
public enum RulesState {
    /** Open for everybody to comment on (公开征求意见). */
    CONSULTING(Role.DETERMINER, "ListConsultationOpened"),
    /** Closed: what was done with the comments stands in a report. */
    CONSULTED(Role.DETERMINER, "ListConsultationClosed"),
    /** Published: somebody may be determined by them. */
    PUBLISHED(Role.DECIDER, "ListRulesPublished"),
    WITHDRAWN(Role.DETERMINER, "ListConsultationWithdrawn");

    private final Role role;
    private final String fact;

    RulesState(Role role, String fact) {
        this.role = role;
        this.fact = fact;
    }

    /** Who may lead there. */
    public Role role() {
        return role;
    }

    /** Stable name of the fact that it got there. */
    public String fact() {
        return fact;
    }

    /** States that may follow. */
    public Set<RulesState> next() {
        return switch (this) {
            case CONSULTING -> Set.of(CONSULTED, WITHDRAWN);
            case CONSULTED -> Set.of(PUBLISHED, WITHDRAWN);
            case PUBLISHED, WITHDRAWN -> Set.of();
        };
    }

    public boolean over() {
        return next().isEmpty();
    }
}
