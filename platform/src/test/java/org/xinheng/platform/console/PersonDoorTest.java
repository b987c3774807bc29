package org.xinheng.platform.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.casework.Paper;
import org.xinheng.platform.casework.Papers;
import org.xinheng.platform.disclosure.Kept;
import org.xinheng.platform.disclosure.QueryLog;
import org.xinheng.platform.listing.ReceiveListings;
import org.xinheng.platform.listing.ReceivedEntry;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.Role;

/** What an officer states before something about a person is shown, and who is let in then. */
@PlatformTest
class PersonDoorTest {

    /** A surname nobody else in the tests bears: where its mask stands, one of these persons is shown. */
    private static final String MASK = "綦*";

    private static final LocalDate BIRTH = LocalDate.parse("1985-03-04");

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester http;

    @Autowired
    Callers callers;

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
        return kept.person(Synthetic.citizen(BIRTH, n), "綦虚构");
    }

    private RecordId penalty(Kept.Known person, String document) {
        return kept.penalty(person, document, false, Map.of("counterpartyName", MASK));
    }

    /** On a list of the court's that does not say the person was told: the credit office has to. */
    private ListingId received(Kept.Known person, String document) {
        var record = penalty(person, document);
        var entry = new ReceivedEntry(
                person.id(),
                new ListId("judgment-defaulters"),
                new AgencyId("court"),
                "常州市中级人民法院",
                document,
                "虚构：有履行能力而拒不履行",
                SettableClock.START.minusDays(3),
                null,
                false,
                null,
                record);
        return Objects.requireNonNull(context.getBean(TransactionTemplate.class).execute(_ -> {
            var change = context.getBean(Changes.class).open(Callers.officer("court-clerk", "court", Role.REPORTER));
            return context.getBean(ReceiveListings.class)
                    .receive(List.of(entry), change)
                    .getFirst();
        }));
    }

    private MvcTestResult get(String address, RequestPostProcessor who, MockHttpSession session) {
        return http.get().uri(address).session(session).with(who).exchange();
    }

    private MvcTestResult post(String address, RequestPostProcessor who, MockHttpSession session, String... form) {
        var request = http.post().uri(address).session(session).with(who).with(csrf());
        for (int i = 0; i < form.length; i += 2) {
            request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }

    private RequestPostProcessor creditOffice() {
        return callers.signedIn("person-credit-office", "credit-office", Role.CREDIT_OFFICE, Role.CHECKER);
    }

    @Test
    void whoHasToTellAPersonOfAReceivedListingSaysWhatForAndThenSeesIt() {
        var person = person(873);
        var listing = received(person, "（2026）苏04执綦2号");
        var page = "/console/listings/" + listing;
        var session = new MockHttpSession();

        assertThat(get("/console/inbox", creditOffice(), session)).bodyText().contains(page);
        assertThat(get(page, creditOffice(), session))
                .hasStatusOk()
                .bodyText()
                .contains("查看前请说明用途", "value=\"失信被执行人名单\"")
                .doesNotContain(MASK, "执綦2号", "??");
        assertThat(queries.of(person.id())).isEmpty();
        var grounds = "/console/grounds/" + listing;
        assertThat(post(grounds, creditOffice(), session, "purpose", " ", "matter", "", "basis", "", "back", page))
                .hasStatus(422)
                .bodyText()
                .contains("请把查询用途、所办事项和法律依据都填上");
        open(listing, creditOffice(), session);
        assertThat(get(page, creditOffice(), session)).hasStatusOk().bodyText().contains(MASK, "执綦2号");

        assertThat(queries.of(person.id())).singleElement().satisfies(query -> {
            assertThat(query.purpose()).isEqualTo("告知被列入人");
            assertThat(query.matter()).isEqualTo("失信被执行人名单");
            assertThat(query.authority()).isEqualTo("虚构依据第一条");
            assertThat(query.agency()).isEqualTo("credit-office");
            assertThat(query.askedBy()).isEqualTo("person-credit-office");
        });
        // Stated for this session and this thing alone.
        assertThat(get(page, creditOffice(), new MockHttpSession())).bodyText().doesNotContain(MASK);
    }

    @Test
    void aPersonsListingIsForItsOwnerAndForWhoeverHasToDoSomethingAboutIt() {
        var person = person(874);
        var listing = received(person, "（2026）苏04执綦3号");
        var page = "/console/listings/" + listing;
        var court = callers.signedIn("person-court", "court", Role.REPORTER, Role.DETERMINER, Role.DECIDER);
        var housing = callers.signedIn("person-housing", "housing", Role.DETERMINER);

        assertThat(get(page, housing, new MockHttpSession())).hasStatus(403);
        assertThat(get(page, court, new MockHttpSession())).hasStatusOk();
        assertThat(get(page, creditOffice(), new MockHttpSession())).hasStatusOk();
        assertThat(get("/console/inbox", creditOffice(), new MockHttpSession()))
                .bodyText()
                .doesNotContain("closing");
        var session = new MockHttpSession();
        open(listing, creditOffice(), session);
        assertThat(get(page, creditOffice(), session)).bodyText().contains("name=\"servedOn\"", "救济途径");
        assertThat(post(page + "/notice", creditOffice(), session, "servedOn", "2026-11-22", "text", " "))
                .hasStatus(422);
        assertThat(post(page + "/notice", housing, session, "servedOn", "2026-11-22", "text", "x"))
                .hasStatus(403);
        assertThat(post(page + "/notice", creditOffice(), session, "servedOn", "2026-11-22", "text", "已当面告知并送达"))
                .hasRedirectedUrl("/console/inbox");

        assertThat(get("/console/inbox", creditOffice(), session)).bodyText().doesNotContain(page);
        assertThat(context.getBean(Papers.class).of(listing.value()))
                .singleElement()
                .satisfies(filed -> {
                    assertThat(filed.kind()).isEqualTo(Paper.Kind.LISTING_NOTICE);
                    assertThat(Objects.requireNonNull(filed.paper()).servedOn())
                            .isEqualTo(LocalDate.parse("2026-11-22"));
                });
        assertThat(get(page, creditOffice(), new MockHttpSession())).hasStatus(403);
    }

    private void open(ListingId listing, RequestPostProcessor who, MockHttpSession session) {
        var stated = post(
                "/console/grounds/" + listing,
                who,
                session,
                "purpose",
                "告知被列入人",
                "matter",
                "失信被执行人名单",
                "basis",
                "虚构依据第一条",
                "back",
                "/console/listings/" + listing);
        assertThat(stated).hasRedirectedUrl("/console/listings/" + listing);
    }

    @Test
    void theWayBackLeadsToThisConsoleAlone() {
        for (var back : List.of("https://example.org/", "//example.org/console/x", "/sign-out", "/console/../x")) {
            assertThat(post(
                            "/console/grounds/" + new UUID(0, 875),
                            creditOffice(),
                            new MockHttpSession(),
                            "purpose",
                            "x",
                            "matter",
                            "x",
                            "basis",
                            "x",
                            "back",
                            back))
                    .hasRedirectedUrl("/console");
        }
    }
}
