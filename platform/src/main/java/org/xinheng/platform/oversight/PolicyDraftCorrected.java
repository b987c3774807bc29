package org.xinheng.platform.oversight;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.PolicyDocumentId;
import org.xinheng.platform.shared.SubjectId;

/** An officer corrected what was understood of a document under review. */
public record PolicyDraftCorrected(PolicyDocumentId document, int version) implements Fact {

    @Override
    public @Nullable SubjectId subject() {
        return null;
    }

    @Override
    public UUID reference() {
        return document.value();
    }
}
