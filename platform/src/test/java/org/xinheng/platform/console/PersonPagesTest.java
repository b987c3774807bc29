package org.xinheng.platform.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.platform.console.ListedPersons.MASK;

import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.xinheng.platform.Browser;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.access.Scope;
import org.xinheng.platform.disclosure.Kept;
import org.xinheng.platform.disclosure.QueryLog;
import org.xinheng.platform.jointaction.Task;
import org.xinheng.platform.jointaction.Tasks;
import org.xinheng.platform.listing.DeterminationQueries;
import org.xinheng.platform.listing.DeterminationState;
import org.xinheng.platform.listing.Determining;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.subject.AmendSubject;
import org.xinheng.platform.subject.Amendment;

/**
 * Promise 8: whatever a page shows of a person was asked for with purpose, matter and authority, and stands in the log
 * the person reads. A new page has to say here whose things its address holds.
 */
@PlatformTest
class PersonPagesTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    /** Pages whose address holds the id of something that is no person's, and why. */
    private static final Map<String, String> NOBODYS = Map.of(
            "/console/check/names/{id}", "lists of names are of organisations",
            "/console/check/names/{id}/slips.pdf", "lists of names are of organisations",
            "/console/check/names/{id}/slips.zip", "lists of names are of organisations",
            "/console/lists/rules/{id}", "the wording of a list's rules",
            "/console/samples/{id}", "document numbers drawn from a register",
            "/console/returns/{id}", "leads to rows and records, shows none",
            "/console/submissions/{id}", "findings hold no value of a person",
            "/console/submissions/{id}/progress", "counts",
            "/console/submissions/{id}/findings.csv", "findings hold no value of a person",
            "/console/submissions/{id}/corrected.xlsx", "an agency's own rows, handed back to whoever sent them");

    /** Whole parts of the console that hold nothing of a person's, and why. */
    private static final Map<String, String> NOBODYS_PARTS = Map.of(
            "/console/tasks/", "work of agencies, by documents",
            "/console/assessments/", "agencies are assessed, never persons",
            "/console/indicators/", "counts, and rows without persons",
            "/console/integrity/", "ledgers of public bodies and organisations",
            "/console/documents/", "the register of documents");

    @Autowired
    ApplicationContext context;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    Browser browser;

    @Autowired
    Callers callers;

    @Autowired
    QueryLog queries;

    @Autowired
    SettableClock clock;

    Determining determining;

    ListedPersons people;

    @BeforeEach
    void begin() {
        clock.set(SettableClock.START);
        people = new ListedPersons(context);
        determining = new Determining(context);
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyQueryAboutAPersonIsLogged() {
        var listed = people.person(870);
        var defaulter = people.person(871);
        var proposed = people.person(872);
        var record = people.penalty(listed, "綦市监罚〔2026〕1号");
        var determination = determining.upTo(DeterminationState.SERVED, listed.id(), record);
        var running = determining.upTo(
                DeterminationState.CROSS_CHECKED, proposed.id(), people.penalty(proposed, "綦市监罚〔2026〕2号"));
        var notice = people.received(defaulter, "（2026）苏04执綦1号");
        var amendment = context.getBean(AmendSubject.class)
                .propose(
                        listed.id(),
                        new Amendment.Closure(SettableClock.START),
                        "虚构的注销证明",
                        Callers.officer("credit-clerk", "credit-office", Role.CREDIT_OFFICE));
        var task = context.getBean(Tasks.class).newest(Scope.EVERYBODY, null, 200).stream()
                .filter(one -> one.subject().equals(listed.id()))
                .findFirst()
                .orElseThrow();
        var check = check(listed);

        Map<String, List<?>> things = new HashMap<>();
        things.put("/console/subjects/{id}", List.of(listed.id(), defaulter.id()));
        things.put("/console/subjects/{id}/amendments", List.of(listed.id()));
        things.put("/console/subjects/amendments/{id}", List.of(amendment));
        things.put("/console/determinations/{id}", List.of(determination, running));
        things.put("/console/determinations/new", List.of("?record=" + record));
        var made = Objects.requireNonNull(context.getBean(DeterminationQueries.class)
                        .view(determination, Determining.PROPOSER)
                        .listing())
                .id();
        things.put("/console/listings/{id}", List.of(notice, made));
        things.put("/console/records/{id}", List.of(record));
        things.put("/console/records/{id}/correction", List.of(record));
        things.put("/console/joint-actions/{id}", List.of(task.id()));
        things.put("/console/checks/{id}", List.of(check));
        things.put("/console/checks/{id}/slip.pdf", List.of(check));
        things.put("/console/lists/{list}", List.of(Determining.SERIOUS, "judgment-defaulters"));
        things.put("/console/lists/{list}/candidates", List.of("red-list"));

        var persons = List.of(listed, defaulter, proposed);
        var addresses = addresses(things);
        var shown = new TreeSet<String>();
        for (var who : officers(task)) {
            var session = new MockHttpSession();
            for (var address : addresses.entrySet()) {
                shown.addAll(look(address.getKey(), address.getValue(), who, session, persons));
            }
        }
        assertThat(shown)
                .contains(
                        "/console/determinations/new",
                        "/console/determinations/{id}",
                        "/console/listings/{id}",
                        "/console/records/{id}",
                        "/console/joint-actions/{id}",
                        "/console/checks/{id}",
                        "/console/subjects/amendments/{id}")
                // Lists of work name nobody.
                .doesNotContain("/console/inbox", "/console/lists/{list}", "/console/joint-actions");
    }

    /** Asked by another officer than those who look: to whoever asked, the check itself is the logged question. */
    private String check(Kept.Known person) {
        var asked = browser.post(
                "/console/check",
                callers.signedIn("person-asker", "approval", Role.CHECKER),
                new MockHttpSession(),
                "whom",
                "PERSON",
                "matter",
                "administrative-approval",
                "idType",
                "CITIZEN_ID",
                "idNumber",
                person.code(),
                "personName",
                "綦虚构",
                "purpose",
                "许可审查",
                "reference",
                "虚许〔2026〕1号",
                "basis",
                "中华人民共和国行政许可法第三十四条");
        var address = Objects.requireNonNull(asked.getResponse().getRedirectedUrl());
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private List<RequestPostProcessor> officers(Task task) {
        var all = Set.of(
                        Role.REPORTER,
                        Role.CHECKER,
                        Role.DETERMINER,
                        Role.LEGAL_REVIEWER,
                        Role.DECIDER,
                        Role.CREDIT_OFFICE)
                .toArray(Role[]::new);
        return List.of(
                callers.signedIn(
                        "person-regulator",
                        "market-regulator",
                        Role.REPORTER,
                        Role.CHECKER,
                        Role.DETERMINER,
                        Role.LEGAL_REVIEWER,
                        Role.DECIDER),
                callers.signedIn("person-court", "court", Role.REPORTER, Role.DETERMINER, Role.DECIDER),
                callers.signedIn("person-executor", task.agency().value(), Role.CHECKER),
                callers.signedIn("person-colleague", "approval", Role.CHECKER),
                callers.signedIn("person-credit-office-2", "credit-office", all),
                callers.signedIn("person-auditor", "audit", Role.AUDITOR));
    }

    /** Every page of the console that is got by an address, with the addresses that lead to something of a person's. */
    private Map<String, List<String>> addresses(Map<String, List<?>> things) {
        var addresses = new HashMap<String, List<String>>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (!method.getBeanType().getPackageName().equals("org.xinheng.platform.console")
                    || !mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                return;
            }
            for (var pattern : mapping.getPatternValues()) {
                if (NOBODYS.containsKey(pattern)
                        || NOBODYS_PARTS.keySet().stream().anyMatch(pattern::startsWith)) {
                    continue;
                }
                boolean holdsAnId = VARIABLE.matcher(pattern).find();
                assertThat(holdsAnId && !things.containsKey(pattern))
                        .as("whose thing does %s show? Put one of a person's into this test", pattern)
                        .isFalse();
                var found = new ArrayList<String>();
                for (var thing : things.getOrDefault(pattern, List.of(""))) {
                    found.add(
                            holdsAnId
                                    ? VARIABLE.matcher(pattern).replaceFirst(String.valueOf(thing))
                                    : pattern + thing);
                }
                addresses.put(pattern, found);
            }
        });
        return addresses;
    }

    /** The patterns under which this officer was shown a person; fails where one was shown without a line in the log. */
    private Set<String> look(
            String pattern,
            List<String> addresses,
            RequestPostProcessor who,
            MockHttpSession session,
            List<Kept.Known> persons) {
        var shown = new TreeSet<String>();
        for (var address : addresses) {
            int before = logged(persons);
            var page = body(browser.get(address, who, session));
            if (page.contains(MASK)) {
                shown.add(pattern);
                assertThat(logged(persons)).as("%s shows a person", address).isGreaterThan(before);
            }
            var asks =
                    Pattern.compile("action=\"(/console/grounds/[0-9a-f-]+)\"").matcher(page);
            if (asks.find()) {
                assertThat(page).doesNotContain(MASK);
                var back = Pattern.compile("name=\"back\" value=\"([^\"]+)\"").matcher(page);
                assertThat(back.find()).isTrue();
                assertThat(browser.post(
                                asks.group(1),
                                who,
                                session,
                                "purpose",
                                "复核",
                                "matter",
                                "复核第1号",
                                "basis",
                                "虚构依据第一条",
                                "back",
                                back.group(1)))
                        .hasStatus(HttpStatus.FOUND)
                        .hasRedirectedUrl(address);
                int asked = logged(persons);
                var opened = body(browser.get(address, who, session));
                assertThat(logged(persons)).as(address).isGreaterThan(asked);
                if (opened.contains(MASK)) {
                    shown.add(pattern);
                }
            }
        }
        return shown;
    }

    private int logged(List<Kept.Known> persons) {
        return persons.stream()
                .mapToInt(person -> queries.of(person.id()).size())
                .sum();
    }
}
