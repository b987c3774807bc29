package org.xinheng.platform.listing;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.BasisRule;
import org.xinheng.kernel.pack.CreditList;
import org.xinheng.kernel.pack.EntryState;
import org.xinheng.kernel.pack.ListOrigin;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.kernel.pack.SubjectKind;
import org.xinheng.platform.shared.ListId;

/** What the rules of a day say of a list before anybody is entered. */
@Component
class ListRules {

    private final RulesOfLists published;

    ListRules(RulesOfLists published) {
        this.published = published;
    }

    /** The list in these rules; refuses with {@code LIST_NOT_FOUND}. */
    CreditList list(ListId id, Pack rules) {
        var list = rules.lists().get(id.value());
        if (list == null) {
            throw new CreditException(ListingError.LIST_NOT_FOUND, id);
        }
        return list;
    }

    /** Why nobody can be entered that day by such a decision; empty when somebody can. */
    Optional<ListingError> closed(CreditList list, ListOrigin origin, Pack rules, LocalDate day) {
        if (list.origin() != origin) {
            return Optional.of(
                    origin == ListOrigin.RECEIVED
                            ? ListingError.LIST_NOT_RECEIVED
                            : ListingError.LIST_NOT_DETERMINED_HERE);
        }
        boolean grounded = list.state() == EntryState.ACTIVE
                && BasisRule.lack(list, rules.documents(), day, rules.division())
                        .isEmpty();
        if (!grounded) {
            return Optional.of(ListingError.NO_BASIS_IN_FORCE);
        }
        boolean asked = list.procedure().consultation() == null
                || published.published(list).isPresent();
        return asked ? Optional.empty() : Optional.of(ListingError.RULES_NOT_PUBLISHED);
    }

    /** The published rules somebody is determined by; null where they need no publication of their own. */
    @Nullable
    UUID publication(CreditList list) {
        return list.procedure().consultation() == null
                ? null
                : published.published(list).orElse(null);
    }

    /**
     * Whether such a subject may stand on the portal: where an item of the list's evidence says so, or where it is an
     * organisation on a list that rests on no records of ours.
     */
    boolean mayBePublic(CreditList list, SubjectKind subject, Pack rules) {
        if (list.evidence().isEmpty()) {
            return !subject.personal();
        }
        return list.evidence().stream()
                .map(rules.items()::get)
                .filter(Objects::nonNull)
                .anyMatch(item -> subject.personal() ? item.personsPublicBy() != null : item.organisationsPublic());
    }
}
