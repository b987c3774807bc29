package org.xinheng.platform.catalogue;

import java.time.LocalDate;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.shared.Actor;

/**
 * The recorded act of deleting what has been kept long enough.
 *
 * @param ground the rule and its basis, in words; shown to whoever asks for what was deleted
 */
public record Deletion(LocalDate day, String ground, Change change) {

    public Actor actor() {
        return change.actor();
    }
}
