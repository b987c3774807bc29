package org.xinheng.platform.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.shared.Role;

@PlatformTest
class BulkListsTest {

    private static final String SERIOUS = "/api/v1/bulk/lists/" + Kept.SERIOUS.value();

    @Autowired
    Kept kept;

    @Autowired
    Ledger ledger;

    @Autowired
    Callers callers;

    @Autowired
    MockMvcTester http;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void itIsTheFirstDay() {
        clock.set(SettableClock.START);
    }

    @Test
    void aRegisteredRecipientGetsTheOrganisationsOnAListAndEachCopyIsWrittenDown() throws Exception {
        var firm = kept.organisation("云栖黑陶试验有限公司");
        var listing = kept.listing(firm, Kept.SERIOUS, null);
        var gone = kept.organisation("云栖白陶试验有限公司");
        kept.annulListing(gone, Kept.SERIOUS, kept.listing(gone, Kept.SERIOUS, null));
        var person = kept.person(Synthetic.citizen(LocalDate.parse("1985-02-03"), 901), "甄批量");
        kept.listing(person, Kept.SERIOUS, null);

        var answer =
                http.get().uri(SERIOUS).header("Authorization", recipient()).exchange();

        assertThat(answer).hasStatusOk().hasHeader("Cache-Control", "no-store");
        assertThat(answer.getResponse()
                        .getContentAsString(StandardCharsets.UTF_8)
                        .lines())
                .anyMatch(line -> line.contains(firm.code()) && line.contains(listing.toString()))
                .noneMatch(line -> line.contains(gone.code()) || line.contains("甄"));
        assertThat(ledger.copiesOf(firm.id())).singleElement().satisfies(copy -> {
            assertThat(copy.kind()).isEqualTo(Copy.Kind.BULK);
            assertThat(copy.client()).isEqualTo("bulk-recipient");
        });
        assertThat(ledger.copiesOf(person.id())).isEmpty();
    }

    @Test
    void nobodyElseGetsIt() {
        var checker = callers.bearer("bulk-checker", "housing", Set.of(Role.CHECKER), Set.of());

        assertThat(http.get().uri(SERIOUS).header("Authorization", checker)).hasStatus(403);
    }

    @Test
    void thereIsNoSuchListAndNoWatchListInBulk() {
        assertThat(http.get().uri("/api/v1/bulk/lists/nothing").header("Authorization", recipient()))
                .hasStatus(404);
    }

    private String recipient() {
        return callers.bearer("bulk-recipient", "housing", Set.of(Role.RECIPIENT), Set.of());
    }
}
