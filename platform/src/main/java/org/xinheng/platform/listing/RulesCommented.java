package org.xinheng.platform.listing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.SubjectId;

/** Somebody commented on the rules of a list and was answered. */
public record RulesCommented(UUID rules, ListId list) implements Fact {

    @Override
    public @Nullable SubjectId subject() {
        return null;
    }

    @Override
    public UUID reference() {
        return rules;
    }
}
