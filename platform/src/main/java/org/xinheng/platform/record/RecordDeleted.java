package org.xinheng.platform.record;

import java.util.UUID;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.SubjectId;

/** The law demanded that the content of a record be deleted; that it was there stays known. */
public record RecordDeleted(SubjectId subject, RecordId record) implements Fact {

    @Override
    public UUID reference() {
        return record.value();
    }
}
