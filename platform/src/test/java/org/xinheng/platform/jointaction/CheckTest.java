package org.xinheng.platform.jointaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.kernel.identifier.IdType;
import org.xinheng.kernel.pack.ListOrigin;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.subject.Identity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@PlatformTest
class CheckTest {

    private static final LocalDate NEXT_YEAR = SettableClock.START.plusYears(1);

    @Autowired
    ApplicationContext context;

    @Autowired
    Callers callers;

    @Autowired
    MockMvcTester http;

    @Autowired
    JsonMapper json;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private Listed listed;
    private String housing;

    @BeforeEach
    void housingAsks() {
        clock.set(SettableClock.START);
        listed = new Listed(context);
        housing = callers.bearer(
                "check-housing",
                "housing",
                Set.of(Role.CHECKER),
                Set.of("construction-bidding", "qualification-review"));
    }

    private static Identity.Organisation organisation(int n, String name) {
        return new Identity.Organisation(CreditCode.parse(Synthetic.organisation(n)), name);
    }

    private MvcTestResult ask(String token, String body) {
        return http.post()
                .uri("/api/v1/checks")
                .header("Authorization", token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult askByCode(String code, String more) {
        return ask(housing, """
                {"subject": {"code": "%s"%s}, "matter": "construction-bidding", "purpose": "评标",
                 "officer": "李工", "reference": "CZ-1", "authority": {"kind": "STATUTE", "basis": "招标投标法第三十三条"}}
                """.formatted(code, more));
    }

    private MvcTestResult askPerson(String number, String name) {
        return ask(housing, """
                {"subject": {"idType": "CITIZEN_ID", "idNumber": "%s", "name": "%s"}, "matter": "construction-bidding",
                 "purpose": "评标", "officer": "李工", "reference": "CZ-2",
                 "authority": {"kind": "STATUTE", "basis": "招标投标法第三十三条"}}
                """.formatted(number, name));
    }

    private JsonNode body(MvcTestResult result) {
        return json.readTree(result.getResponse().getContentAsByteArray());
    }

    @Test
    void aListedEnterpriseIsPromptedWithTheWholeChain() {
        var subject = listed.subject(organisation(2101, "常州虚构甲建设有限公司"));
        var listing = listed.enter(subject, "market-regulation-serious", NEXT_YEAR);

        var answer = askByCode(Synthetic.organisation(2101), ", \"name\": \"常州虚构甲建设有限公司\"");

        assertThat(answer).hasStatusOk();
        var body = body(answer);
        assertThat(body.get("outcome").asString()).isEqualTo("PROMPTS");
        assertThat(body.get("requiresOfficerDecision").asBoolean()).isTrue();
        assertThat(body.get("subject").get("id").asString()).isEqualTo(subject.toString());
        assertThat(body.get("packRelease").asString()).startsWith("changzhou@");
        assertThat(body.get("notice").asString()).isEqualTo("本结果仅为提示，不是行政决定；不得据此自动作出不利处理");
        var prompt = body.get("prompts").get(0);
        assertThat(prompt.get("kind").asString()).isEqualTo("RESTRAINT");
        assertThat(prompt.get("nature").asString()).isEqualTo("MANDATORY");
        assertThat(prompt.get("origin").asString()).isEqualTo("JOINT");
        assertThat(prompt.get("advisory").asBoolean()).isFalse();
        assertThat(prompt.get("measure").get("id").asString()).isEqualTo("bidding-limit");
        assertThat(prompt.get("basis").get(0).get("document").asString()).isEqualTo("企业信息公示暂行条例");
        assertThat(prompt.get("basis").get(0).get("article").asString()).isEqualTo("第十八条");
        assertThat(prompt.get("basis").get(0).get("level").asString()).isEqualTo("ADMINISTRATIVE_REGULATION");
        assertThat(prompt.get("because").get("listing").asString())
                .isEqualTo(listing.id().toString());
        assertThat(prompt.get("because").get("document").asString()).isEqualTo("常市监严列〔2026〕1号");
        assertThat(prompt.get("until").asString()).isEqualTo("2027-11-23");
        assertThat(prompt.get("feedbackDue").asString()).isEqualTo("2026-11-30");
    }

    @Test
    void withoutListingNothingAppliesAndTheUnknownIsNotIdentified() {
        listed.subject(organisation(2102, "常州虚构乙建设有限公司"));

        assertThat(body(askByCode(Synthetic.organisation(2102), ""))
                        .get("outcome")
                        .asString())
                .isEqualTo("NO_PROMPT");
        var unknown = body(askByCode(Synthetic.organisation(2103), ""));
        assertThat(unknown.get("outcome").asString()).isEqualTo("NOT_IDENTIFIED");
        assertThat(unknown.get("requiresOfficerDecision").asBoolean()).isFalse();
        assertThat(unknown.get("prompts").size()).isZero();
    }

    @Test
    void aWrongNameIsAMismatchAndAFormerOneIsNot() {
        var subject = listed.subject(organisation(2104, "常州虚构丙（集团）有限公司"));
        jdbc.sql("insert into subject.name (subject_id, name, change_id) values (:id, '常州虚构旧名有限公司', gen_random_uuid())")
                .param("id", subject.value())
                .update();

        assertThat(askByCode(Synthetic.organisation(2104), ", \"name\": \"别的公司\""))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("SUBJECT_MISMATCH");
        assertThat(askByCode(Synthetic.organisation(2104), ", \"name\": \"常州虚构丙(集团)有限公司\""))
                .hasStatusOk();
        assertThat(askByCode(Synthetic.organisation(2104), ", \"name\": \"常州虚构旧名有限公司\""))
                .hasStatusOk();
    }

    @Test
    void refusalsHaveTheirCodes() {
        refused(askByCode("91320499MAXH00002A", ""), 400, "INVALID_CREDIT_CODE");
        refused(ask(housing, question(2105, "no-such-matter")), 404, "MATTER_NOT_FOUND");
        refused(ask(housing, question(2105, "honours")), 403, "MATTER_NOT_YOURS");
        refused(
                ask(
                        housing,
                        "{\"subject\": {\"code\": \"%s\"}, \"matter\": \"construction-bidding\"}"
                                .formatted(Synthetic.organisation(2105))),
                400,
                "FIELD_REQUIRED");
        refused(
                ask(housing, question(2105, "construction-bidding").replace("}, ", "}, \"colour\": 1, ")),
                400,
                "UNKNOWN_FIELD");
        var reporter =
                callers.bearer("check-reporter", "housing", Set.of(Role.REPORTER), Set.of("construction-bidding"));
        refused(ask(reporter, question(2105, "construction-bidding")), 403, "NOT_PERMITTED");
    }

    @Test
    void pastNotForUse() {
        refused(
                ask(housing, question(2105, "construction-bidding").replace("}, ", "}, \"asOf\": \"2026-01-01\", ")),
                403,
                "PAST_NOT_FOR_USE");
    }

    private static String question(int n, String matter) {
        return """
                {"subject": {"code": "%s"}, "matter": "%s", "purpose": "评标", "officer": "李工"}
                """.formatted(Synthetic.organisation(n), matter);
    }

    private static void refused(MvcTestResult result, int status, String code) {
        assertThat(result).hasStatus(status).bodyJson().extractingPath("$.code").isEqualTo(code);
    }

    @Test
    void anObjectionSuspendsAndTheListingIsAbsentForBusinessCallers() {
        var subject = listed.subject(organisation(2106, "常州虚构丁建设有限公司"));
        listed.suspend(listed.enter(subject, "market-regulation-serious", NEXT_YEAR));
        listed.subject(organisation(2107, "常州虚构戊建设有限公司"));

        var suspended = askByCode(Synthetic.organisation(2106), "");
        var never = askByCode(Synthetic.organisation(2107), "");

        assertThat(withoutTheSubject(suspended)).isEqualTo(withoutTheSubject(never));
    }

    @Test
    void afterExitNothingFollows() {
        var subject = listed.subject(organisation(2108, "常州虚构己建设有限公司"));
        var listing = listed.enter(subject, "market-regulation-serious", SettableClock.START.plusDays(3));
        assertThat(body(askByCode(Synthetic.organisation(2108), ""))
                        .get("outcome")
                        .asString())
                .isEqualTo("PROMPTS");

        clock.set(SettableClock.START.plusDays(3));
        assertThat(body(askByCode(Synthetic.organisation(2108), ""))
                        .get("outcome")
                        .asString())
                .isEqualTo("PROMPTS");
        clock.set(SettableClock.START.plusDays(4));
        assertThat(body(askByCode(Synthetic.organisation(2108), ""))
                        .get("outcome")
                        .asString())
                .isEqualTo("NO_PROMPT");

        clock.set(SettableClock.START);
        listed.end(listing);
        assertThat(body(askByCode(Synthetic.organisation(2108), ""))
                        .get("outcome")
                        .asString())
                .isEqualTo("NO_PROMPT");
    }

    @Test
    void aReceivedListingWithoutAttestationPromptsNoJointMeasure() {
        var subject = listed.subject(organisation(2109, "常州虚构庚建设有限公司"));
        listed.enter(subject, "judgment-defaulters", NEXT_YEAR, ListOrigin.RECEIVED, false);
        var attested = listed.subject(organisation(2110, "常州虚构辛建设有限公司"));
        listed.enter(attested, "judgment-defaulters", NEXT_YEAR, ListOrigin.RECEIVED, true);

        assertThat(body(askByCode(Synthetic.organisation(2109), ""))
                        .get("outcome")
                        .asString())
                .isEqualTo("NO_PROMPT");
        assertThat(body(askByCode(Synthetic.organisation(2110), ""))
                        .get("outcome")
                        .asString())
                .isEqualTo("PROMPTS");
    }

    @Test
    void leastDisclosureGivesOfAPersonOneAndTheSameAnswer() {
        var birth = LocalDate.of(1980, 5, 6);
        var known = Synthetic.citizen(birth, 101);
        listed.subject(new Identity.Person(IdType.CITIZEN_ID, known, "张虚构"));
        var left = Synthetic.citizen(birth, 102);
        var exited = listed.subject(new Identity.Person(IdType.CITIZEN_ID, left, "张虚构"));
        listed.end(listed.enter(exited, "wage-arrears", NEXT_YEAR));

        var noRecord = withoutTheSubject(askPerson(known, "张虚构"));
        assertThat(withoutTheSubject(askPerson(left, "张虚构"))).isEqualTo(noRecord);
        assertThat(withoutTheSubject(askPerson(Synthetic.citizen(birth, 103), "张虚构")))
                .isEqualTo(noRecord);
        assertThat(withoutTheSubject(askPerson(known, "张别人"))).isEqualTo(noRecord);
    }

    @Test
    void aPersonsIdIsOpaqueAndTheSameEveryTimeForOneAgency() {
        var number = Synthetic.citizen(LocalDate.of(1981, 5, 6), 104);
        var before = body(askPerson(number, "王虚构")).get("subject");
        var subject = listed.subject(new Identity.Person(IdType.CITIZEN_ID, number, "王虚构"));
        var after = body(askPerson(number, "王虚构")).get("subject");

        assertThat(after).isEqualTo(before);
        assertThat(after.get("id").asString()).isNotEqualTo(subject.toString());
        assertThat(after.get("name").asString()).isEqualTo("王*");
        assertThat(after.get("code").isNull()).isTrue();
    }

    @Test
    void aSoleTraderIsProtectedLikeAPerson() {
        var trader = new Identity.SoleTrader(CreditCode.parse(Synthetic.soleTrader(2111)), "赵虚构小吃店");
        listed.subject(trader);

        var known = askByCode(Synthetic.soleTrader(2111), "");
        assertThat(withoutTheSubject(askByCode(Synthetic.soleTrader(2112), ""))).isEqualTo(withoutTheSubject(known));
        assertThat(body(known).get("outcome").asString()).isEqualTo("NO_PROMPT");
        assertThat(body(known).get("subject").get("code").isNull()).isTrue();
        assertThat(body(askByCode(Synthetic.soleTrader(2111), ", \"name\": \"别的店\""))
                        .get("outcome")
                        .asString())
                .isEqualTo("NO_PROMPT");

        listed.enter(listed.subject(trader), "market-regulation-serious", NEXT_YEAR);
        var prompted = body(askByCode(Synthetic.soleTrader(2111), ""));
        assertThat(prompted.get("outcome").asString()).isEqualTo("PROMPTS");
        assertThat(prompted.get("subject").get("name").asString()).isEqualTo("赵*");
        assertThat(prompted.get("subject").get("code").isNull()).isTrue();
    }

    @Test
    void aPersonIsAskedAboutOnAStatedGroundOnly() {
        var number = Synthetic.citizen(LocalDate.of(1982, 5, 6), 105);
        var whole = """
                {"subject": {"idType": "CITIZEN_ID", "idNumber": "%s", "name": "王虚构"}, "matter": "construction-bidding",
                 "purpose": "评标", "officer": "李工", "reference": "CZ-2",
                 "authority": {"kind": "STATUTE", "basis": "招标投标法第三十三条"}}
                """.formatted(number);

        refused(ask(housing, whole.replace("\"reference\": \"CZ-2\",", "")), 400, "FIELD_REQUIRED");
        refused(ask(housing, whole.replaceAll(",\\s+\"authority\": \\{[^}]*\\}", "")), 400, "AUTHORITY_REQUIRED");
        refused(ask(housing, whole.replace("320499", "320498")), 400, "INVALID_ID_NUMBER");
        // Answered for the person alone, nobody would learn that the company was never asked about.
        refused(
                ask(housing, whole.replace("{\"idType\"", "{\"code\": \"91320499MAXH00002T\", \"idType\"")),
                400,
                "SUBJECT_INCOMPLETE");
        var bank =
                callers.bearer("check-bank", "commercial-banks", Set.of(Role.CHECKER), Set.of("construction-bidding"));
        refused(ask(bank, whole), 403, "CONSENT_NOT_FOUND");
    }

    @Test
    void aGuestIsOnlyAdvised() {
        var subject = listed.subject(organisation(2113, "常州虚构壬建设有限公司"));
        listed.enter(subject, "market-regulation-serious", NEXT_YEAR);
        var bank = callers.bearer("check-bank-2", "commercial-banks", Set.of(Role.CHECKER), Set.of("financing"));

        var prompt = body(ask(bank, question(2113, "financing"))).get("prompts").get(0);

        assertThat(prompt.get("advisory").asBoolean()).isTrue();
        assertThat(prompt.get("nature").asString()).isEqualTo("RECOMMENDED");
    }

    @Test
    void onesOwnEarlierCheckComesBackAsItWasAnswered() {
        var subject = listed.subject(organisation(2114, "常州虚构癸建设有限公司"));
        var listing = listed.enter(subject, "market-regulation-serious", NEXT_YEAR);
        var answer = body(askByCode(Synthetic.organisation(2114), ""));
        listed.end(listing);

        var uri = "/api/v1/checks/" + answer.get("checkId").asString();
        var again = http.get().uri(uri).header("Authorization", housing).exchange();
        assertThat(body(again)).isEqualTo(answer);

        var other = callers.bearer("check-tax", "tax", Set.of(Role.CHECKER), Set.of("construction-bidding"));
        refused(http.get().uri(uri).header("Authorization", other).exchange(), 404, "CHECK_NOT_FOUND");
    }

    @Test
    void noNumberOfAPersonStandsInTheLog() {
        var number = Synthetic.citizen(LocalDate.of(1983, 5, 6), 106);
        var id = body(ask(housing, """
                        {"subject": {"code": "%s"}, "matter": "construction-bidding", "purpose": "核对 %s 的项目",
                         "officer": "李工"}
                        """.formatted(Synthetic.organisation(2115), number)))
                .get("checkId")
                .asString();

        var content = context.getBean(Checks.class)
                .get(org.xinheng.platform.shared.CheckId.of(id), Callers.officer("x", "housing", Role.CHECKER))
                .content();
        assertThat(json.writeValueAsString(content)).doesNotContain(number).contains("320499********");
        var row = jdbc.sql("select row_to_json(c)::text from jointaction.check_log c where id = :id::uuid")
                .param("id", id)
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(number).doesNotContain("李工");
    }

    @Test
    void aPersonReadsWhoAskedEvenBeforeTheyWereKnownHere() {
        var number = Synthetic.citizen(LocalDate.of(1986, 5, 6), 107);
        var id = body(askPerson(number, "郑虚构")).get("checkId").asString();
        var subject = listed.subject(new Identity.Person(IdType.CITIZEN_ID, number, "郑虚构"));

        assertThat(context.getBean(Checks.class).about(List.of(subject), SettableClock.START.minusYears(5)))
                .singleElement()
                .satisfies(check -> assertThat(check.id()).hasToString(id))
                .satisfies(check -> assertThat(check.agency()).hasToString("housing"))
                .satisfies(check -> assertThat(check.content()).isNotNull());
    }

    @Test
    void theWidgetCanBeLoadedByAnotherSite() {
        assertThat(http.get().uri("/widget/credit-check.js").header("Origin", "https://bidding.example"))
                .hasStatusOk()
                .hasHeader("Access-Control-Allow-Origin", "*")
                .bodyText()
                .contains("customElements.define('credit-check'")
                .doesNotContain("innerHTML");
    }

    @Test
    void aBatchAnswersEachLineInItsPlace() {
        var subject = listed.subject(organisation(2117, "常州虚构丑建设有限公司"));
        listed.enter(subject, "market-regulation-serious", NEXT_YEAR);
        var lines = String.join(
                "\n",
                question(2117, "construction-bidding").replace("\n", " "),
                "{not json",
                question(2117, "honours").replace("\n", " "),
                "",
                question(2118, "construction-bidding")
                        .replace("\n", " ")
                        .replace(Synthetic.organisation(2118), Synthetic.soleTrader(2118)),
                question(2119, "construction-bidding").replace("\n", " "));

        var answer = http.post()
                .uri("/api/v1/checks/batch")
                .header("Authorization", housing)
                .contentType(MediaType.parseMediaType("application/x-ndjson"))
                .content(lines.getBytes(StandardCharsets.UTF_8))
                .exchange();

        assertThat(answer).hasStatusOk();
        var text = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(text.lines()
                        .map(json::readTree)
                        .map(line -> line.has("code") ? line.get("code") : line.get("outcome")))
                .extracting(JsonNode::asString)
                .containsExactly(
                        "PROMPTS", "MALFORMED_REQUEST", "MATTER_NOT_YOURS", "ORGANISATIONS_ONLY", "NOT_IDENTIFIED");
    }

    @Test
    void peopleDecideAndEveryAnswerSaysSo() {
        var subject = listed.subject(organisation(2116, "常州虚构子建设有限公司"));
        listed.enter(subject, "wage-arrears", NEXT_YEAR);

        var english = http.post()
                .uri("/api/v1/checks")
                .header("Authorization", housing)
                .header("Accept-Language", "en")
                .contentType(MediaType.APPLICATION_JSON)
                .content(question(2116, "construction-bidding").getBytes(StandardCharsets.UTF_8))
                .exchange();

        var body = body(english);
        assertThat(body.get("requiresOfficerDecision").asBoolean()).isTrue();
        assertThat(body.get("notice").asString()).contains("not an administrative decision");
        assertThat(body.get("prompts").get(0).get("measure").get("name").asString())
                .startsWith("Limits on bidding");
    }

    /** The answer without what belongs to one question: its id, its moments, whom it was about. */
    private JsonNode withoutTheSubject(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        var body = (ObjectNode) body(result);
        body.remove("checkId");
        body.remove("askedAt");
        body.remove("dataAsOf");
        var subject = (ObjectNode) body.get("subject");
        assertThat(subject.get("id").asString()).hasSize(36);
        subject.remove("id");
        if (!subject.get("code").isNull()) {
            subject.remove("code");
            subject.remove("name");
        }
        return body;
    }
}
