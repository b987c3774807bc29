package org.xinheng.platform.record;

import java.util.UUID;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.SubjectId;

/** A record counts for nothing any more; the state says why. */
public record RecordEnded(SubjectId subject, RecordId record, RecordState state) implements Fact {

    @Override
    public UUID reference() {
        return record.value();
    }
}
