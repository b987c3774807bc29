package org.xinheng.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.access.AccessError;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.casework.Inbox;
import org.xinheng.platform.record.RecordState;
import org.xinheng.platform.record.StoredRecord;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.Role;

/** The deciding agency corrects its records with a reason, and takes them back with two pairs of eyes. */
@PlatformTest
class OwnRecordTest {

    private static final String PENALTY = "administrative-penalty";
    private static final Actor CLERK = Callers.officer("own-clerk", "commerce", Role.REPORTER, Role.DECIDER);
    private static final Actor COLLEAGUE = Callers.officer("own-colleague", "commerce", Role.DECIDER);
    private static final Actor STRANGER = Callers.officer("own-stranger", "tax", Role.REPORTER, Role.DECIDER);

    @LocalServerPort
    int port;

    @Autowired
    Callers callers;

    @Autowired
    OwnRecords own;

    @Autowired
    CorrectRecord correct;

    @Autowired
    WithdrawRecord withdraw;

    @Autowired
    Withdrawals withdrawals;

    @Autowired
    Inbox inbox;

    @Autowired
    Order order;

    @Autowired
    SettableClock clock;

    private Sender sender;

    @BeforeEach
    void signIn() {
        clock.set(SettableClock.START);
        // Without another officer of its own the credit office above would decide.
        callers.signedIn("own-colleague", "commerce", Role.DECIDER);
        sender = new Sender(port, callers.bearer("own-commerce", "commerce", Set.of(Role.REPORTER), Set.of()));
    }

    @Test
    void aRecordEndsOnlyOnceAnotherOfficerAgreesAndStaysEnded() {
        var record = taken(row(6301));
        withdraw.propose(record.id(), WithdrawalCause.REPORTED_BY_MISTAKE, "没有作出过这个决定", CLERK);

        assertRefused(() -> withdraw.decide(record.id(), true, CLERK), IntakeError.WITHDRAWAL_OWN);
        assertRefused(() -> withdraw.decide(record.id(), true, STRANGER), IntakeError.RECORD_NOT_YOURS);
        assertThat(found(6301).state()).isEqualTo(RecordState.IN_FORCE);
        assertThat(inbox.of(CLERK, 500))
                .noneMatch(line -> line.reference().equals(record.id().value()));
        assertThat(inbox.of(COLLEAGUE, 500))
                .anyMatch(line -> line.reference().equals(record.id().value()));

        withdraw.decide(record.id(), true, COLLEAGUE);

        assertThat(found(6301).state()).isEqualTo(RecordState.WITHDRAWN);
        assertThat(withdrawals.of(record.id()))
                .extracting(Withdrawals.Withdrawal::ground, Withdrawals.Withdrawal::decidedBy)
                .containsExactly(tuple("没有作出过这个决定", "own-colleague"));
        assertThat(order.of(withdrawals.of(record.id()).getFirst().id()))
                .extracting(Order.Entry::type)
                .containsExactly("WithdrawalProposed", "WithdrawalApproved");
        assertThat(sender.send(PENALTY, csv(row(6301))).get("duplicates").asInt())
                .isEqualTo(1);
        assertThat(found(6301).state()).isEqualTo(RecordState.WITHDRAWN);
    }

    /** Four eyes stay four: they are those of the credit office above where an agency has only two. */
    @Test
    void whereAnAgencyHasNobodyElseTheCreditOfficeAboveDecides() {
        var only = Callers.officer("own-only", "liyang-credit-office", Role.REPORTER, Role.DECIDER);
        var above = Callers.officer("own-above", "credit-office", Role.CREDIT_OFFICE);
        var beside = Callers.officer("own-beside", "wujin-credit-office", Role.CREDIT_OFFICE, Role.DECIDER);
        callers.signedIn("own-only", "liyang-credit-office", Role.REPORTER, Role.DECIDER);
        callers.signedIn("own-above", "credit-office", Role.CREDIT_OFFICE);
        callers.signedIn("own-beside", "wujin-credit-office", Role.CREDIT_OFFICE, Role.DECIDER);
        var liyang = "溧阳市发展和改革委员会（市信用办）";
        var row = Tables.with(Tables.with(row(6308), "处罚机关", liyang), "数据来源单位", liyang);
        var bearer = callers.bearer("own-liyang", "liyang-credit-office", Set.of(Role.REPORTER), Set.of());
        assertThat(new Sender(port, bearer)
                        .send(PENALTY, csv(row))
                        .get("accepted")
                        .asInt())
                .isEqualTo(1);
        var record = own.byDocumentNumber("常商罚字〔2026〕6308号", only).getFirst();

        assertRefused(() -> withdraw.record(record.id(), above), AccessError.NOT_PERMITTED);
        withdraw.propose(record.id(), WithdrawalCause.REPORTED_BY_MISTAKE, "没有作出过这个决定", only);

        assertRefused(() -> withdraw.decide(record.id(), true, only), IntakeError.WITHDRAWAL_OWN);
        assertRefused(() -> withdraw.decide(record.id(), true, beside), IntakeError.RECORD_NOT_YOURS);
        assertThat(inbox.of(above, 500))
                .anyMatch(line -> line.reference().equals(record.id().value()));
        assertThat(withdraw.record(record.id(), above).id()).isEqualTo(record.id());
        withdraw.decide(record.id(), true, above);

        assertThat(own.byDocumentNumber("常商罚字〔2026〕6308号", only).getFirst().state())
                .isEqualTo(RecordState.WITHDRAWN);
        assertThat(withdrawals.of(record.id()))
                .extracting(Withdrawals.Withdrawal::proposedBy, Withdrawals.Withdrawal::decidedBy)
                .containsExactly(tuple("own-only", "own-above"));
        assertRefused(() -> withdraw.record(record.id(), above), AccessError.NOT_PERMITTED);
    }

