package org.xinheng.platform.console;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.pack.ListOrigin;
import org.xinheng.platform.access.AccessError;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.casework.Inbox;
import org.xinheng.platform.casework.Paper;
import org.xinheng.platform.casework.Papers;
import org.xinheng.platform.console.PersonDoor.Grounds;
import org.xinheng.platform.disclosure.ListingReading;
import org.xinheng.platform.listing.DeterminationQueries;
import org.xinheng.platform.listing.EndListing;
import org.xinheng.platform.listing.ListingError;
import org.xinheng.platform.listing.ListingState;
import org.xinheng.platform.listing.Listings;
import org.xinheng.platform.listing.TellOfListing;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.subject.Subjects;

/** One place on a list, and ending it before its time. */
@Controller
@RequestMapping("/console/listings/{id}")
class ListedPages {

    private final Listings listings;
    private final EndListing endListing;
    private final DeterminationQueries queries;
    private final Papers papers;
    private final Subjects subjects;
    private final Packs packs;
    private final Order order;
    private final RefusalWords refusals;
    private final Inbox inbox;
    private final PersonDoor door;
    private final TellOfListing tell;
    private final ListingReading reading;

    ListedPages(
            Listings listings,
            EndListing endListing,
            DeterminationQueries queries,
            Papers papers,
            Subjects subjects,
            Packs packs,
            Order order,
            RefusalWords refusals,
            Inbox inbox,
            PersonDoor door,
            TellOfListing tell,
            ListingReading reading) {
        this.listings = listings;
        this.endListing = endListing;
        this.queries = queries;
        this.papers = papers;
        this.subjects = subjects;
        this.packs = packs;
        this.order = order;
        this.refusals = refusals;
        this.inbox = inbox;
        this.door = door;
        this.tell = tell;
        this.reading = reading;
    }

    @GetMapping
    String show(@PathVariable UUID id, Actor actor, Model model) {
        return show(id, "", "", null, actor, model);
    }

    @PostMapping("/ending")
    String propose(
            @PathVariable UUID id,
            @RequestParam ListingState state,
            @RequestParam String reason,
            @RequestParam(defaultValue = "") String application,
            @RequestParam(required = false) @Nullable String receivedOn,
            Actor actor,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return answer(
                id,
                reason,
                application,
                actor,
                model,
                locale,
                response,
                listing -> endListing.propose(
                        listing,
                        state,
                        application.isBlank()
                                ? null
                                : new EndListing.Application(
                                        DeterminationPages.day(receivedOn, order.today()), application),
                        reason,
                        actor));
    }

    @PostMapping("/ending/decision")
    String decide(
            @PathVariable UUID id,
            @RequestParam boolean granted,
            @RequestParam String reason,
            Actor actor,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return answer(
                id,
                reason,
                "",
                actor,
                model,
                locale,
                response,
                listing -> endListing.decide(listing, granted, reason, actor));
    }

    /** The subject was told; whoever told it has nothing more to do with the listing. */
    @PostMapping("/notice")
    String tell(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String servedOn,
            Actor actor,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var shown = answer(
                id,
                text,
                "",
                actor,
                model,
                locale,
                response,
                listing -> tell.tell(listing, DeterminationPages.day(servedOn, order.today()), text, actor));
        return shown.startsWith("redirect:") ? "redirect:/console/inbox" : shown;
    }

    private String answer(
            UUID id,
            String reason,
            String application,
            Actor actor,
            Model model,
            Locale locale,
            HttpServletResponse response,
            Consumer<ListingId> act) {
        try {
            act.accept(new ListingId(id));
        } catch (CreditException refusal) {
            if (refusal.code().kind() == ErrorCode.Kind.MISSING) {
                throw refusal;
            }
            response.setStatus(422);
            return show(id, reason, application, refusals.of(refusal, locale), actor, model);
        }
        return "redirect:/console/listings/" + id;
    }

    private String show(
            UUID id, String reason, String application, @Nullable String refusal, Actor actor, Model model) {
        ListDefinitionPages.requireOfficer(actor);
        var listing = listings.get(new ListingId(id), order.now());
        var subject = subjects.get(listing.subject());
        var list = packs.today().lists().get(listing.list().value());
        boolean owner = listing.determinedBy().equals(actor.agency())
                || list != null && new AgencyId(list.owner()).equals(actor.agency());
        boolean own = owner || handles(id, actor);
        if (subject.kind().personal() && !own) {
            throw new CreditException(AccessError.OTHER_AGENCY);
        }
        var shown = reading.shown(listing, subject, own, actor)
                .orElseThrow(() -> new CreditException(ListingError.LISTING_NOT_FOUND, id));
        if (subject.kind().personal()) {
            var suggested = list == null ? null : Grounds.of("", list.label().zh(), list.basis(), packs.today());
            if (!door.opens(id, subject.id(), suggested, actor, model)) {
                return PersonDoor.PAGE;
            }
        }
        boolean inForce = listing.inForceOn(order.today());
        boolean endable = owner && listing.origin() == ListOrigin.DETERMINED_HERE && inForce;
        var ending = endListing.open(listing.id());
        model.addAttribute("listing", listing);
        model.addAttribute("shown", shown);
        model.addAttribute("subject", subject);
        model.addAttribute("inForce", inForce);
        model.addAttribute("ending", ending.orElse(null));
        model.addAttribute("mayPropose", endable && ending.isEmpty() && actor.may(Role.DETERMINER));
        model.addAttribute(
                "mayDecide",
                owner
                        && actor.may(Role.DECIDER)
                        && ending.filter(open -> !open.proposedBy().equals(actor.id()))
                                .isPresent());
        model.addAttribute("determination", queries.of(listing.id()).orElse(null));
        model.addAttribute("conflicts", inForce ? queries.conflicts(listing) : List.of());
        model.addAttribute(
                "papers",
                owner
                        ? papers.of(id).stream()
                                .filter(filed -> filed.kind() != Paper.Kind.DECISION)
                                .toList()
                        : List.of());
        model.addAttribute(
                "mayAnnul",
                owner
                        && listing.origin() == ListOrigin.DETERMINED_HERE
                        && listing.state() != ListingState.ANNULLED
                        && ending.isEmpty()
                        && actor.may(Role.DETERMINER));
        model.addAttribute(
                "mayTell",
                tell.waits(listing.id())
                        .filter(line -> line.agency().equals(actor.agency()) && actor.may(line.role()))
                        .isPresent());
        model.addAttribute("remedy", list == null ? null : list.remedy());
        model.addAttribute("today", order.today());
        // "application" is a word of the template engine's own.
        model.addAttribute("applied", application);
        model.addAttribute("reason", reason);
        model.addAttribute("refusal", refusal);
        return "console/listing";
    }

    /** Whether something is open about this place that this officer has to do. */
    private boolean handles(UUID listing, Actor actor) {
        return inbox.about(List.of(listing)).getOrDefault(listing, List.of()).stream()
                .anyMatch(line -> line.agency().equals(actor.agency()) && actor.may(line.role()));
    }
}
