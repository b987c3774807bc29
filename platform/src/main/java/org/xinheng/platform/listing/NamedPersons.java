package org.xinheng.platform.listing;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.audit.AsOf;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.shared.DeterminationId;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.subject.Relation;
import org.xinheng.platform.subject.Relations;

/**
 * Persons who answer for the conduct of an organisation: only when the decision about it names them, each after a notice
 * and a statement of their own, and never longer than the organisation itself (谁都不为他人受过).
 */
@Component
class NamedPersons {

    private final Determinations determinations;
    private final Listings listings;
    private final Relations relations;
    private final Order order;
    private final Steps steps;

    NamedPersons(Determinations determinations, Listings listings, Relations relations, Order order, Steps steps) {
        this.determinations = determinations;
        this.listings = listings;
        this.relations = relations;
        this.order = order;
        this.steps = steps;
    }

    /** Whose records a determination rests on: the subject's own, for a named person those of the organisation. */
    SubjectId answersFor(Determination determination) {
        var named = determination.named();
        return named == null
                ? determination.subject()
                : determinations.get(named.in()).subject();
    }

    /** The decision about the organisation names these; those it does not name go no further. */
    void decided(Determination organisation, Set<DeterminationId> names, Change change) {
        var left = new HashSet<>(names);
        for (var id : determinations.naming(organisation.id())) {
            var person = determinations.get(id);
            if (person.state().ended()) {
                continue;
            }
            var named = person.named();
            if (left.remove(id) && named != null) {
                determinations.name(organisation.id(), id, change);
                relations.add(
                        new Relation(
                                organisation.subject(),
                                person.subject(),
                                Relation.Kind.of(named.as()),
                                organisation.id().value()),
                        change);
            } else {
                steps.lapse(id, change);
            }
        }
        if (!left.isEmpty()) {
            throw new CreditException(ListingError.NOT_NAMED_BY_DECISION);
        }
    }

    /** Lapses those proposed with an organisation about which nothing was decided. */
    void namesNobody(DeterminationId organisation, Change change) {
        determinations.naming(organisation).stream()
                .filter(id -> !determinations.get(id).state().ended())
                .forEach(id -> steps.lapse(id, change));
    }

    /** Refuses with {@code NOT_NAMED_BY_DECISION} a named person whom the decision leaves out. */
    void requireNamed(Determination determination) {
        var named = determination.named();
        if (named != null && !determinations.names(named.in(), determination.id())) {
            throw new CreditException(ListingError.NOT_NAMED_BY_DECISION);
        }
    }

    /** The place of the organisation a person was named for, in force today; refuses where there is none. */
    Listing organisationListing(Determination.Named named, AsOf now) {
        return determinations
                .listing(named.in())
                .filter(_ -> determinations.get(named.in()).step(Act.SERVE).isPresent())
                .map(listing -> listings.get(listing, now))
                .filter(listing -> listing.inForceOn(now.day()))
                .orElseThrow(() -> new CreditException(ListingError.NOT_NAMED_BY_DECISION));
    }

    /** Listings and running determinations of persons end with the place of the organisation. */
    void organisationEnded(Listing organisation, ListingState state, Change change) {
        var from = determinations.of(organisation.id());
        if (from.isEmpty()) {
            return;
        }
        var now = order.now();
        for (var id : determinations.naming(from.get())) {
            var person = determinations.get(id);
            if (!person.state().ended() && Course.mayLapse(person.state())) {
                steps.lapse(id, change);
            }
            determinations
                    .listing(id)
                    .filter(_ -> person.step(Act.SERVE).isPresent())
                    .map(listing -> listings.get(listing, now))
                    .filter(listing -> listing.state() == ListingState.IN_FORCE)
                    .ifPresent(listing -> {
                        listings.hold(listing.id());
                        var lastDay = state == ListingState.ANNULLED ? listing.validFrom() : now.day();
                        listings.end(listing, state, lastDay.minusDays(1), change);
                    });
        }
    }

    /** Those proposed with an organisation, by their subjects, oldest first. */
    List<Determination> proposedWith(DeterminationId organisation) {
        return determinations.naming(organisation).stream()
                .map(determinations::get)
                .sorted(Comparator.comparing(determination -> determination.id().value()))
                .toList();
    }
}
