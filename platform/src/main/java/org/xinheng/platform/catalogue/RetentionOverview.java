package org.xinheng.platform.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.kernel.pack.Retention;
import org.xinheng.platform.access.AccessError;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.Role;

/** What is kept how long, what has run out, what comes next, and what was deleted: for credit offices and auditors. */
@Component
public class RetentionOverview {

    /** How far ahead the page looks. */
    public static final int DAYS_AHEAD = 30;

    private static final int LINES = 100;

    private final List<KeptThings> things;
    private final CarryOutRetention carryOut;
    private final RetentionLog log;
    private final Packs packs;
    private final Order order;
    private final Clock clock;

    RetentionOverview(
            List<KeptThings> things,
            CarryOutRetention carryOut,
            RetentionLog log,
            Packs packs,
            Order order,
            Clock clock) {
        this.things = things;
        this.carryOut = carryOut;
        this.log = log;
        this.packs = packs;
        this.order = order;
        this.clock = clock;
    }

    /**
     * How a rule stands today.
     *
     * @param held whether anything of the kind is held here at all
     * @param due how many have been kept long enough; those still needed are among them
     * @param needed how many of the first of them must stay, because something in force or in hand rests on them
     * @param soon how many more will have been by {@link #DAYS_AHEAD} days from now, as things stand
     */
    public record Standing(Retention rule, boolean held, long due, int needed, long soon) {}

    /**
     * What one rule had deleted on one day.
     *
     * @param by account of the officer; null = the daily job
     */
    public record Deleted(
            LocalDate day,
            String rule,
            Retention.Kept kept,
            String release,
            @Nullable String by,
            long things) {}

    /**
     * The whole.
     *
     * @param lastDay the last day whose rules were carried out to the end; null = none yet
     */
    public record Overview(
            List<Standing> rules,
            List<Deleted> deleted,
            @Nullable LocalDate lastDay) {}

    public Overview of(Actor actor) {
        if (!actor.may(Role.CREDIT_OFFICE) && !actor.may(Role.AUDITOR)) {
            throw new CreditException(AccessError.NOT_PERMITTED, Role.CREDIT_OFFICE);
        }
        var rules = packs.today();
        return new Overview(
                standings(rules),
                log.newest(LINES).stream().map(RetentionOverview::deleted).toList(),
                log.lastDay().orElse(null));
    }

    List<Standing> standings(Pack rules) {
        return rules.retention().values().stream()
                .map(rule -> standing(rule, rules))
                .toList();
    }

    private Standing standing(Retention rule, Pack rules) {
        var kept = things.stream().filter(one -> one.kept() == rule.kept()).toList();
        if (rule.keepFor() == null || kept.isEmpty()) {
            return new Standing(rule, !kept.isEmpty(), 0, 0, 0);
        }
        var today = order.today();
        var now = CarryOutRetention.expiry(rule, rules, today, clock);
        var then = CarryOutRetention.expiry(rule, rules, today.plusDays(DAYS_AHEAD), clock);
        long due = 0;
        long later = 0;
        int needed = 0;
        for (var one : kept) {
            long count = one.rows().count(now);
            due += count;
            later += one.rows().count(then);
            if (count > 0) {
                needed += carryOut.needed(rule.kept(), one.rows().expired(now, null, LINES), today)
                        .size();
            }
        }
        return new Standing(rule, true, due, needed, later - due);
    }

    private static Deleted deleted(RetentionLog.Line line) {
        var actor = line.actor().split(":", -1);
        return new Deleted(
                line.day(),
                line.rule(),
                Retention.Kept.valueOf(line.kept()),
                line.release(),
                actor[0].equals(Actor.Kind.PLATFORM.name()) ? null : actor[1],
                line.things());
    }
}
