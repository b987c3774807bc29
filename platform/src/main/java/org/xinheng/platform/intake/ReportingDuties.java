package org.xinheng.platform.intake;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.access.Scope;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.catalogue.Catalogue;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.Role;

/** Who has to report what, every month (应报责任), as the credit office sets it. */
@Component
public class ReportingDuties {

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Catalogue catalogue;
    private final Packs packs;

    ReportingDuties(JdbcClient jdbc, Changes changes, Catalogue catalogue, Packs packs) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.catalogue = catalogue;
        this.packs = packs;
    }

    /**
     * A duty as it stands.
     *
     * @param until last month; null = until changed, before {@code from} = none
     */
    public record Duty(
            AgencyId agency,
            ItemId item,
            YearMonth from,
            @Nullable YearMonth until) {

        /** Whether it was set that the agency has not to report the item. */
        public boolean lifted() {
            return until != null && until.isBefore(from);
        }
    }

    /** Sets that the agency has to report the item in these months. */
    @Transactional
    public void set(AgencyId agency, ItemId item, YearMonth from, @Nullable YearMonth until, Actor actor) {
        Permission.require(actor, Role.CREDIT_OFFICE);
        catalogue.item(item);
        if (!packs.today().agencies().containsKey(agency.value())) {
            throw new CreditException(IntakeError.AGENCY_UNKNOWN, agency);
        }
        Scope.require(actor, packs.today(), agency);
        var change = changes.open(actor);
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('duty ' || :agency || ' ' || :item, 0))")
                .param("agency", agency.value())
                .param("item", item.value())
                .query((_, _) -> true)
                .single();
        jdbc.sql("""
                        insert into intake.duty (agency, item_id, version, change_id, from_month, until_month)
                        select :agency, :item, coalesce(max(version), 0) + 1, :change, :from, :until
                        from intake.duty where agency = :agency and item_id = :item
                        """)
                .param("agency", agency.value())
                .param("item", item.value())
                .param("change", change.id().value())
                .param("from", from.atDay(1))
                .param("until", until == null ? null : until.atDay(1))
                .update();
        change.publish(
                new DutySet(change.id().value(), agency, item, from.atDay(1), until == null ? null : until.atDay(1)));
    }

    /** Sets that the agency has not to report the item, from this month on. */
    @Transactional
    public void lift(AgencyId agency, ItemId item, YearMonth month, Actor actor) {
        set(agency, item, month, month.minusMonths(1), actor);
    }

    /** All that were set and stand, by agency and item. */
    public List<Duty> all() {
        return jdbc.sql("""
                        select distinct on (agency, item_id) agency, item_id, from_month, until_month from intake.duty
                        order by agency, item_id, version desc
                        """)
                .query((row, _) -> {
                    var until = row.getDate("until_month");
                    return new Duty(
                            new AgencyId(row.getString("agency")),
                            new ItemId(row.getString("item_id")),
                            YearMonth.from(row.getDate("from_month").toLocalDate()),
                            until == null ? null : YearMonth.from(until.toLocalDate()));
                })
                .list();
    }
}
