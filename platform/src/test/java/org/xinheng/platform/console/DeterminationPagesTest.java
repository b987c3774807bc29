package org.xinheng.platform.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.listing.DeterminationState;
import org.xinheng.platform.listing.Determining;
import org.xinheng.platform.shared.DeterminationId;
import org.xinheng.platform.shared.Role;

@PlatformTest
class DeterminationPagesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester http;

    @Autowired
    Callers callers;

    @Autowired
    SettableClock clock;

    Determining determining;

    @BeforeEach
    void begin() {
        clock.set(SettableClock.START);
        determining = new Determining(context);
    }

    private RequestPostProcessor proposer() {
        return callers.signedIn("determiner-li", "market-regulator", Role.DETERMINER, Role.DECIDER);
    }

    private RequestPostProcessor decider() {
        return callers.signedIn("decider-zhao", "market-regulator", Role.DECIDER);
    }

    private MvcTestResult get(String address, RequestPostProcessor who) {
        return http.get().uri(address).with(who).exchange();
    }

    private static String page(DeterminationId id) {
        return "/console/determinations/" + id;
    }

    @Test
    void aProposalIsMadeFromARecordAndLeadsToItsPage() {
        var company = determining.company(3201);
        var record = determining.penalty(company);

        assertThat(get("/console/determinations/new?record=" + record, proposer()))
                .hasStatusOk()
                .bodyText()
                .contains("常州虚构3201号贸易有限公司", "市场监督管理严重违法失信名单", "checked=\"checked\"")
                .doesNotContain("??");
        var proposed = http.post()
                .uri("/console/determinations")
                .with(proposer())
                .with(csrf())
                .param("subject", company.toString())
                .param("list", Determining.SERIOUS.value())
                .param("record", record.toString())
                .param("behaviour", "product-quality")
                .param("facts", "以虚构材料骗取许可")
                .exchange();
        assertThat(proposed).hasStatus3xxRedirection();
        var address = Objects.requireNonNull(proposed.getResponse().getRedirectedUrl());

        assertThat(get(address, proposer()))
                .hasStatusOk()
                .bodyText()
                .contains("<svg", "● 已提出", "/CROSS_CHECK", "以虚构材料骗取许可", "determiner-li", "产品质量领域严重违法")
                .doesNotContain("??");
        assertThat(get("/console/inbox", proposer()))
                .bodyText()
                .contains("名单认定：交叉比对", address)
                .doesNotContain("??");
    }

    @Test
    void whoeverProposedSeesThatAnotherMustDecideAndTheDeciderSeesTheForm() {
        var company = determining.company(3202);
        var id = determining.upTo(DeterminationState.LEGALLY_REVIEWED, company, determining.penalty(company));

        assertThat(get(page(id), proposer()))
                .hasStatusOk()
                .bodyText()
                .contains("下一步须由另一位同事办理")
                .doesNotContain("name=\"document\"", "??");
        assertThat(get(page(id), decider()))
                .bodyText()
                .contains("name=\"document\"", "name=\"minutes\"", "平台不作决定")
                .doesNotContain("??");
    }

    @Test
    void aRefusalIsSaidInPlainWordsAndKeepsWhatWasTyped() {
        var company = determining.company(3203);
        var id = determining.upTo(DeterminationState.LEGALLY_REVIEWED, company, determining.penalty(company));

        assertThat(http.post()
                        .uri(page(id) + "/DECIDE")
                        .with(decider())
                        .with(csrf())
                        .param("document", "常市监严列〔2026〕77号")
                        .param("facts", "虚构的违法事实")
                        .param("reason", ""))
                .hasStatus(422)
                .bodyText()
                .contains("决定必须写明文号、事实和理由", "常市监严列〔2026〕77号", "虚构的违法事实");
        assertThat(http.post()
                        .uri(page(id) + "/SERVE")
                        .with(proposer())
                        .with(csrf())
                        .param("day", "2026-11-23"))
                .hasStatus(422)
                .bodyText()
                .contains("前面的程序没有走完");
    }

    @Test
    void eachStepHasAFormThatWorksWithoutScript() {
        var company = determining.company(3204);
        var id = determining.propose(company, determining.penalty(company));
        post(id, "CROSS_CHECK", proposer());
        post(id, "GIVE_NOTICE", proposer(), "day", "2026-11-23", "text", "拟列入");
        assertThat(get(page(id), proposer())).bodyText().contains("期限至 2026-11-30", "name=\"outcome\"");
        post(id, "CLOSE_STATEMENT", proposer(), "outcome", "WAIVED", "day", "2026-11-23", "text", "放弃");
        var reviewer = callers.signedIn("reviewer-wang", "market-regulator", Role.LEGAL_REVIEWER);
        post(id, "REVIEW", reviewer, "text", "合法");
        post(
                id,
                "DECIDE",
                decider(),
                "document",
                "常市监严列〔2026〕78号",
                "facts",
                "虚构",
                "reason",
                "虚构",
                "minutes",
                "第78号",
                "participants",
                "赵虚构\n钱虚构");
        post(id, "SERVE", proposer(), "day", "2026-11-23", "decision", "on", "repairNotice", "on");
        post(id, "PUBLISH", proposer());

        assertThat(get(page(id), proposer()))
                .bodyText()
                .contains("● 已公示", "2026-11-23 至 2029-11-22", "常市监严列〔2026〕78号")
                .doesNotContain("??");
    }

    private void post(DeterminationId id, String act, RequestPostProcessor who, String... form) {
        var request = http.post().uri(page(id) + "/" + act).with(who).with(csrf());
        for (int i = 0; i < form.length; i += 2) {
            request.param(form[i], form[i + 1]);
        }
        assertThat(request).hasStatus3xxRedirection();
    }

    @Test
    void strangersToTheProcedureSeeNothingOfIt() {
        var company = determining.company(3205);
        var id = determining.propose(company, determining.penalty(company));

        assertThat(get(page(id), callers.signedIn("housing-determiner", "housing", Role.DETERMINER)))
                .hasStatus(403)
                .bodyText()
                .doesNotContain("常州虚构3205号");
    }

    @Test
    void theListShowsItsDefinitionWhoStandsOnItAndWhoIsBeingDetermined() {
        var company = determining.company(3206);
        determining.upTo(DeterminationState.SERVED, company, determining.penalty(company));
        var other = determining.company(3207);
        determining.propose(other, determining.penalty(other));

        assertThat(get("/console/lists", proposer()))
                .hasStatusOk()
                .bodyText()
                .contains("失信被执行人名单")
                .doesNotContain("??");
        assertThat(get("/console/lists/market-regulation-serious", proposer()))
                .hasStatusOk()
                .bodyText()
                .contains("第十七条", "列入条件", "常州虚构3207号贸易有限公司", "name=\"code\"")
                .doesNotContain("??");
        assertThat(http.post()
                        .uri("/console/determinations/new")
                        .with(proposer())
                        .with(csrf())
                        .param("list", "market-regulation-serious")
                        .param("code", Synthetic.organisation(3207)))
                .hasStatusOk()
                .bodyText()
                .contains("常州虚构3207号贸易有限公司", "type=\"checkbox\"");
    }

    @Test
    void aPlaceOnAListIsEndedByTwoOfficersOnItsPage() {
        var company = determining.company(3208);
        var id = determining.upTo(DeterminationState.SERVED, company, determining.penalty(company));
        var body = get(page(id), proposer());
        assertThat(body).bodyText().contains("/console/listings/");
        var text = new String(body.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
        var address = text.replaceAll("(?s).*\"(/console/listings/[0-9a-f-]{36})\".*", "$1");

        assertThat(http.post()
                        .uri(address + "/ending")
                        .with(proposer())
                        .with(csrf())
                        .param("state", "ANNULLED")
                        .param("reason", "处罚决定无效"))
                .hasStatus3xxRedirection();
        assertThat(get(address, decider()))
                .bodyText()
                .contains("撤销列入，由 determiner-li 提出", "name=\"granted\"")
                .doesNotContain("??");
        assertThat(http.post()
                        .uri(address + "/ending/decision")
                        .with(decider())
                        .with(csrf())
                        .param("granted", "true")
                        .param("reason", "同意"))
                .hasStatus3xxRedirection();
        assertThat(get(address, decider())).bodyText().contains("不在效力期内");
    }
}
