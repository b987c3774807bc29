package org.xinheng.platform.listing;

import java.util.UUID;
import org.xinheng.platform.shared.DeterminationId;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.SubjectId;

/** A determination took a step. In the order it stands under the name its act gives it. */
public record DeterminationMoved(
        SubjectId subject, DeterminationId determination, ListId list, Act act, DeterminationState state)
        implements Fact {

    @Override
    public UUID reference() {
        return determination.value();
    }

    @Override
    public String type() {
        return act.fact();
    }
}
