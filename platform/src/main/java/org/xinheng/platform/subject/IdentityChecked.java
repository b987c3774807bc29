package org.xinheng.platform.subject;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.SubjectId;

/** The population register was asked about somebody; the order does not say about whom. */
public record IdentityChecked(UUID check, PopulationRegister.Reply reply) implements Fact {

    @Override
    public @Nullable SubjectId subject() {
        return null;
    }

    @Override
    public UUID reference() {
        return check;
    }
}
