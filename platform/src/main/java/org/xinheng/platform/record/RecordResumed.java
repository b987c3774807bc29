package org.xinheng.platform.record;

import java.util.UUID;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.SubjectId;

/** Joint measures resting on the record hold again. */
public record RecordResumed(SubjectId subject, RecordId record) implements Fact {

    @Override
    public UUID reference() {
        return record.value();
    }
}
