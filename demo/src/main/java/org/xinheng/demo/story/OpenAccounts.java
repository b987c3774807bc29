package org.xinheng.demo.story;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.xinheng.demo.DemoCast;
import org.xinheng.demo.population.Reporter;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.kernel.identifier.IdType;
import org.xinheng.platform.access.AccessError;
import org.xinheng.platform.access.Accounts;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.MatterId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.subject.Identity;
import org.xinheng.platform.subject.Subjects;

/** Opens the accounts and API clients of the demo; those there are stay as they are. */
@Component
public class OpenAccounts {

    private static final String PASSWORD = "demo";
    private static final Actor DEMO = Actor.platform("demo");

    private final Accounts accounts;
    private final Subjects subjects;

    OpenAccounts(Accounts accounts, Subjects subjects) {
        this.accounts = accounts;
        this.subjects = subjects;
    }

    /** An officer's account. */
    public record Officer(String account, String name, String agency, Set<Role> roles) {}

    /** A business system's account. */
    public record Client(String id, String name, String agency, Set<Role> roles, Set<String> matters) {}

    public static final List<Officer> OFFICERS = List.of(
            officer(
                    "credit-office",
                    "信用办甲",
                    "credit-office",
                    Role.CREDIT_OFFICE,
                    Role.REPORTER,
                    Role.DETERMINER,
                    Role.CHECKER),
            officer("credit-office-2", "信用办乙", "credit-office", Role.CREDIT_OFFICE, Role.LEGAL_REVIEWER, Role.DECIDER),
            officer(
                    "district-credit-office",
                    "区信用办甲",
                    "district-credit-office",
                    Role.CREDIT_OFFICE,
                    Role.REPORTER,
                    Role.CHECKER),
            officer("market-regulator", "市监甲", "market-regulator", Role.REPORTER, Role.DETERMINER, Role.CHECKER),
            officer("market-regulator-2", "市监乙", "market-regulator", Role.LEGAL_REVIEWER, Role.DECIDER),
            officer("tax", "税务甲", "tax", Role.REPORTER, Role.DETERMINER, Role.CHECKER),
            officer("tax-2", "税务乙", "tax", Role.LEGAL_REVIEWER, Role.DECIDER),
            officer("court", "法院甲", "court", Role.REPORTER, Role.DETERMINER, Role.CHECKER),
            officer("housing", "住建甲", "housing", Role.REPORTER, Role.DETERMINER, Role.CHECKER),
            officer("approval", "审批甲", "approval", Role.REPORTER, Role.CHECKER),
            officer("auditor", "审计甲", "auditor", Role.AUDITOR));

    public static final List<Client> CLIENTS = List.of(
            new Client(
                    "approval-system",
                    "行政审批系统",
                    "approval",
                    Set.of(Role.CHECKER, Role.REPORTER, Role.RECIPIENT),
                    Set.of("administrative-approval")),
            new Client(
                    "bidding-system",
                    "电子招投标系统",
                    "housing",
                    Set.of(Role.CHECKER, Role.RECIPIENT),
                    Set.of("construction-bidding")),
            new Client(
                    "market-regulator-system",
                    "市场监管业务系统",
                    "market-regulator",
                    Set.of(Role.REPORTER, Role.CHECKER, Role.RECIPIENT),
                    Set.of("administrative-approval", "market-entry", "daily-inspection")),
            new Client("bank", "银行授信系统", "commercial-banks", Set.of(Role.CHECKER), Set.of("financing")),
            new Client("province", "省信用平台", "province", Set.of(Role.RECIPIENT), Set.of()));

    private static Officer officer(String account, String name, String agency, Role... roles) {
        return new Officer(account, name, agency, Arrays.stream(roles).collect(Collectors.toUnmodifiableSet()));
    }

    /** Officers and clients: all but the accounts of subjects, whom nobody knows yet. */
    void openAgencies() {
        for (var officer : OFFICERS) {
            unlessThere(() -> accounts.openOfficer(
                    officer.account(),
                    officer.name(),
                    new AgencyId(officer.agency()),
                    officer.roles(),
                    PASSWORD,
                    DEMO));
        }
        for (var client : CLIENTS) {
            open(client);
        }
        for (var reporter : Reporter.values()) {
            if (CLIENTS.stream().noneMatch(client -> client.id().equals(reporter.client()))) {
                open(new Client(reporter.client(), "报送接口", reporter.agency(), Set.of(Role.REPORTER), Set.of()));
            }
        }
    }

    /** The accounts {@code enterprise} and {@code citizen}, once their subjects are known by a record. */
    void openSubjects() {
        var enterprise = new Identity.Organisation(new CreditCode(DemoCast.ACCOUNT.code()), DemoCast.ACCOUNT.name());
        var citizen = new Identity.Person(IdType.CITIZEN_ID, DemoCast.CITIZEN.number(), DemoCast.CITIZEN.name());
        open("enterprise", enterprise, Role.ENTERPRISE);
        open("citizen", citizen, Role.CITIZEN);
    }

    private void open(String account, Identity identity, Role role) {
        var subject = subjects.find(identity)
                .orElseThrow(() -> new IllegalStateException("no record made a subject for the account " + account));
        unlessThere(() -> accounts.openSubject(account, subject, role, PASSWORD, DEMO));
    }

    private void open(Client client) {
        unlessThere(() -> accounts.openClient(
                client.id(),
                client.name(),
                new AgencyId(client.agency()),
                client.roles(),
                client.matters().stream().map(MatterId::new).collect(Collectors.toUnmodifiableSet()),
                PASSWORD,
                DEMO));
    }

    /** A start that was killed half-way has opened some. */
    private static void unlessThere(Runnable opening) {
        try {
            opening.run();
        } catch (CreditException e) {
            if (e.code() != AccessError.ACCOUNT_EXISTS) {
                throw e;
            }
        }
    }
}
