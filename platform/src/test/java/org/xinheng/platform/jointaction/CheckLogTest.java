package org.xinheng.platform.jointaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.MatterId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.subject.Identity;

@PlatformTest
class CheckLogTest {

    private static final Actor OFFICER = Callers.officer("housing-1", "housing", Role.CHECKER);

    @Autowired
    ApplicationContext context;

    @Autowired
    CheckSubject checkSubject;

    @Autowired
    Checks checks;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void onTheFirstDay() {
        clock.set(SettableClock.START);
    }

    private static Question question(int n) {
        return new Question(
                Asked.byCode(Synthetic.organisation(n), null),
                new MatterId("construction-bidding"),
                "评标",
                null,
                "李工",
                null);
    }

    private CheckChain.Verification verify() throws SQLException {
        try (var connection = database.getConnection()) {
            return CheckChain.verify(connection);
        }
    }

    @Test
    void noAnswerLeavesBeforeItIsInTheLog() {
        jdbc.sql("alter table jointaction.check_log add constraint disk_full check (false) not valid")
                .update();
        try {
            assertThatThrownBy(() -> checkSubject.check(question(2201), OFFICER))
                    .isInstanceOf(DataAccessException.class);
        } finally {
            jdbc.sql("alter table jointaction.check_log drop constraint disk_full")
                    .update();
        }
        var answer = checkSubject.check(question(2201), OFFICER);
        assertThat(checks.get(answer.checkId(), OFFICER).content()).isNotNull();
    }

    @Test
    void aCheckStandsWhateverBecomesOfAnotherTransaction() {
        assertThatThrownBy(() -> transaction.execute(_ -> checkSubject.check(question(2202), OFFICER)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void manyAtOnceAreNumberedWithoutAGapAndChained() throws Exception {
        var listed = new Listed(context);
        var subject = listed.subject(
                new Identity.Organisation(CreditCode.parse(Synthetic.organisation(2203)), "常州虚构甲环境有限公司"));
        listed.enter(subject, "market-regulation-serious", LocalDate.parse("2027-11-22"));

        var callers = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < 200; i++) {
            int n = 2203 + i % 4;
            callers.add(() -> checkSubject.check(question(n), OFFICER));
        }
        var ids = new HashSet<Object>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(callers)) {
                ids.add(answer.get().checkId());
            }
        }

        assertThat(ids).hasSize(200);
        var verification = verify();
        assertThat(verification.faults()).isEmpty();
        assertThat(verification.groups()).isLessThanOrEqualTo(verification.checks());
        var gaps = jdbc.sql("""
                        select count(*) from (select year, max(number) - count(*) as gap, count(*) - count(distinct number)
                                              as twice from jointaction.check_log group by year) y
                        where gap <> 0 or twice <> 0
                        """).query(Long.class).single();
        assertThat(gaps).isZero();
    }

    @Test
    void anAlteredCheckIsFound() throws SQLException {
        var answer = checkSubject.check(question(2207), OFFICER);
        var id = answer.checkId().value();

        jdbc.sql("update jointaction.check_log set outcome = 'NO_PROMPT' where id = :id")
                .param("id", id)
                .update();
        try {
            assertThat(verify().faults()).extracting(CheckChain.Fault::what).containsExactly("a check was altered");
        } finally {
            jdbc.sql("update jointaction.check_log set outcome = 'NOT_IDENTIFIED' where id = :id")
                    .param("id", id)
                    .update();
        }
        assertThat(verify().faults()).isEmpty();
    }

    @Test
    void theLogHoldsWhatItTakesToAnswerAgain() {
        var listed = new Listed(context);
        var subject = listed.subject(
                new Identity.Organisation(CreditCode.parse(Synthetic.organisation(2208)), "常州虚构乙环境有限公司"));
        var listing = listed.enter(subject, "market-regulation-serious", LocalDate.parse("2027-11-22"));
        var answer = checkSubject.check(question(2208), OFFICER);
        listed.end(listing);

        var logged = checks.get(answer.checkId(), OFFICER);
        var asOf = new org.xinheng.platform.audit.AsOf(logged.askedOn(), logged.knownAt());
        var again = context.getBean(Prompting.class)
                .prompts(
                        context.getBean(org.xinheng.platform.packs.Packs.class).inForce(asOf),
                        context.getBean(org.xinheng.platform.listing.Listings.class)
                                .inForce(subject, asOf),
                        logged.matter(),
                        org.xinheng.kernel.pack.SubjectKind.ENTERPRISE,
                        false,
                        logged.askedOn());
        assertThat(again).usingRecursiveComparison().ignoringFields("promptId").isEqualTo(answer.prompts());
    }
}
