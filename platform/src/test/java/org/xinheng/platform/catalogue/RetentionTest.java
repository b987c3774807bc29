package org.xinheng.platform.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.pack.Severity;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.audit.VerifyChain;
import org.xinheng.platform.casework.Papers;
import org.xinheng.platform.disclosure.Inquiry;
import org.xinheng.platform.disclosure.Kept;
import org.xinheng.platform.disclosure.QueryLog;
import org.xinheng.platform.disclosure.SubjectFiles;
import org.xinheng.platform.jointaction.CheckChain;
import org.xinheng.platform.jointaction.Checks;
import org.xinheng.platform.listing.DeterminationState;
import org.xinheng.platform.listing.Determining;
import org.xinheng.platform.listing.Listings;
import org.xinheng.platform.record.AcceptRecords;
import org.xinheng.platform.record.EndRecord;
import org.xinheng.platform.record.RecordDraft;
import org.xinheng.platform.record.RecordState;
import org.xinheng.platform.record.Records;
import org.xinheng.platform.record.SuspendRecord;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.CheckId;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.shared.SubmissionId;
import tools.jackson.databind.json.JsonMapper;

/** A database of its own: what is deleted for its age here, no other test looks for. */
@PlatformTest
@Import(Kept.class)
@TestPropertySource(
        properties = {
            "xinheng.retention.look-minutes=200000",
            "spring.datasource.hikari.minimum-idle=1",
            "spring.datasource.hikari.idle-timeout=10000"
        })
class RetentionTest {

    private static final Actor REGULATOR = Callers.officer("market-regulator", "market-regulator", Role.REPORTER);
    private static final Actor CREDIT_OFFICE = Callers.officer("credit-office", "credit-office", Role.CREDIT_OFFICE);
    private static final Actor AUDITOR = Callers.officer("auditor", "credit-office", Role.AUDITOR);

    @Autowired
    CarryOutRetention retention;

    @Autowired
    RetentionOverview overview;

    @Autowired
    Kept kept;

    @Autowired
    AcceptRecords accept;

    @Autowired
    Records records;

    @Autowired
    EndRecord end;

    @Autowired
    SuspendRecord suspend;

    @Autowired
    Listings listings;

    @Autowired
    SubjectFiles files;

    @Autowired
    QueryLog queries;

    @Autowired
    Checks checks;

    @Autowired
    Papers papers;

    @Autowired
    Changes changes;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    IdGenerator ids;

    @Autowired
    Order order;

    @Autowired
    VerifyChain chain;

    @Autowired
    Callers callers;

    @Autowired
    MockMvcTester http;

    @Autowired
    JsonMapper json;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Autowired
    SettableClock clock;

    @Autowired
    ApplicationContext context;

    private LocalDate today = SettableClock.START;
    /** The first day after {@link #penalty} has been kept for two years after its last day of use. */
    private LocalDate keptLongEnough = SettableClock.START;

    @BeforeEach
    void timeOnlyGoesOn() {
        today = LocalDate.ofInstant(order.head().moment(), clock.getZone()).plusDays(1);
        clock.set(today);
        keptLongEnough = today.plusYears(2).plusDays(1);
    }

    /** A penalty of which today is the last day of use. */
    private RecordId penalty(Kept.Known subject, String document) {
        return penalty(subject, document, "销售不合格产品");
    }

    private RecordId penalty(Kept.Known subject, String document, String facts) {
        var draft = new RecordDraft(
                subject.id(),
                new ItemId("administrative-penalty"),
                Kept.REGULATOR,
                "云市监罚〔2026〕" + document + "号",
                Severity.GENERAL,
                LocalDate.parse("2026-06-01"),
                LocalDate.parse("2026-06-01"),
                today,
                null,
                null,
                false,
                new SubmissionId(ids.next()),
                2,
                "{\"violationFacts\":\"" + facts + "\"}",
                null);
        return Objects.requireNonNull(transaction.execute(_ -> {
                    var change = changes.open(REGULATOR);
                    var accepted = accept.accept(List.of(draft), change);
                    change.publish(new Delivered(subject.id()));
                    return accepted;
                }))
                .getFirst()
                .record();
    }

    /** A delivery that changes nothing leaves no fact of its own; a change has one all the same. */
    record Delivered(SubjectId subject) implements Fact {

        @Override
        public UUID reference() {
            return subject.value();
        }
    }

