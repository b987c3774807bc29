package org.xinheng.platform.integrity;

import java.util.List;
import java.util.Set;

/** How far a subject of a campaign has come. The table is the rule. */
public enum CampaignState {
    FOUND,
    /** It is mending what the records are about. */
    MENDING,
    /** Mended, seen by evidence. */
    CLEARED,
    /** Not to be pursued in this campaign, with the reason. */
    LEFT_OUT;

    Set<CampaignState> next() {
        return switch (this) {
            case FOUND -> Set.of(MENDING, CLEARED, LEFT_OUT);
            case MENDING -> Set.of(CLEARED, LEFT_OUT);
            case CLEARED, LEFT_OUT -> Set.of();
        };
    }

    /** In the order of the table, for a form. */
    public List<CampaignState> steps() {
        return next().stream().sorted().toList();
    }
}
