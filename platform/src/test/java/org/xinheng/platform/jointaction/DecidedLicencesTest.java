package org.xinheng.platform.jointaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.record.AcceptRecords;
import org.xinheng.platform.record.RecordDraft;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.MatterId;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.shared.SubmissionId;
import org.xinheng.platform.subject.Identity;

@PlatformTest
class DecidedLicencesTest {

    private static final Actor APPROVAL = Callers.officer("approval-l", "approval", Role.CHECKER);
    private static final Actor OFFICE = Callers.officer("office-l", "credit-office", Role.CREDIT_OFFICE);
    private static final LocalDate DECIDED = SettableClock.START.minusDays(2);

    @Autowired
    ApplicationContext context;

    @Autowired
    AcceptRecords acceptRecords;

    @Autowired
    Changes changes;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    CheckSubject checkSubject;

    @Autowired
    JointActionQueries queries;

    @Autowired
    SettableClock clock;

    private Listed listed;

    @BeforeEach
    void onTheFirstDay() {
        clock.set(SettableClock.START);
        listed = new Listed(context);
    }

    @Test
    void aLicenceTakenInWithoutACheckStandsInTheReportAndOneWithACheckDoesNot() {
        clock.set(DECIDED);
        // Asked before anybody here knew the enterprise: the check counts all the same.
        checkSubject.check(
                new Question(
                        Asked.byCode(Synthetic.organisation(2601), null),
                        new MatterId("administrative-approval"),
                        "行政许可",
                        null,
                        "李工",
                        null),
                APPROVAL);
        clock.set(SettableClock.START);

        licence(2601);
        var unchecked = licence(2602);

        var rows = queries.decidedWithoutCheck(DECIDED, DECIDED, new AgencyId("approval"), OFFICE)
                .rows();
        assertThat(rows).extracting(JointActionQueries.Unchecked::record).containsExactly(unchecked);
        assertThat(rows.getFirst().subject()).contains(Synthetic.organisation(2602));
    }

    private RecordId licence(int n) {
        var code = Synthetic.organisation(n);
        SubjectId subject = listed.subject(new Identity.Organisation(CreditCode.parse(code), "常州虚构许可有限公司" + n));
        var draft = new RecordDraft(
                subject,
                new ItemId("administrative-licence"),
                new AgencyId("approval"),
                "常审许〔2026〕" + n + "号",
                null,
                DECIDED,
                DECIDED,
                null,
                null,
                null,
                false,
                new SubmissionId(new UUID(7, n)),
                2,
                "{}",
                null);
        var accepted = transaction.execute(_ -> acceptRecords.accept(List.of(draft), changes.open(APPROVAL)));
        return Objects.requireNonNull(accepted).getFirst().record();
    }
}