    @Test
    void aRecordIsDeletedOnceItWasKeptForItsTimeAndSaysWhenAndWhy() {
        var firm = kept.organisation("云栖留存一号有限公司");
        var record = penalty(firm, "701");

        clock.set(keptLongEnough.minusDays(1));
        retention.carryOut();
        assertThat(records.get(record, order.now()).deleted()).isNull();

        clock.set(keptLongEnough);
        assertThat(retention.carryOut()).isPositive();

        var gone = records.get(record, order.now());
        assertThat(gone.fields()).isEmpty();
        assertThat(Objects.requireNonNull(gone.deleted()).on()).isEqualTo(keptLongEnough);
        assertThat(gone.deleted().ground()).contains("保存期限已满：行政处罚", "《中华人民共和国个人信息保护法》第十九条", "changzhou@", "penalties");
        assertThat(order.of(record.value())).extracting(Order.Entry::type).endsWith("RecordDeleted");
        assertThat(files.view(firm.id(), Inquiry.today("审计"), AUDITOR).records())
                .singleElement()
                .satisfies(shown -> assertThat(shown.deleted()).isNotNull());
        assertThat(chain.verify().faults()).isEmpty();
    }

    @Test
    void theSameDayIsCarriedOutOnce() {
        penalty(kept.organisation("云栖留存二号有限公司"), "702");
        clock.set(keptLongEnough);

        assertThat(retention.carryOut()).isPositive();
        assertThat(retention.carryOut()).isZero();
    }

    @Test
    void aDeletedRecordThatIsDeliveredAgainStaysDeleted() {
        var firm = kept.organisation("云栖留存三号有限公司");
        var record = penalty(firm, "703");
        clock.set(keptLongEnough);
        retention.carryOut();

        penalty(firm, "703", "另一种说法");

        var gone = records.get(record, order.now());
        assertThat(gone.version()).isEqualTo(1);
        assertThat(gone.deleted()).isNotNull();
    }

    @Test
    void nothingInForceContestedOrNeededIsDeletedHoweverOld() {
        var firm = kept.organisation("云栖留存四号有限公司");
        var contested = penalty(firm, "704");
        suspend.suspend(contested, REGULATOR);
        var determining = new Determining(context);
        var company = determining.company(6801);
        var withoutEnd = determining.penalty(company);
        var evidence = determining.penalty(company);
        var determination = determining.upTo(DeterminationState.DECIDED, company, evidence);
        end.end(evidence, RecordState.REPAIRED, CREDIT_OFFICE);

        clock.set(today.plusYears(40));
        retention.carryOut();
        retention.byOfficer("cases", CREDIT_OFFICE);

        for (var stays : List.of(contested, withoutEnd, evidence)) {
            assertThat(records.get(stays, order.now()).deleted()).isNull();
        }
        assertThat(papers.of(determination.value()))
                .isNotEmpty()
                .allSatisfy(filed -> assertThat(filed.deleted()).isNull());
        // What is kept back does not hide behind the count.
        var penalties = overview.of(AUDITOR).rules().stream()
                .filter(one -> one.rule().id().equals("penalties"))
                .findFirst()
                .orElseThrow();
        assertThat(penalties.needed()).isPositive();
        suspend.resume(contested, REGULATOR);
    }

    @Test
    void aRecordStaysAsLongAsAListingInForceRestsOnIt() {
        var determining = new Determining(context);
        var company = determining.company(6802);
        var evidence = determining.penalty(company);
        determining.upTo(DeterminationState.SERVED, company, evidence);
        end.end(evidence, RecordState.REPAIRED, CREDIT_OFFICE);
        var listing = listings.of(company, order.now()).getFirst();
        var lastDay = Objects.requireNonNull(listing.validUntil());

        clock.set(lastDay);
        retention.carryOut();
        assertThat(records.get(evidence, order.now()).deleted()).isNull();
        assertThat(listings.get(listing.id(), order.now()).deleted()).isNull();

        clock.set(lastDay.plusDays(1));
        retention.carryOut();
        assertThat(records.get(evidence, order.now()).deleted()).isNotNull();

        clock.set(lastDay.plusYears(2));
        retention.carryOut();
        assertThat(listings.get(listing.id(), order.now()).deleted()).isNull();
        clock.set(lastDay.plusYears(2).plusDays(1));
        retention.carryOut();
        assertThat(listings.get(listing.id(), order.now()).deleted()).isNotNull();
        assertThat(order.of(listing.id().value())).extracting(Order.Entry::type).endsWith("ListingDeleted");
    }

    @Test
    void aJobThatIsBrokenOffGoesOnWhereItStood() {
        var made = new ArrayList<RecordId>();
        var firm = kept.organisation("云栖留存五号有限公司");
        for (int i = 0; i < 230; i++) {
            made.add(penalty(firm, "8" + i));
        }
        var last = made.stream()
                .map(RecordId::value)
                .max(Comparator.comparing(UUID::toString))
                .orElseThrow();
        clock.set(keptLongEnough);
        jdbc.sql("""
                        create function vault.power_goes() returns trigger language plpgsql as
                        $$ begin if new.owner = '%s' then raise exception 'the power goes'; end if; return new; end $$
                        """.formatted(last)).update();
        jdbc.sql(
                        "create trigger power before insert on vault.shredded for each row execute function vault.power_goes()")
                .update();
        try {
            retention.carryOut();
            assertThat(deleted(made)).isPositive().isLessThan(230);
            assertThat(overview.of(AUDITOR).lastDay()).isNotEqualTo(keptLongEnough);
        } finally {
            jdbc.sql("drop trigger power on vault.shredded").update();
            jdbc.sql("drop function vault.power_goes()").update();
        }

        retention.carryOut();

        assertThat(deleted(made)).isEqualTo(230);
        assertThat(overview.of(AUDITOR).lastDay()).isEqualTo(keptLongEnough);
        assertThat(chain.verify().faults()).isEmpty();
    }

