package org.xinheng.platform.intake;

import java.time.YearMonth;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.catalogue.Catalogue;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.Role;

/** An agency declares that it decided nothing of an item in a month (零报告). */
@Component
public class DeclareZeroReport {

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Catalogue catalogue;
    private final Order order;

    DeclareZeroReport(JdbcClient jdbc, Changes changes, Catalogue catalogue, Order order) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.catalogue = catalogue;
        this.order = order;
    }

    /**
     * Refuses with {@code MONTH_NOT_OVER} a month that runs, with {@code ZERO_REPORT_CONTRADICTED} one of which a decision
     * stands here. Declaring it again changes nothing.
     */
    @Transactional
    public void declare(ItemId item, YearMonth month, Actor actor) {
        Permission.require(actor, Role.REPORTER);
        catalogue.item(item);
        if (!month.isBefore(YearMonth.from(order.today()))) {
            throw new CreditException(IntakeError.MONTH_NOT_OVER, month);
        }
        var agency = actor.requiredAgency();
        if (decided(agency, item, month)) {
            throw new CreditException(IntakeError.ZERO_REPORT_CONTRADICTED, month);
        }
        write(agency, item, month, true, actor);
    }

    /** The agency takes its word back; refuses with {@code ZERO_REPORT_NOT_FOUND} what it did not declare. */
    @Transactional
    public void takeBack(ItemId item, YearMonth month, Actor actor) {
        Permission.require(actor, Role.REPORTER);
        if (!write(actor.requiredAgency(), item, month, false, actor)) {
            throw new CreditException(IntakeError.ZERO_REPORT_NOT_FOUND, month);
        }
    }

    private boolean write(AgencyId agency, ItemId item, YearMonth month, boolean declared, Actor actor) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('zero ' || :agency || ' ' || :item, 0))")
                .param("agency", agency.value())
                .param("item", item.value())
                .query((_, _) -> true)
                .single();
        if (isDeclared(agency, item, month) == declared) {
            return false;
        }
        var change = changes.open(actor);
        jdbc.sql("""
                        insert into intake.zero_report (agency, item_id, month, version, change_id, declared)
                        select :agency, :item, :month, coalesce(max(version), 0) + 1, :change, :declared
                        from intake.zero_report where agency = :agency and item_id = :item and month = :month
                        """)
                .param("agency", agency.value())
                .param("item", item.value())
                .param("month", month.atDay(1))
                .param("change", change.id().value())
                .param("declared", declared)
                .update();
        change.publish(new ZeroReported(change.id().value(), agency, item, month.atDay(1), declared));
        return true;
    }

    private boolean isDeclared(AgencyId agency, ItemId item, YearMonth month) {
        return jdbc.sql("""
                        select declared from intake.zero_report
                        where agency = :agency and item_id = :item and month = :month
                        order by version desc limit 1
                        """)
                .param("agency", agency.value())
                .param("item", item.value())
                .param("month", month.atDay(1))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private boolean decided(AgencyId agency, ItemId item, YearMonth month) {
        return jdbc.sql("""
                        select exists (select 1 from record.version v
                                       where v.authority = :agency and v.item_id = :item and v.state = 'IN_FORCE'
                                         and v.decided_on between :first and :last
                                         and not exists (select 1 from record.version later
                                                         where later.subject_id = v.subject_id
                                                           and later.record_id = v.record_id
                                                           and later.version > v.version))
                        """)
                .param("agency", agency.value())
                .param("item", item.value())
                .param("first", month.atDay(1))
                .param("last", month.atEndOfMonth())
                .query(Boolean.class)
                .single();
    }
}
