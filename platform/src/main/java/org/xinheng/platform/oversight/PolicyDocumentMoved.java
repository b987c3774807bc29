package org.xinheng.platform.oversight;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.PolicyDocumentId;
import org.xinheng.platform.shared.SubjectId;

/** A policy document was read in, confirmed or discarded. */
public record PolicyDocumentMoved(PolicyDocumentId document, DocumentState state) implements Fact {

    @Override
    public @Nullable SubjectId subject() {
        return null;
    }

    @Override
    public UUID reference() {
        return document.value();
    }
}
