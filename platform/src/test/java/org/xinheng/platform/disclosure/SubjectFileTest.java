package org.xinheng.platform.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.platform.Refusing.refused;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.access.Accounts;
import org.xinheng.platform.audit.AuditError;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.record.SuspendRecord;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.subject.SubjectError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@PlatformTest
class SubjectFileTest {

    static final Actor REGULATOR = Callers.officer("market-regulator", "market-regulator", Role.REPORTER);
    static final Actor APPROVAL = Callers.officer("approval", "approval", Role.CHECKER);
    static final Actor AUDITOR = Callers.officer("auditor", "audit", Role.AUDITOR);
    static final Authority STATUTE = new Authority.Statute("中华人民共和国行政许可法第三十四条");

    @Autowired
    Kept kept;

    @Autowired
    SubjectFiles files;

    @Autowired
    QueryLog queries;

    @Autowired
    Ledger ledger;

    @Autowired
    SuspendRecord suspend;

    @Autowired
    Packs packs;

    @Autowired
    Accounts accounts;

    @Autowired
    Order order;

    @Autowired
    Callers callers;

    @Autowired
    MockMvcTester http;

    @Autowired
    JsonMapper json;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void itIsTheFirstDay() {
        clock.set(SettableClock.START);
    }

    @Test
    void leastDisclosure() {
        var number = Synthetic.citizen(LocalDate.parse("1985-02-03"), 401);
        var known = kept.person(number, "甄云栖");
        var contested = kept.penalty(known, "云市监罚〔2026〕201号", false, Map.of());
        suspend.suspend(contested, REGULATOR);
        var bearer = callers.bearer(
                "disclosure-approval", "approval", Set.of(Role.CHECKER), Set.of("administrative-approval"));

        var ofKnown = ask(bearer, number, "甄云栖");
        var ofUnknown = ask(bearer, Synthetic.citizen(LocalDate.parse("1985-02-03"), 402), "甄云栖");

        assertThat(withoutId(ofKnown)).isEqualTo(withoutId(ofUnknown));
        assertThat(ofKnown.at("/subject/name").asString()).isEqualTo("甄*");
        assertThat(ofKnown.at("/subject/code").isNull()).isTrue();
        assertThat(ofKnown.at("/subject/id").asString()).isNotEqualTo(known.id().toString());
        assertThat(ask(bearer, number, "甄云栖").at("/subject/id")).isEqualTo(ofKnown.at("/subject/id"));
        assertThat(queries.of(known.id())).hasSize(2).allSatisfy(query -> {
            assertThat(query.purpose()).isEqualTo("许可审查");
            assertThat(query.matter()).isEqualTo("administrative-approval");
            assertThat(query.authority()).isEqualTo("中华人民共和国行政许可法第三十四条");
            assertThat(query.agency()).isEqualTo("approval");
        });
        assertThat(ledger.copiesOf(known.id()))
                .extracting(Copy::kind, Copy::client)
                .containsOnly(org.assertj.core.api.Assertions.tuple(Copy.Kind.SUBJECT_FILE, "disclosure-approval"));
    }

    @Test
    void aQuestionAboutAPersonCarriesPurposeMatterAndAuthority() {
        var person = kept.person(Synthetic.citizen(LocalDate.parse("1985-02-03"), 403), "甄试问");

        refused(DisclosureError.PURPOSE_REQUIRED, () -> view(person, " ", "administrative-approval", STATUTE));
        refused(DisclosureError.MATTER_REQUIRED, () -> view(person, "审查", null, STATUTE));
        refused(DisclosureError.AUTHORITY_REQUIRED, () -> view(person, "审查", "administrative-approval", null));
        assertThat(queries.of(person.id())).isEmpty();
    }

    @Test
    void aPersonIsNeverInAnAddress() {
        var trader = kept.soleTrader("云栖芦苇杂货店");
        var bearer = callers.bearer(
                "disclosure-approval", "approval", Set.of(Role.CHECKER), Set.of("administrative-approval"));

        assertThat(http.get().uri("/api/v1/subjects/" + trader.code() + "/file").header("Authorization", bearer))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("SUBJECT_NOT_FOUND");
    }

