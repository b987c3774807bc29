package org.xinheng.platform.console;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.platform.Callers;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.disclosure.Kept;
import org.xinheng.platform.listing.ReceiveListings;
import org.xinheng.platform.listing.ReceivedEntry;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.Role;

/** Persons with a penalty or a place on the court's list, all of one surname. */
final class ListedPersons {

    /** Their surname nobody else in the tests bears: where its mask stands, one of them is shown. */
    static final String MASK = "綦*";

    private static final LocalDate BIRTH = LocalDate.parse("1985-03-04");

    private final ApplicationContext context;
    private final Kept kept;

    ListedPersons(ApplicationContext context) {
        this.context = context;
        this.kept = context.getBean(Kept.class);
    }

    Kept.Known person(int n) {
        return kept.person(Synthetic.citizen(BIRTH, n), "綦虚构");
    }

    RecordId penalty(Kept.Known person, String document) {
        return kept.penalty(person, document, false, Map.of("counterpartyName", MASK));
    }

    /** On a list of the court's that does not say the person was told: the credit office has to. */
    ListingId received(Kept.Known person, String document) {
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
}
