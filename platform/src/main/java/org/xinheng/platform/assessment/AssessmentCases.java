package org.xinheng.platform.assessment;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.calendar.Due;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.casework.CaseDraft;
import org.xinheng.platform.casework.CaseKind;
import org.xinheng.platform.casework.CloseCase;
import org.xinheng.platform.casework.OpenCase;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;

/** Keeps the inbox in step with an assessment: whose turn it is, until when. */
@Component
class AssessmentCases {

    private static final CaseKind[] TURNS = {
        CaseKind.ASSESSMENT_DRAFT,
        CaseKind.ASSESSMENT_DECISION,
        CaseKind.ASSESSMENT_PUBLICATION,
        CaseKind.ASSESSMENT_CLOSING,
        CaseKind.ASSESSMENT_SHOWN
    };

    private final OpenCase openCase;
    private final CloseCase closeCase;

    AssessmentCases(OpenCase openCase, CloseCase closeCase) {
        this.openCase = openCase;
        this.closeCase = closeCase;
    }

    void drafted(Assessment assessment, Change change) {
        office(assessment, CaseKind.ASSESSMENT_DRAFT, Role.CREDIT_OFFICE, null, change);
    }

    /** Each agency looks; when the days to contest are over, another officer of the credit office decides. */
    void shown(Assessment assessment, Collection<AgencyId> agencies, Due contest, Change change) {
        for (var agency : agencies) {
            openCase.open(
                    new CaseDraft(
                            CaseKind.ASSESSMENT_SHOWN,
                            null,
                            assessment.id(),
                            agency,
                            Role.REPORTER,
                            null,
                            contest,
                            contest.date()),
                    change);
        }
        office(assessment, CaseKind.ASSESSMENT_DECISION, Role.DECIDER, assessment.draftedBy(), change);
    }

    void decided(Assessment assessment, Change change) {
        office(assessment, CaseKind.ASSESSMENT_PUBLICATION, Role.CREDIT_OFFICE, null, change);
    }

    void published(Assessment assessment, Change change) {
        office(assessment, CaseKind.ASSESSMENT_CLOSING, Role.CREDIT_OFFICE, null, change);
    }

    void contested(Assessment assessment, Contest contest, Due due, Change change) {
        openCase.open(
                new CaseDraft(
                        CaseKind.ASSESSMENT_CONTEST,
                        null,
                        contest.id(),
                        AgencyId.CREDIT_OFFICE,
                        Role.CREDIT_OFFICE,
                        assessment.draftedBy(),
                        due),
                change);
    }

    void answered(Contest contest, Change change) {
        closeCase.close(contest.id(), change, CaseKind.ASSESSMENT_CONTEST);
    }

    /** The turn is over. */
    void over(Assessment assessment, Change change) {
        closeCase.close(assessment.id(), change, TURNS);
    }

    private void office(Assessment assessment, CaseKind kind, Role role, @Nullable String notBy, Change change) {
        openCase.open(new CaseDraft(kind, null, assessment.id(), AgencyId.CREDIT_OFFICE, role, notBy, null), change);
    }
}
