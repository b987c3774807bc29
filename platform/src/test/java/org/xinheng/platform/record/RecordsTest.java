package org.xinheng.platform.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.kernel.pack.Severity;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.record.Acceptance.Outcome;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.shared.SubmissionId;
import org.xinheng.platform.subject.Identity;
import org.xinheng.platform.subject.Subjects;

@PlatformTest
class RecordsTest {

    private static final Actor REGULATOR = Callers.officer("market-regulator", "market-regulator", Role.REPORTER);
    private static final Actor CREDIT_OFFICE = Callers.officer("credit-office", "credit-office", Role.CREDIT_OFFICE);
    private static final LocalDate DECIDED = LocalDate.parse("2026-11-02");
    private static int next = 8_200;

    @Autowired
    AcceptRecords accept;

    @Autowired
    Records records;

    @Autowired
    EndRecord end;

    @Autowired
    DeleteRecord delete;

    @Autowired
    SuspendRecord suspend;

    @Autowired
    Subjects subjects;

    @Autowired
    Changes changes;

    @Autowired
    Order order;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    IdGenerator ids;

    @Autowired
    SettableClock clock;

    private SubjectId subject = new SubjectId(new UUID(0, 0));

    @BeforeEach
    void aCompanyNobodyElseUses() {
        clock.set(SettableClock.START);
        var company = new Identity.Organisation(new CreditCode(Synthetic.organisation(next++)), "虚构记录有限公司");
        subject = Objects.requireNonNull(transaction.execute(_ -> {
            var change = changes.open(REGULATOR);
            return Objects.requireNonNull(
                    subjects.establish(List.of(company), change).get(company));
        }));
    }

    @Test
    void theSameContentAgainIsADuplicateAndOtherContentANewVersion() {
        var first = accept(draft("甲", "违法事实一", null));
        var again = accept(draft("甲", "违法事实一", null));
        var corrected = accept(draft("甲", "违法事实二", null));

        assertThat(first.outcome()).isEqualTo(Outcome.NEW);
        assertThat(again).isEqualTo(new Acceptance(first.record(), Outcome.DUPLICATE));
        assertThat(corrected).isEqualTo(new Acceptance(first.record(), Outcome.CORRECTION));
        assertThat(records.of(subject, order.now())).singleElement().satisfies(record -> {
            assertThat(record.version()).isEqualTo(2);
            assertThat(record.fields()).containsEntry("violationFacts", "违法事实二");
        });
    }

    @Test
    void timeIsPartOfEveryQuestion() {
        accept(draft("甲", "违法事实一", DECIDED.plusDays(30)));
        var then = order.now();
        accept(draft("甲", "违法事实二", DECIDED.plusDays(30)));

        assertThat(records.inForce(subject, then))
                .singleElement()
                .satisfies(record -> assertThat(record.fields()).containsEntry("violationFacts", "违法事实一"));
        clock.set(DECIDED.plusDays(30));
        assertThat(records.inForce(subject, order.now())).hasSize(1);
        clock.set(DECIDED.plusDays(31));
        assertThat(records.inForce(subject, order.now())).isEmpty();
        assertThat(records.inForce(subject, then)).hasSize(1);
    }

    @Test
    void whatWasRepairedStaysRepairedWhenItIsDeliveredAgain() {
        var record = accept(draft("甲", "违法事实一", null)).record();
        end.end(record, RecordState.REPAIRED, CREDIT_OFFICE);

        assertThat(accept(draft("甲", "违法事实三", null)).outcome()).isEqualTo(Outcome.STAYS_ENDED);
        assertThat(records.inForce(subject, order.now())).isEmpty();
        assertThatThrownBy(() -> end.end(record, RecordState.WITHDRAWN, CREDIT_OFFICE))
                .hasMessageContaining("RECORD_ENDED");
    }

    @Test
    void anAnnulledRecordWasNeverInForceAsKnownNow() {
        var record = accept(draft("甲", "违法事实一", null)).record();
        var before = order.now();
        end.end(record, RecordState.ANNULLED, REGULATOR);

        assertThat(records.inForce(subject, order.at(DECIDED.plusDays(1), null)))
                .isEmpty();
        assertThat(records.inForce(subject, before)).hasSize(1);
    }

    @Test
    void aSuspensionIsAnIntervalInHistory() {
        var record = accept(draft("甲", "违法事实一", null)).record();
        var before = order.now();
        suspend.suspend(record, CREDIT_OFFICE);
        var during = order.now();
        suspend.resume(record, CREDIT_OFFICE);

        assertThat(records.get(record, before).suspended()).isFalse();
        assertThat(records.get(record, during).suspended()).isTrue();
        assertThat(records.get(record, order.now()).suspended()).isFalse();
        assertThatThrownBy(() -> suspend.resume(record, CREDIT_OFFICE)).hasMessageContaining("SUSPENSION_UNCHANGED");
    }

    @Test
    void deletionDestroysTheContentAndSaysWhoAndWhy() {
        var record = accept(draft("甲", "违法事实一", null)).record();
        var before = order.now();

        assertThatThrownBy(() -> delete.delete(record, "依法删除", CREDIT_OFFICE)).hasMessageContaining("RECORD_IN_FORCE");
        assertThatThrownBy(() -> delete.delete(record, "依法删除", REGULATOR)).hasMessageContaining("NOT_PERMITTED");
        end.end(record, RecordState.ANNULLED, REGULATOR);
        assertThatThrownBy(() -> delete.delete(record, " ", CREDIT_OFFICE))
                .hasMessageContaining("DELETION_WITHOUT_GROUND");
        delete.delete(record, "处罚决定被撤销", CREDIT_OFFICE);

        for (var asOf : List.of(before, order.now())) {
            var gone = records.get(record, asOf);
            assertThat(gone.fields()).isEmpty();
            assertThat(Objects.requireNonNull(gone.deleted()).ground()).isEqualTo("处罚决定被撤销");
            assertThat(gone.deleted().on()).isEqualTo(SettableClock.START);
        }
        assertThat(order.of(record.value())).extracting(Order.Entry::type).endsWith("RecordEnded", "RecordDeleted");
    }

    private Acceptance accept(RecordDraft draft) {
        return Objects.requireNonNull(transaction.execute(_ -> {
                    var change = changes.open(REGULATOR);
                    var accepted = accept.accept(List.of(draft), change);
                    change.publish(
                            new RecordSeen(draft.subject(), accepted.getFirst().record()));
                    return accepted;
                }))
                .getFirst();
    }

    /** A duplicate changes nothing and leaves no fact of its own; a change has one all the same. */
    record RecordSeen(SubjectId subject, RecordId record) implements Fact {

        @Override
        public UUID reference() {
            return subject.value();
        }
    }

    private RecordDraft draft(String document, String facts, @Nullable LocalDate until) {
        return new RecordDraft(
                subject,
                new ItemId("administrative-penalty"),
                new AgencyId("market-regulator"),
                "虚市监罚〔2026〕" + document + "号",
                Severity.GENERAL,
                DECIDED,
                DECIDED,
                until,
                null,
                null,
                false,
                new SubmissionId(ids.next()),
                2,
                "{\"violationFacts\":\"" + facts + "\"}",
                null);
    }
}