    @Test
    void businessCallersSeeWhatIsContestedAsAbsentAndTheSourceSeesItMarked() {
        var firm = kept.organisation("云栖石桥物流有限公司");
        suspend.suspend(kept.penalty(firm, "云市监罚〔2026〕202号", true, Map.of()), REGULATOR);

        var business = files.ask(firm.identity(), Inquiry.today("审查"), APPROVAL);
        assertThat(business.records()).isEmpty();
        assertThat(business.timeline()).isEmpty();
        var source = files.ask(firm.identity(), Inquiry.today("核对"), REGULATOR);
        assertThat(source.records())
                .singleElement()
                .satisfies(record -> assertThat(record.suspended()).isTrue());
        assertThat(source.timeline())
                .extracting(SubjectFile.Happening::type)
                .containsExactly("RecordReceived", "RecordSuspended");
    }

    @Test
    void timeIsPartOfEveryQuestion() {
        var firm = kept.organisation("云栖望江机械有限公司");
        kept.penalty(firm, "云市监罚〔2026〕203号", true, Map.of());
        var first = files.view(firm.id(), Inquiry.today("审计"), AUDITOR);
        var listing = kept.listing(firm, Kept.SERIOUS, Kept.DECIDED);
        kept.endListing(firm, Kept.SERIOUS, listing);
        // Tests share one order: another may have taken it further than the last day of use.
        var known = LocalDate.ofInstant(first.dataAsOf(), clock.getZone()).plusDays(1);
        var later = LocalDate.parse("2027-08-02");
        clock.set(known.isAfter(later) ? known : later);

        var asked = new Inquiry("审计", "审〔2026〕1号", null, null, first.asOf(), first.dataAsOf());
        assertThat(files.view(firm.id(), asked, AUDITOR)).isEqualTo(first);
        assertThat(first.records())
                .singleElement()
                .satisfies(record -> assertThat(record.inForce()).isTrue());
        assertThat(files.view(firm.id(), Inquiry.today("审计"), AUDITOR).records())
                .singleElement()
                .satisfies(record -> assertThat(record.inForce()).isFalse());

        refused(AuditError.PAST_NOT_FOR_USE, () -> files.view(firm.id(), asked, APPROVAL));
        refused(
                AuditError.FUTURE_NOT_KNOWN,
                () -> files.view(
                        firm.id(),
                        new Inquiry("审计", null, null, null, LocalDate.now(clock).plusDays(1), null),
                        AUDITOR));
        assertThat(files.view(firm.id(), asked, REGULATOR).records()).hasSize(1);
        var other = kept.organisation("云栖无事机械有限公司");
        refused(AuditError.PAST_NOT_FOR_USE, () -> files.view(other.id(), asked, REGULATOR));
    }

    @Test
    void theCreditOfficeOfADistrictIsADepartmentToWhatTheCityDecided() {
        var firm = kept.organisation("云栖辖区试验有限公司");
        suspend.suspend(kept.penalty(firm, "云市监罚〔2026〕206号", true, Map.of()), REGULATOR);
        var city = Callers.officer("credit-office", "credit-office", Role.CREDIT_OFFICE);
        var district = Callers.officer("district", "district-credit-office", Role.CREDIT_OFFICE);

        assertThat(files.view(firm.id(), Inquiry.today("复核"), city).records()).hasSize(1);
        var file = files.view(firm.id(), Inquiry.today("复核"), district);
        assertThat(file.records()).isEmpty();
        assertThat(file.timeline()).isEmpty();
        assertThat(Reader.of(district, packs.today()).towards(new AgencyId("xinbei-government")))
                .isEqualTo(Audience.CREDIT_OFFICE);
    }

    @Test
    void aSubjectReadsItsOwnFileOfAnyDay() {
        var firm = kept.organisation("云栖归雁旅游有限公司");
        suspend.suspend(kept.penalty(firm, "云市监罚〔2026〕204号", true, Map.of()), REGULATOR);
        accounts.openSubject("disclosure-owner", firm.id(), Role.ENTERPRISE, "p", Actor.platform("test"));
        var owner = new Actor(Actor.Kind.SUBJECT, "disclosure-owner", null, "x", Set.of(Role.ENTERPRISE), Set.of());

        var past = new Inquiry("", null, null, null, LocalDate.parse("2026-07-01"), null);
        assertThat(files.own(past, owner).records())
                .singleElement()
                .satisfies(record -> assertThat(record.suspended()).isTrue());
    }

