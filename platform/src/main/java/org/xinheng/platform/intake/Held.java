package org.xinheng.platform.intake;

import java.time.LocalDate;
import java.util.UUID;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.FileId;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.SubmissionId;

/**
 * A submission in a worker's hands.
 *
 * @param claim proves at each commit that nobody else took it over meanwhile
 * @param cursorLine last line whose row has its answer; 0 before the first chunk
 * @param attempts how often it was taken up since a chunk last went in, this time included
 */
record Held(
        SubmissionId id,
        UUID claim,
        Actor sender,
        ItemId item,
        FileId file,
        LocalDate receivedOn,
        SubmissionState state,
        int cursorLine,
        int attempts) {}
