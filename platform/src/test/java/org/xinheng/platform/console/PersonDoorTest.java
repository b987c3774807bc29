package org.xinheng.platform.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.platform.console.ListedPersons.MASK;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xinheng.platform.Browser;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.casework.Paper;
import org.xinheng.platform.casework.Papers;
import org.xinheng.platform.disclosure.QueryLog;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.Role;

/** What an officer states before something about a person is shown, and who is let in then. */
@PlatformTest
class PersonDoorTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Browser browser;

    @Autowired
    Callers callers;

    @Autowired
    QueryLog queries;

    @Autowired
    SettableClock clock;

    ListedPersons people;

    @BeforeEach
    void begin() {
        clock.set(SettableClock.START);
        people = new ListedPersons(context);
    }

    private RequestPostProcessor creditOffice() {
        return callers.signedIn("person-credit-office", "credit-office", Role.CREDIT_OFFICE, Role.CHECKER);
    }

    @Test
    void whoHasToTellAPersonOfAReceivedListingSaysWhatForAndThenSeesIt() {
        var person = people.person(873);
        var listing = people.received(person, "（2026）苏04执綦2号");
        var page = "/console/listings/" + listing;
        var session = new MockHttpSession();

        assertThat(browser.get("/console/inbox", creditOffice(), session))
                .bodyText()
                .contains(page);
        assertThat(browser.get(page, creditOffice(), session))
                .hasStatusOk()
                .bodyText()
                .contains("查看前请说明用途", "value=\"失信被执行人名单\"")
                .doesNotContain(MASK, "执綦2号", "??");
        assertThat(queries.of(person.id())).isEmpty();
        var grounds = "/console/grounds/" + listing;
        assertThat(browser.post(
                        grounds, creditOffice(), session, "purpose", " ", "matter", "", "basis", "", "back", page))
                .hasStatus(422)
                .bodyText()
                .contains("请把查询用途、所办事项和法律依据都填上");
        open(listing, creditOffice(), session);
        assertThat(browser.get(page, creditOffice(), session))
                .hasStatusOk()
                .bodyText()
                .contains(MASK, "执綦2号");

        assertThat(queries.of(person.id())).singleElement().satisfies(query -> {
            assertThat(query.purpose()).isEqualTo("告知被列入人");
            assertThat(query.matter()).isEqualTo("失信被执行人名单");
            assertThat(query.authority()).isEqualTo("虚构依据第一条");
            assertThat(query.agency()).isEqualTo("credit-office");
            assertThat(query.askedBy()).isEqualTo("person-credit-office");
        });
        // Stated for this session and this thing alone.
        assertThat(browser.get(page, creditOffice(), new MockHttpSession()))
                .bodyText()
                .doesNotContain(MASK);
    }

    @Test
    void aPersonsListingIsForItsOwnerAndForWhoeverHasToDoSomethingAboutIt() {
        var person = people.person(874);
        var listing = people.received(person, "（2026）苏04执綦3号");
        var page = "/console/listings/" + listing;
        var court = callers.signedIn("person-court", "court", Role.REPORTER, Role.DETERMINER, Role.DECIDER);
        var housing = callers.signedIn("person-housing", "housing", Role.DETERMINER);

        assertThat(browser.get(page, housing, new MockHttpSession())).hasStatus(403);
        assertThat(browser.get(page, court, new MockHttpSession())).hasStatusOk();
        assertThat(browser.get(page, creditOffice(), new MockHttpSession())).hasStatusOk();
        assertThat(browser.get("/console/inbox", creditOffice(), new MockHttpSession()))
                .bodyText()
                .doesNotContain("closing");
        var session = new MockHttpSession();
        open(listing, creditOffice(), session);
        assertThat(browser.get(page, creditOffice(), session)).bodyText().contains("name=\"servedOn\"", "救济途径");
        assertThat(browser.post(page + "/notice", creditOffice(), session, "servedOn", "2026-11-22", "text", " "))
                .hasStatus(422);
        assertThat(browser.post(page + "/notice", housing, session, "servedOn", "2026-11-22", "text", "x"))
                .hasStatus(403);
        assertThat(browser.post(
                        page + "/notice", creditOffice(), session, "servedOn", "2026-11-22", "text", "已当面告知并送达"))
                .hasRedirectedUrl("/console/inbox");

        assertThat(browser.get("/console/inbox", creditOffice(), session))
                .bodyText()
                .doesNotContain(page);
        assertThat(context.getBean(Papers.class).of(listing.value()))
                .singleElement()
                .satisfies(filed -> {
                    assertThat(filed.kind()).isEqualTo(Paper.Kind.LISTING_NOTICE);
                    assertThat(Objects.requireNonNull(filed.paper()).servedOn())
                            .isEqualTo(LocalDate.parse("2026-11-22"));
                });
        assertThat(browser.get(page, creditOffice(), new MockHttpSession())).hasStatus(403);
    }

    private void open(ListingId listing, RequestPostProcessor who, MockHttpSession session) {
        var stated = browser.post(
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
            assertThat(browser.post(
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
