package org.xinheng.platform.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.HttpSession;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.access.Accounts;
import org.xinheng.platform.disclosure.Kept;
import org.xinheng.platform.disclosure.QueryLog;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;

@PlatformTest
class SubjectFilePagesTest {

    @Autowired
    Kept kept;

    @Autowired
    Accounts accounts;

    @Autowired
    QueryLog queries;

    @Autowired
    MockMvcTester http;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void itIsTheFirstDay() {
        clock.set(SettableClock.START);
    }

    @Test
    void anOrganisationIsSearchedAndItsFileReadAndTheViewLogged() {
        var firm = kept.organisation("云栖翠湖纺织有限公司");
        kept.penalty(firm, "云市监罚〔2026〕301号", true, Map.of());
        var session = signIn("pages-auditor", "auditor", Role.AUDITOR);

        assertThat(http.get().uri("/console/subjects?q=翠湖纺织").session(session))
                .hasStatusOk()
                .bodyText()
                .contains("云栖翠湖纺织有限公司", "/console/subjects/" + firm.id());
        assertThat(http.get().uri("/console/subjects/" + firm.id()).session(session))
                .hasStatusOk()
                .bodyText()
                .contains("云市监罚〔2026〕301号", "收到信用信息", "谁查过", "送出的副本");
        assertThat(queries.of(firm.id()))
                .singleElement()
                .satisfies(query -> assertThat(query.askedBy()).isEqualTo("pages-auditor"));
        assertThat(http.get()
                        .uri("/console/subjects/" + firm.id() + "?asOf=2026-05-31")
                        .session(session))
                .hasStatusOk()
                .bodyText()
                .contains("2026-05-31", "已结束");
    }

    @Test
    void aNumberTypedIntoTheSearchIsRefusedAndNotShownAgain() {
        var number = Synthetic.citizen(LocalDate.parse("1990-01-01"), 301);

        assertThat(http.get().uri("/console/subjects?q=" + number).session(signIn("pages-tax", "tax", Role.REPORTER)))
                .hasStatusOk()
                .bodyText()
                .contains("公开查询只查组织")
                .doesNotContain(number);
    }

    @Test
    void aPersonsFileAsksForPurposeMatterAndBasisFirst() {
        var number = Synthetic.citizen(LocalDate.parse("1990-01-01"), 302);
        var person = kept.person(number, "甄页面");
        kept.penalty(person, "云市监罚〔2026〕302号", false, Map.of());
        var session = signIn("pages-approval", "approval", Role.CHECKER);

        assertThat(http.get().uri("/console/subjects/" + person.id()).session(session))
                .hasStatusOk()
                .bodyText()
                .contains("查看前请说明用途")
                .doesNotContain("302号", "甄");
        assertThat(queries.of(person.id())).isEmpty();
        assertThat(http.post()
                        .uri("/console/subjects/" + person.id())
                        .session(session)
                        .with(csrf())
                        .param("purpose", "许可审查")
                        .param("matter", "administrative-approval"))
                .hasStatusOk()
                .bodyText()
                .contains("请写明法律依据")
                .doesNotContain("302号");
        assertThat(http.post()
                        .uri("/console/subjects/persons")
                        .session(session)
                        .with(csrf())
                        .param("idType", "CITIZEN_ID")
                        .param("number", number)
                        .param("name", "甄页面")
                        .param("purpose", "许可审查")
                        .param("matter", "administrative-approval")
                        .param("basis", "行政许可法第三十四条"))
                .hasStatusOk()
                .bodyText()
                .contains("云市监罚〔2026〕302号", "甄*")
                .doesNotContain(number, "甄页面", "谁查过");
        assertThat(queries.of(person.id())).hasSize(1);
    }

    private MockHttpSession signIn(String account, String agency, Role role) {
        try {
            accounts.openOfficer(
                    account, account, new AgencyId(agency), Set.of(role), "secret", Actor.platform("test"));
        } catch (CreditException known) {
            assertThat(known.code().name()).isEqualTo("ACCOUNT_EXISTS");
        }
        HttpSession session = http.post()
                .uri("/sign-in")
                .with(csrf())
                .param("username", account)
                .param("password", "secret")
                .exchange()
                .getRequest()
                .getSession();
        return (MockHttpSession) Objects.requireNonNull(session);
    }
}
