package org.xinheng.platform.jointaction;

import java.util.UUID;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.SubjectId;

/** A case worth showing was proposed, adopted, declined or withdrawn. */
public record ExampleMoved(SubjectId subject, UUID example, AgencyId agency, Example.State state) implements Fact {

    @Override
    public UUID reference() {
        return example;
    }
}
