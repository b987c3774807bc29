package org.xinheng.platform.integrity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.FileId;
import org.xinheng.platform.shared.SubjectId;

/** A file was handed in with an entry of a ledger. */
public record MaterialKept(UUID entry, UUID material, FileId file) implements Fact {

    @Override
    public @Nullable SubjectId subject() {
        return null;
    }

    @Override
    public UUID reference() {
        return entry;
    }
}
