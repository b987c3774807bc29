package org.xinheng.platform.listing;

import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.pack.CreditList;
import org.xinheng.kernel.pack.ListKind;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.casework.CaseDraft;
import org.xinheng.platform.casework.CaseKind;
import org.xinheng.platform.casework.CloseCase;
import org.xinheng.platform.casework.OpenCase;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;

/**
 * A subject that stands on an incentive list and on a serious one at once. Nothing is ended by itself: the owner of the
 * incentive list has to look, whichever of the two came later.
 */
@Component
class Conflicts {

    private final JdbcClient jdbc;
    private final OpenCase openCase;
    private final CloseCase closeCase;
    private final Changes changes;
    private final Order order;

    Conflicts(JdbcClient jdbc, OpenCase openCase, CloseCase closeCase, Changes changes, Order order) {
        this.jdbc = jdbc;
        this.openCase = openCase;
        this.closeCase = closeCase;
        this.changes = changes;
        this.order = order;
    }

    private record Pair(UUID incentive, UUID subject, String list) {}

    /** Refers what conflicts with listings just entered, many at once. */
    void refer(List<Listing> entered, Pack rules, Change change) {
        var serious = ids(rules, ListKind.SERIOUS);
        var incentive = ids(rules, ListKind.INCENTIVE);
        var fresh = entered.stream()
                .filter(listing -> serious.contains(listing.list().value())
                        || incentive.contains(listing.list().value()))
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        with newest as (
                            select distinct on (v.subject_id, v.listing_id)
                                   v.subject_id, v.listing_id, v.list_id, v.state, v.valid_from, v.valid_until
                            from listing.version v where v.subject_id = any(:subjects)
                            order by v.subject_id, v.listing_id, v.version desc),
                        standing as (
                            select * from newest
                            where state = 'IN_FORCE' and (valid_until is null or valid_until >= :day))
                        select distinct good.listing_id as incentive, good.subject_id as subject, good.list_id as list
                        from standing good join standing bad on bad.subject_id = good.subject_id
                        where good.list_id = any(:incentive) and bad.list_id = any(:serious)
                          and (good.listing_id = any(:fresh) or bad.listing_id = any(:fresh))
                        """)
                .param(
                        "subjects",
                        fresh.stream()
                                .map(listing -> listing.subject().value())
                                .distinct()
                                .toArray(UUID[]::new))
                .param("day", order.today())
                .param("incentive", incentive.toArray(String[]::new))
                .param("serious", serious.toArray(String[]::new))
                .param(
                        "fresh",
                        fresh.stream().map(listing -> listing.id().value()).toArray(UUID[]::new))
                .query(Pair.class)
                .list()
                .forEach(pair -> ask(
                        new ListingId(pair.incentive()),
                        new SubjectId(pair.subject()),
                        new ListId(pair.list()),
                        rules,
                        change));
    }

    /** Puts it in the inbox of the incentive list's owner, once. */
    void ask(ListingId incentive, SubjectId subject, ListId list, Pack rules, Change change) {
        var definition = rules.lists().get(list.value());
        if (definition == null || openCase.isOpen(incentive.value(), CaseKind.INCENTIVE_CONFLICT)) {
            return;
        }
        openCase.open(
                new CaseDraft(
                        CaseKind.INCENTIVE_CONFLICT,
                        subject,
                        incentive.value(),
                        new AgencyId(definition.owner()),
                        Role.DETERMINER,
                        null,
                        null),
                change);
    }

    /** The honour is gone: nobody has to look any more. */
    @EventListener
    void ended(ListingEnded fact) {
        closeCase.close(fact.listing().value(), changes.open(Actor.platform("listing")), CaseKind.INCENTIVE_CONFLICT);
    }

    private static List<String> ids(Pack rules, ListKind kind) {
        return rules.lists().values().stream()
                .filter(list -> list.kind() == kind)
                .map(CreditList::id)
                .toList();
    }
}
