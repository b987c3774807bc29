package org.xinheng.platform.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.kernel.pack.Retention;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.ItemId;

/**
 * Carries out how long things are kept (保存期限): once for each day of business time, rule by rule, in transactions of a
 * few hundred things. What one of them deleted is no longer found by the next, so a job that was broken off goes on where
 * it stood, and two nodes at once delete nothing twice.
 */
@Component
public class CarryOutRetention {

    private static final Logger LOG = LoggerFactory.getLogger(CarryOutRetention.class);
    private static final int AT_ONCE = 200;

    private final List<KeptThings> things;
    private final List<StillNeeded> needs;
    private final RetentionLog log;
    private final Packs packs;
    private final Changes changes;
    private final Order order;
    private final Clock clock;
    private final IdGenerator ids;
    private final TransactionTemplate transaction;

    CarryOutRetention(
            List<KeptThings> things,
            List<StillNeeded> needs,
            RetentionLog log,
            Packs packs,
            Changes changes,
            Order order,
            Clock clock,
            IdGenerator ids,
            PlatformTransactionManager transactions) {
        this.things = things;
        this.needs = needs;
        this.log = log;
        this.packs = packs;
        this.changes = changes;
        this.order = order;
        this.clock = clock;
        this.ids = ids;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Looks whether a new day has come. The first look waits, so that a platform that starts answers first. */
    @Scheduled(
            initialDelayString = "${xinheng.retention.look-minutes:10}",
            fixedDelayString = "${xinheng.retention.look-minutes:10}",
            timeUnit = TimeUnit.MINUTES)
    void look() {
        try {
            if (packs.anyRelease()) {
                carryOut();
            }
        } catch (RuntimeException e) {
            // The next look goes on. Never the message: it may quote a row.
            LOG.error("retention stands still: {}", e.getClass().getName());
        }
    }

    /**
     * Carries out today's rules, if that is not done; rules an officer carries out are left to the officer.
     *
     * @return how many things were deleted
     */
    public int carryOut() {
        var today = order.today();
        if (log.lastDay().filter(last -> !last.isBefore(today)).isPresent()) {
            return 0;
        }
        var rules = packs.today();
        int deleted = 0;
        boolean whole = true;
        for (var rule : rules.retention().values()) {
            try {
                if (rule.carriedOut() == Retention.CarriedOut.BY_JOB) {
                    deleted += carryOut(rule, rules, Actor.platform("retention"));
                }
            } catch (RuntimeException e) {
                // One rule that fails does not keep the others from being carried out; the day is not done.
                LOG.error(
                        "retention rule {} stands still: {}",
                        rule.id(),
                        e.getClass().getName());
                whole = false;
            }
        }
        if (whole) {
            log.done(today, ids.next());
        }
        return deleted;
    }

    /** Deletes what one rule has run out for, by an officer who looked at it. */
    public int byOfficer(String rule, Actor officer) {
        Permission.requireCitysOffice(officer);
        var rules = packs.today();
        var retention = rules.retention().get(rule);
        if (retention == null || retention.carriedOut() != Retention.CarriedOut.BY_OFFICER) {
            throw new CreditException(CatalogueError.RETENTION_NOT_FOUND, rule);
        }
        return carryOut(retention, rules, officer);
    }

    private int carryOut(Retention rule, Pack rules, Actor actor) {
        var expiry = expiry(rule, rules, order.today(), clock);
        if (expiry.cutoff() == null) {
            return 0;
        }
        int deleted = 0;
        for (var kept : of(rule.kept(), things)) {
            UUID after = null;
            do {
                var found = kept.rows().expired(expiry, after, AT_ONCE);
                deleted += delete(kept, found, expiry, rules, actor);
                after = found.size() < AT_ONCE ? null : found.getLast();
            } while (after != null);
        }
        return deleted;
    }

    private int delete(KeptThings kept, List<UUID> found, Expiry expiry, Pack rules, Actor actor) {
        if (found.isEmpty()) {
            return 0;
        }
        var deleted = transaction.execute(status -> {
            var needed = needed(kept.kept(), found, expiry.day());
            var free = found.stream().filter(id -> !needed.contains(id)).toList();
            if (free.isEmpty()) {
                return 0;
            }
            var change = changes.open(actor);
            int count = kept.delete(free, expiry, new Deletion(expiry.day(), ground(expiry.rule(), rules), change));
            if (count == 0) {
                // Another node was here first; a change without a fact is none.
                status.setRollbackOnly();
                return 0;
            }
            var fact = new RetentionCarriedOut(ids.next(), kept.kept(), expiry.day(), count);
            log.write(fact, expiry.rule().id(), rules.release(), change);
            change.publish(fact);
            return count;
        });
        return deleted == null ? 0 : deleted;
    }

    Set<UUID> needed(Retention.Kept kept, Collection<UUID> found, LocalDate day) {
        var needed = new HashSet<UUID>();
        needs.stream().filter(need -> need.kept() == kept).forEach(need -> needed.addAll(need.of(found, day)));
        return needed;
    }

    private static List<KeptThings> of(Retention.Kept kept, List<KeptThings> things) {
        return things.stream().filter(one -> one.kept() == kept).toList();
    }

    static Expiry expiry(Retention rule, Pack rules, LocalDate day, Clock clock) {
        return new Expiry(
                rule,
                day,
                rules.retention().values().stream()
                        .map(Retention::item)
                        .filter(item -> item != null)
                        .map(ItemId::new)
                        .toList(),
                clock.getZone());
    }

    /** Such as "保存期限已满：行政处罚（《中华人民共和国个人信息保护法》第十九条；规则 changzhou@2026.2 penalties）". */
    private static String ground(Retention rule, Pack rules) {
        var cited = new StringBuilder();
        for (var basis : rule.basis()) {
            var document = rules.documents().get(basis.document());
            cited.append('《')
                    .append(
                            document == null
                                    ? basis.document()
                                    : document.title().zh())
                    .append('》')
                    .append(basis.article())
                    .append('；');
        }
        return "保存期限已满：" + rule.label().zh() + "（" + cited + "规则 " + rules.release() + " " + rule.id() + "）";
    }
}
