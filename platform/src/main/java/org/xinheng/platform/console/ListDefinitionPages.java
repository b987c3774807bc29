package org.xinheng.platform.console;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.BasisRule;
import org.xinheng.kernel.pack.CreditList;
import org.xinheng.kernel.pack.EntryState;
import org.xinheng.kernel.pack.ListOrigin;
import org.xinheng.platform.access.AccessError;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.disclosure.ListingReading;
import org.xinheng.platform.listing.DeterminationQueries;
import org.xinheng.platform.listing.Listing;
import org.xinheng.platform.listing.ListingError;
import org.xinheng.platform.listing.Listings;
import org.xinheng.platform.listing.ProposeDetermination;
import org.xinheng.platform.listing.RulesOfLists;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.subject.Subject;
import org.xinheng.platform.subject.Subjects;

/** The lists: what each is, who stands on it, who is being determined for it (名单). */
@Controller
@RequestMapping("/console/lists")
class ListDefinitionPages {

    private static final int PAGE = 20;
    private static final int RUNNING = 50;

    private final Packs packs;
    private final Listings listings;
    private final DeterminationQueries queries;
    private final RulesOfLists wordings;
    private final Subjects subjects;
    private final Order order;
    private final ListingReading reading;

    ListDefinitionPages(
            Packs packs,
            Listings listings,
            DeterminationQueries queries,
            RulesOfLists wordings,
            Subjects subjects,
            Order order,
            ListingReading reading) {
        this.reading = reading;
        this.wordings = wordings;
        this.packs = packs;
        this.listings = listings;
        this.queries = queries;
        this.subjects = subjects;
        this.order = order;
    }

    /** Somebody's place on the list. */
    record Entry(Listing listing, Subject subject) {}

    @GetMapping
    String lists(Actor actor, Model model) {
        requireOfficer(actor);
        model.addAttribute("lists", packs.today().lists().values());
        return "console/lists";
    }

    @GetMapping("/{list}")
    String list(
            @PathVariable String list, @RequestParam(required = false) @Nullable UUID after, Actor actor, Model model) {
        requireOfficer(actor);
        var rules = packs.today();
        var definition = rules.lists().get(list);
        if (definition == null) {
            throw new CreditException(ListingError.LIST_NOT_FOUND, list);
        }
        var now = order.now();
        var found = listings.entries(new ListId(list), now, after == null ? null : new ListingId(after), PAGE + 1);
        var page = found.stream().limit(PAGE).toList();
        boolean owner = new AgencyId(definition.owner()).equals(actor.agency());
        model.addAttribute("list", definition);
        model.addAttribute("grounded", grounded(definition));
        model.addAttribute("fromAbove", consultedHere(definition) ? rules.rulesFromAbove(list, now.day()) : List.of());
        model.addAttribute("pilots", rules.pilots(list));
        model.addAttribute("entries", shown(page, owner, actor));
        model.addAttribute("owner", owner);
        model.addAttribute(
                "next",
                found.size() > PAGE
                        ? "/console/lists/" + list + "?after=" + page.getLast().id()
                        : null);
        model.addAttribute("running", owner ? queries.running(new ListId(list), RUNNING) : List.of());
        boolean mayPropose = ProposeDetermination.mayPropose(definition, actor);
        boolean consulted = consultedHere(definition);
        model.addAttribute("mayPropose", mayPropose);
        boolean published = consulted && wordings.published(definition).isPresent();
        model.addAttribute(
                "mayFind", mayPropose && !definition.procedure().candidates().isEmpty() && (published || !consulted));
        model.addAttribute("consulted", consulted);
        model.addAttribute("published", published);
        model.addAttribute("wordings", consulted ? wordings.of(new ListId(list)) : List.of());
        model.addAttribute("mayConsult", consulted && owner && actor.may(Role.DETERMINER));
        model.addAttribute(
                "diagram",
                definition.origin() == ListOrigin.DETERMINED_HERE
                        ? CourseDiagram.of(definition, null, Set.of())
                        : null);
        return "console/list";
    }

    /** Whether the city makes the rules of the list by itself, and puts them to the public first. */
    private static boolean consultedHere(CreditList list) {
        return list.origin() == ListOrigin.DETERMINED_HERE && list.procedure().consultation() != null;
    }

    private boolean grounded(CreditList list) {
        var rules = packs.today();
        return list.state() == EntryState.ACTIVE
                && BasisRule.lack(list, rules.documents(), order.today(), rules.division())
                        .isEmpty();
    }

    /**
     * Persons and sole traders only to the agency that owns the list: nobody else has a use for a list of persons. What is
     * contested is absent for other departments here as on its page, or its absence there would betray it.
     */
    private List<Entry> shown(List<Listing> page, boolean owner, Actor actor) {
        var about = subjects.get(page.stream().map(Listing::subject).distinct().toList());
        return page.stream()
                .map(listing -> new Entry(listing, Objects.requireNonNull(about.get(listing.subject()))))
                .filter(entry -> owner
                        || !entry.subject().kind().personal()
                                && reading.shown(entry.listing(), entry.subject(), false, actor)
                                        .isPresent())
                .toList();
    }

    static void requireOfficer(Actor actor) {
        var roles = List.of(Role.DETERMINER, Role.LEGAL_REVIEWER, Role.DECIDER, Role.CREDIT_OFFICE, Role.AUDITOR);
        if (roles.stream().noneMatch(actor::may)) {
            throw new CreditException(AccessError.NOT_PERMITTED, Role.DETERMINER);
        }
    }
}