    private long deleted(List<RecordId> made) {
        return made.stream()
                .filter(record -> records.get(record, order.now()).deleted() != null)
                .count();
    }

    @Test
    void questionsAreKeptForFiveYearsAndTheirChainHoldsAfterwards() throws SQLException {
        var firm = kept.organisation("云栖留存六号有限公司");
        files.view(firm.id(), Inquiry.today("核对"), REGULATOR);
        var asked = http.post()
                .uri("/api/v1/checks")
                .header(
                        "Authorization",
                        callers.bearer(
                                "retention-housing", "housing", Set.of(Role.CHECKER), Set.of("construction-bidding")))
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"subject": {"code": "%s"}, "matter": "construction-bidding", "purpose": "评标", "officer": "李工"}
                        """.formatted(firm.code()))
                .exchange();
        assertThat(asked).hasStatusOk();
        var check =
                new CheckId(UUID.fromString(json.readTree(asked.getResponse().getContentAsByteArray())
                        .get("checkId")
                        .asString()));

        clock.set(today.plusYears(5));
        retention.carryOut();
        assertThat(count("disclosure.query_log", firm.id().value())).isEqualTo(1);
        assertThat(checks.get(check, AUDITOR).content()).isNotNull();

        clock.set(today.plusYears(5).plusDays(1));
        retention.carryOut();
        assertThat(count("disclosure.query_log", firm.id().value())).isZero();
        assertThat(queries.of(firm.id())).isEmpty();
        assertThat(checks.get(check, AUDITOR).content()).isNull();
        assertThat(checks.get(check, AUDITOR).deleted())
                .contains(today.plusYears(5).plusDays(1).toString(), "保存期限已满");
        try (var connection = database.getConnection()) {
            assertThat(CheckChain.verify(connection).faults()).isEmpty();
        }
    }

    private long count(String table, UUID subject) {
        return jdbc.sql("select count(*) from " + table + " where subject_id = :subject")
                .param("subject", subject)
                .query(Long.class)
                .single();
    }

    @Test
    void aCaseFileWaitsForAnOfficerWhoLooksFirst() {
        var determining = new Determining(context);
        var company = determining.company(6803);
        var determination = determining.upTo(DeterminationState.SERVED, company, determining.penalty(company));
        var lastDay = Objects.requireNonNull(
                listings.of(company, order.now()).getFirst().validUntil());
        var office = callers.signedIn("retention-office", "credit-office", Role.CREDIT_OFFICE);
        var auditor = callers.signedIn("retention-auditor", "credit-office", Role.AUDITOR);

        clock.set(lastDay.plusYears(5).plusDays(1));
        retention.carryOut();
        assertThat(papers.of(determination.value()))
                .allSatisfy(filed -> assertThat(filed.deleted()).isNull());
        assertThat(http.get().uri("/console/retention").with(auditor))
                .hasStatusOk()
                .bodyText()
                .contains("保存期限", "由信用办执行", "每天自动执行", "名单列入")
                .doesNotContain("删除已到期的", "??");
        assertThat(http.get().uri("/console/retention").with(office)).bodyText().contains("删除已到期的");
        assertThat(http.post().uri("/console/retention/cases").with(auditor).with(csrf()))
                .hasStatus(403);

        assertThat(http.post().uri("/console/retention/cases").with(office).with(csrf()))
                .hasRedirectedUrl("/console/retention");

        assertThat(papers.of(determination.value()))
                .isNotEmpty()
                .allSatisfy(filed -> assertThat(filed.deleted()).contains("保存期限已满：办理案卷"));
        assertThat(http.get().uri("/console/retention").with(auditor))
                .bodyText()
                .contains("retention-office");
    }

    @Test
    void onlyCreditOfficesAndAuditorsReadAboutRetention() {
        assertThat(http.get()
                        .uri("/console/retention")
                        .with(callers.signedIn("retention-checker", "housing", Role.CHECKER)))
                .hasStatus(403);
        assertThatThrownBy(() -> retention.byOfficer("penalties", CREDIT_OFFICE))
                .hasMessageContaining("RETENTION_NOT_FOUND");
        assertThatThrownBy(() -> retention.byOfficer("cases", REGULATOR)).hasMessageContaining("NOT_PERMITTED");
        // It would delete what agencies of the whole city keep.
        var county = Callers.officer("retention-county", "district-credit-office", Role.CREDIT_OFFICE);
        assertThatThrownBy(() -> retention.byOfficer("cases", county)).hasMessageContaining("OTHER_AGENCY");
    }
}
