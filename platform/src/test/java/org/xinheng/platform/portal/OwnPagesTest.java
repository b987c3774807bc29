package org.xinheng.platform.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.xinheng.kernel.identifier.IdType;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.access.Accounts;
import org.xinheng.platform.disclosure.Authority;
import org.xinheng.platform.disclosure.Copy;
import org.xinheng.platform.disclosure.Inquiry;
import org.xinheng.platform.disclosure.Kept;
import org.xinheng.platform.disclosure.QueryLog;
import org.xinheng.platform.disclosure.SubjectFiles;
import org.xinheng.platform.jointaction.Asked;
import org.xinheng.platform.jointaction.CheckSubject;
import org.xinheng.platform.jointaction.Question;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.MatterId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.subject.AmendSubject;
import org.xinheng.platform.subject.Amendment;
import org.xinheng.platform.subject.CheckIdentity;
import org.xinheng.platform.subject.Identity;
import org.xinheng.platform.subject.PopulationRegister;

/** Promise 8: whoever is asked about reads who asked, what for and by what authority. */
@PlatformTest
class OwnPagesTest {

    private static final LocalDate BIRTH = LocalDate.parse("1985-03-04");
    private static final Actor APPROVAL = Callers.officer("own-approval", "approval", Role.CHECKER);
    private static final Actor CLERK = Callers.officer("own-clerk", "credit-office", Role.CREDIT_OFFICE);
    private static final Actor HEAD = Callers.officer("own-head", "credit-office", Role.CREDIT_OFFICE);
    private static final Authority STATUTE = new Authority.Statute("虚构依据第一条");

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    MockMvcTester http;

    @Autowired
    Accounts accounts;

    @Autowired
    UserDetailsService sessions;

    @Autowired
    Kept kept;

    @Autowired
    QueryLog queries;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void begin() {
        clock.set(SettableClock.START);
    }

    private Kept.Known person(int n) {
        return kept.person(Synthetic.citizen(BIRTH, n), "邴虚构");
    }

    private MvcTestResult mine(String account, SubjectId subject) {
        accounts.openSubject(account, subject, Role.CITIZEN, "secret", Actor.platform("test"));
        return http.get()
                .uri("/my")
                .with(user(sessions.loadUserByUsername(account)))
                .exchange();
    }

    private void look(Kept.Known person, String purpose) {
        context.getBean(SubjectFiles.class)
                .view(
                        person.id(),
                        new Inquiry(purpose, "administrative-approval", null, STATUTE, null, null),
                        APPROVAL);
    }

    private void check(Kept.Known person) {
        var asked = Asked.person(IdType.CITIZEN_ID, person.code(), "邴虚构", SettableClock.START);
        context.getBean(CheckSubject.class)
                .check(
                        new Question(
                                asked,
                                new MatterId("administrative-approval"),
                                "核查用途",
                                "虚许〔2026〕2号",
                                "own-approval",
                                STATUTE),
                        APPROVAL);
    }

    /** The register of these tests agrees with everybody; where none is connected nobody can ask. */
    private void checkIdentity(Kept.Known person) {
        var beans = context.getBeanFactory();
        PopulationRegister agreeing = _ -> PopulationRegister.Reply.AGREES;
        beans.registerSingleton("agreeingRegister", agreeing);
        try {
            context.getBean(CheckIdentity.class)
                    .ask(
                            new Identity.Person(IdType.CITIZEN_ID, person.code(), "邴虚构"),
                            "核对身份用途",
                            "信用信息报送",
                            "虚构依据第二条",
                            CLERK);
        } finally {
            ((DefaultListableBeanFactory) beans).destroySingleton("agreeingRegister");
        }
    }

    @Test
    void everyKindOfQuestionStandsInTheOwnLogWithPurposeMatterAndAuthority() {
        var person = person(880);
        kept.penalty(person, "邴市监罚〔2026〕1号", false, Map.of());
        look(person, "查看用途");
        check(person);
        checkIdentity(person);

        assertThat(queries.of(person.id()))
                .extracting(QueryLog.Query::kind)
                .containsExactlyInAnyOrder(QueryLog.Kind.LOOK, QueryLog.Kind.CHECK, QueryLog.Kind.IDENTITY);
        assertThat(queries.of(person.id())).allSatisfy(query -> {
            assertThat(query.matter()).isNotBlank();
            assertThat(query.authority()).startsWith("虚构依据");
        });
        assertThat(mine("own-880", person.id()))
                .hasStatusOk()
                .bodyText()
                .contains("我的信用", "邴市监罚〔2026〕1号", "查看用途", "核查用途", "核对身份用途", "虚构依据第二条")
                .doesNotContain("??");
    }

    @Test
    void whoWasKeptTwiceReadsWhatHappenedToAndWasAskedAboutBoth() {
        var predecessor = person(881);
        var person = person(882);
        kept.penalty(predecessor, "邴市监罚〔2026〕2号", false, Map.of());
        kept.penalty(person, "邴市监罚〔2026〕3号", false, Map.of());
        look(predecessor, "合并前查看");
        var amend = context.getBean(AmendSubject.class);
        amend.decide(amend.propose(predecessor.id(), new Amendment.Merge(person.id()), "虚构的户籍证明", CLERK), true, HEAD);

        assertThat(queries.of(person.id())).extracting(QueryLog.Query::purpose).containsExactly("合并前查看");
        var file = context.getBean(SubjectFiles.class);
        accounts.openSubject("own-882", person.id(), Role.CITIZEN, "secret", Actor.platform("test"));
        var owner = new Actor(Actor.Kind.SUBJECT, "own-882", null, "x", Set.of(Role.CITIZEN), Set.of());
        var own = file.own(new Inquiry("本人查看", null, null, null, null, null), owner);
        assertThat(own.timeline().stream()
                        .filter(one -> one.type().equals("RecordReceived"))
                        .toList())
                .hasSize(2);
    }

    /** The page names what each copy was; whoever got the feed of changes made it read like a fault. */
    @ParameterizedTest
    @EnumSource(Copy.Kind.class)
    void everyKindOfCopyHasItsWords(Copy.Kind kind) {
        for (var language : List.of(Locale.CHINA, Locale.ENGLISH)) {
            assertThat(context.getMessage("console.subjects.copy." + kind, null, language))
                    .isNotBlank();
        }
    }

    @Test
    void onlyASubjectHasAFileOfItsOwn() {
        assertThat(http.get().uri("/my")).hasStatus3xxRedirection();
        accounts.openOfficer(
                "own-officer", "own-officer", APPROVAL.requiredAgency(), APPROVAL.roles(), "secret", CLERK);
        assertThat(http.get().uri("/my").with(user(sessions.loadUserByUsername("own-officer"))))
                .hasStatus(403);
    }
}
