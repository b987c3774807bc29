package org.xinheng.platform.subject;

import java.util.UUID;
import org.xinheng.kernel.pack.SubjectKind;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.SubjectId;

/** A lawful record, account or consent brought a subject into being here. */
public record SubjectEstablished(SubjectId subject, SubjectKind kind) implements Fact {

    @Override
    public UUID reference() {
        return subject.value();
    }
}
