package org.xinheng.platform.listing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.SubjectId;

/** The rules of a list took a step towards the public. In the order it stands under the name its state gives it. */
public record RulesMoved(UUID rules, ListId list, RulesState state) implements Fact {

    @Override
    public @Nullable SubjectId subject() {
        return null;
    }

    @Override
    public UUID reference() {
        return rules;
    }

    @Override
    public String type() {
        return state.fact();
    }
}
