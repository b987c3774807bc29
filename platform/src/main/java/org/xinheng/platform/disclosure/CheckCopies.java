package org.xinheng.platform.disclosure;

import java.util.List;
import org.xinheng.platform.shared.SubjectId;

/**
 * Port to the log of checks: an answered check is a copy that left as well, and its log lies in a module further up.
 * Implemented there, so that the ledger is whole without keeping anything twice.
 */
public interface CheckCopies {

    /** Answers to checks of the subject, newest first. */
    List<Copy> copiesOf(SubjectId subject);
}