    @Test
    void whatIsNotAgreedStaysAndMayBeProposedAgain() {
        var record = taken(row(6302));
        withdraw.propose(record.id(), WithdrawalCause.NOT_TO_COLLECT, "疑似不应归集", CLERK);
        assertRefused(
                () -> withdraw.propose(record.id(), WithdrawalCause.NOT_TO_COLLECT, "再提一次", CLERK),
                IntakeError.WITHDRAWAL_NOT_OPEN);

        withdraw.decide(record.id(), false, COLLEAGUE);

        assertThat(found(6302).state()).isEqualTo(RecordState.IN_FORCE);
        withdraw.propose(record.id(), WithdrawalCause.DECISION_ANNULLED, "复议决定撤销", CLERK);
        withdraw.decide(record.id(), true, COLLEAGUE);
        assertThat(found(6302).state()).isEqualTo(RecordState.ANNULLED);
    }

    @Test
    void aCorrectionIsANewVersionWithItsReason() {
        var record = taken(row(6303));
        var values = values(record);
        values.put("violationType", "虚假广告");

        var result = correct.correct(record.id(), values, "原报类型有误", "own-6303", CLERK);
        assertThat(correct.correct(record.id(), values, "原报类型有误", "own-6303", CLERK))
                .isEqualTo(result);

        assertThat(result).isInstanceOf(CorrectRecord.Result.Sent.class);
        sender.whenDone("/api/v1/submissions/" + ((CorrectRecord.Result.Sent) result).submission());
        assertThat(found(6303).version()).isEqualTo(2);
        assertThat(found(6303).fields()).containsEntry("violationType", "虚假广告");
        assertThat(correct.of(record.id()))
                .extracting(CorrectRecord.Sent::ground)
                .containsExactly("原报类型有误");
    }

    @Test
    void aCorrectionCannotTurnItIntoAnotherRecord() {
        var record = taken(row(6304));
        var values = values(record);
        values.put("creditCode", Synthetic.organisation(6305));

        assertRefused(
                () -> correct.correct(record.id(), values, "相对人写错", null, CLERK), IntakeError.CORRECTION_OF_ANOTHER);
        values.put("creditCode", "91320499MAXH00002X");
        assertThat(correct.correct(record.id(), values, "相对人写错", null, CLERK))
                .isInstanceOf(CorrectRecord.Result.Wrong.class);
        assertRefused(() -> correct.correct(record.id(), values(record), " ", null, CLERK), IntakeError.REASON_MISSING);
        assertRefused(
                () -> correct.correct(record.id(), values(record), "别人的", null, STRANGER),
                IntakeError.RECORD_NOT_YOURS);
        assertThat(found(6304).version()).isEqualTo(1);
    }

    @Test
    void anAgencyFindsItsRecordsByItemAndByDocumentNumberHoweverItIsWritten() {
        taken(row(6306));
        var person = of(Tables.personsPenalty(
                Synthetic.citizen(LocalDate.parse("1985-03-04"), 3), "宁采薇", "常商罚字〔2026〕6307号", "2026-11-17"));
        sender.send(PENALTY, csv(person));

        var item = new ItemId(PENALTY);
        assertThat(own.list(item, null, 100, CLERK))
                .extracting(record -> record.fields().get("documentNumber"))
                .contains("常商罚字〔2026〕6306号", "常商罚字〔2026〕6307号");
        assertThat(own.byDocumentNumber("常商罚字[2026] 6307号", CLERK))
                .hasSize(1)
                .noneMatch(record -> record.fields().containsValue("宁采薇"));
        var first = own.list(item, null, 1, CLERK).getFirst();
        assertThat(own.list(item, first.id(), 100, CLERK))
                .noneMatch(record -> record.id().equals(first.id()));
        assertThat(own.byDocumentNumber("常商罚字〔2026〕6306号", STRANGER)).isEmpty();
    }

    private static Map<String, @Nullable String> values(StoredRecord record) {
        Map<String, @Nullable String> values = new LinkedHashMap<>(record.fields());
        // Masked in the record: typed anew.
        values.put("legalRepresentative", "林小满");
        return values;
    }

    private StoredRecord taken(Map<String, String> row) {
        assertThat(sender.send(PENALTY, csv(row)).get("accepted").asInt()).isEqualTo(1);
        return own.byDocumentNumber(row.getOrDefault("行政处罚决定书文号", ""), CLERK).getFirst();
    }

    private StoredRecord found(int number) {
        return own.byDocumentNumber("常商罚字〔2026〕" + number + "号", CLERK).getFirst();
    }

    private static void assertRefused(Runnable act, ErrorCode code) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        CreditException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static Map<String, String> row(int number) {
        return of(Tables.penalty(number, "常商罚字〔2026〕" + number + "号", "2026-11-18"));
    }

    private static Map<String, String> of(Map<String, String> row) {
        return Tables.with(Tables.with(row, "处罚机关", "常州市商务局"), "数据来源单位", "常州市商务局");
    }

    private static byte[] csv(Map<String, String> row) {
        return Tables.csv(StandardCharsets.UTF_8, List.of(row));
    }
}
