/**
 * Policy documents as tracked work (任务分工、跟踪问效): a document is read, corrected by an officer and confirmed; its tasks are
 * reported on with evidence and reviewed; who falls behind is named in a circular.
 */
@ApplicationModule(
        displayName = "Oversight",
        allowedDependencies = {"shared", "vault", "audit", "packs", "access", "casework", "indicator"})
@NullMarked
package org.xinheng.platform.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
