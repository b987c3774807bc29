package org.xinheng.platform.casework;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.subject.AmendSubject;
import org.xinheng.platform.subject.AmendmentDecided;
import org.xinheng.platform.subject.AmendmentProposed;

/** Changes to subjects keep their own two steps below this module; here they reach the inbox of the second officer. */
@Component
class AmendmentInbox {

    private final OpenCase openCase;
    private final CloseCase closeCase;
    private final AmendSubject amendments;
    private final Changes changes;

    AmendmentInbox(OpenCase openCase, CloseCase closeCase, AmendSubject amendments, Changes changes) {
        this.openCase = openCase;
        this.closeCase = closeCase;
        this.amendments = amendments;
        this.changes = changes;
    }

    @EventListener
    void proposed(AmendmentProposed fact) {
        openCase.open(
                new CaseDraft(
                        CaseKind.SUBJECT_AMENDMENT,
                        fact.subject(),
                        fact.amendment(),
                        fact.agency(),
                        Role.CREDIT_OFFICE,
                        amendments.find(fact.amendment()).proposedBy(),
                        null),
                changes.open(Actor.platform("casework")));
    }

    @EventListener
    void decided(AmendmentDecided fact) {
        closeCase.close(fact.amendment(), changes.open(Actor.platform("casework")), CaseKind.SUBJECT_AMENDMENT);
    }
}