    @Test
    void nothingIsSilentlyChanged() {
        var firm = kept.organisation("云栖留痕试验有限公司");
        var record = kept.penalty(firm, "云市监罚〔2026〕205号", true, Map.of());
        kept.delete(record, "处罚决定被撤销，依《中华人民共和国行政处罚法》第四十八条");

        var file = files.view(firm.id(), Inquiry.today("审计"), AUDITOR);
        assertThat(file.records()).singleElement().satisfies(shown -> {
            assertThat(shown.fields()).isEmpty();
            assertThat(shown.deleted())
                    .isEqualTo(new ShownDeletion(SettableClock.START, "credit-office", "处罚决定被撤销，依《中华人民共和国行政处罚法》第四十八条"));
        });
        assertThat(file.timeline())
                .extracting(SubjectFile.Happening::type)
                .containsExactly("SubjectEstablished", "RecordReceived", "RecordEnded", "RecordDeleted");
    }

    @Test
    void theLogIsKeptForFiveYears() {
        var firm = kept.organisation("云栖长青林业有限公司");
        files.view(firm.id(), Inquiry.today("核对"), REGULATOR);

        clock.set(SettableClock.START.plusYears(5));
        assertThat(queries.of(firm.id())).hasSize(1);
        clock.set(SettableClock.START.plusYears(5).plusDays(1));
        assertThat(queries.of(firm.id())).isEmpty();
    }

    @Test
    void aBusinessSystemReadsAnOrganisationsFileByItsAddress() {
        var firm = kept.organisation("云栖远帆航运有限公司");
        kept.penalty(firm, "云市监罚〔2026〕206号", true, Map.of());
        var bearer = callers.bearer(
                "disclosure-approval", "approval", Set.of(Role.CHECKER), Set.of("administrative-approval"));

        var answer = http.get()
                .uri("/api/v1/subjects/" + firm.code() + "/file")
                .header("Authorization", bearer)
                .exchange();
        assertThat(answer).hasStatusOk();
        var file = body(answer);
        assertThat(file.at("/subject/code").asString()).isEqualTo(firm.code());
        assertThat(file.at("/records/0/inForce").asBoolean()).isTrue();
        assertThat(file.get("packRelease").asString()).startsWith("changzhou@");
        assertThat(queries.of(firm.id())).hasSize(1);
        refused(
                SubjectError.SUBJECT_NOT_FOUND,
                () -> files.ask(
                        new org.xinheng.platform.subject.Identity.Organisation(
                                new org.xinheng.kernel.identifier.CreditCode(Synthetic.organisation(9999)), ""),
                        Inquiry.today("审查"),
                        APPROVAL));
    }

    private SubjectFile view(Kept.Known whom, String purpose, @Nullable String matter, @Nullable Authority authority) {
        return files.view(whom.id(), new Inquiry(purpose, matter, null, authority, null, null), APPROVAL);
    }

    private JsonNode ask(String bearer, String number, String name) {
        var answer = http.post()
                .uri("/api/v1/subjects/file")
                .header("Authorization", bearer)
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"subject": {"idType": "CITIZEN_ID", "idNumber": "%s", "name": "%s"}, "purpose": "许可审查",
                         "matter": "administrative-approval",
                         "authority": {"kind": "STATUTE", "basis": "中华人民共和国行政许可法第三十四条"}}
                        """.formatted(number, name))
                .exchange();
        assertThat(answer).hasStatusOk();
        return body(answer);
    }

    private static JsonNode withoutId(JsonNode file) {
        var copy = (ObjectNode) file.deepCopy();
        ((ObjectNode) copy.get("subject")).remove("id");
        return copy;
    }

    private JsonNode body(MvcTestResult answer) {
        try {
            return json.readTree(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
