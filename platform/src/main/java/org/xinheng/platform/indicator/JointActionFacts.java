package org.xinheng.platform.indicator;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.pack.CountedFact;
import org.xinheng.kernel.pack.Label;
import org.xinheng.kernel.pack.Matter;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.packs.Packs;

/**
 * What joint action asked and got: checks before decisions, answers to prompts, steps of tasks. How an agency answered
 * is nowhere counted, only whether it did.
 */
@Component
class JointActionFacts implements FactSource {

    private static final String DECISIONS = """
            select d.agency, d.decided_on as day, d.id::text as key, 1 as number, d.matter as kind, null::text as link
            from jointaction.decision d join unnest(:matters::text[], :days::int[]) as m (id, days) on m.id = d.matter
            where d.decided_on between :from and :to
            """;

    private static final String CHECKED = """
             and exists (select 1 from jointaction.check_log c
                         where c.subject_hash = any(d.subject_hashes) and c.agency = d.agency and c.matter = d.matter
                           and c.asked_on between d.decided_on - m.days and d.decided_on)
            """;

    private static final String PROMPTS = """
            select p.agency, p.feedback_due as day, p.check_id || '.' || p.id as key, 1 as number, p.matter as kind,
                   '/console/checks/' || p.check_id as link
            from jointaction.prompt p
            where p.feedback_due between :from and :to and p.feedback_due < :today and not p.advisory
            """;

    private static final String FED_BACK = """
             and exists (select 1 from jointaction.feedback f
                         where f.month = p.month and f.check_id = p.check_id and f.prompt_id = p.id)
            """;

    /** A case that was closed by its day without a step was taken back, as when the listing ended: it is not asked for. */
    private static final String STEPS = """
            select c.agency_id as agency, c.due as day, c.id::text as key, 1 as number, c.kind,
                   '/console/joint-actions/' || c.reference as link
            from casework.case c
            left join casework.closing e on e.case_id = c.id
            left join audit.change h on h.id = e.change_id
            left join lateral (select true as taken from jointaction.task_step s
                               where s.task_id = c.reference and s.change_id = e.change_id
                                 and s.state in ('RESPONDED', 'EXECUTED', 'FED_BACK', 'NOT_APPLICABLE')
                               limit 1) s on true
            where c.kind in ('JOINT_ACTION_RESPONSE', 'JOINT_ACTION_EXECUTION', 'JOINT_ACTION_FEEDBACK')
              and c.due between :from and :to and c.due < :today and (c.lapses is null or c.lapses >= c.due)
              and
            """;

    private static final String LAST_DAY = "(h.moment at time zone 'Asia/Shanghai')::date <= c.due";

    private static final String STEPS_DUE = STEPS + "(e.case_id is null or s.taken or not " + LAST_DAY + ")";

    private static final String STEPS_ON_TIME = STEPS + "s.taken and " + LAST_DAY;

    private final CountedRows rows;
    private final Packs packs;
    private final Order order;

    JointActionFacts(CountedRows rows, Packs packs, Order order) {
        this.rows = rows;
        this.packs = packs;
        this.order = order;
    }

    @Override
    public Set<CountedFact> facts() {
        return Set.of(
                CountedFact.CHECKS_DUE,
                CountedFact.CHECKS_MADE,
                CountedFact.PROMPTS_DUE,
                CountedFact.PROMPTS_FED_BACK,
                CountedFact.JOINT_ACTION_STEPS_DUE,
                CountedFact.JOINT_ACTION_STEPS_ON_TIME);
    }

    @Override
    public List<Count> counts(CountedFact fact, FactScope scope) {
        return rows.counts(query(fact), parameters(fact), scope);
    }

    @Override
    public List<Row> rows(CountedFact fact, FactScope scope, @Nullable String after, int limit) {
        var matters = packs.today().matters();
        return rows.rows(query(fact), parameters(fact), scope, after, limit, (kind, _) -> words(kind, matters));
    }

    private static String query(CountedFact fact) {
        return switch (fact) {
            case CHECKS_DUE -> DECISIONS;
            case CHECKS_MADE -> DECISIONS + CHECKED;
            case PROMPTS_DUE -> PROMPTS;
            case PROMPTS_FED_BACK -> PROMPTS + FED_BACK;
            case JOINT_ACTION_STEPS_DUE -> STEPS_DUE;
            case JOINT_ACTION_STEPS_ON_TIME -> STEPS_ON_TIME;
            default -> throw new IllegalArgumentException("not counted here: " + fact);
        };
    }

    private Map<String, ?> parameters(CountedFact fact) {
        if (fact != CountedFact.CHECKS_DUE && fact != CountedFact.CHECKS_MADE) {
            return Map.of("today", order.today());
        }
        var matters = packs.today().matters().values();
        return Map.of(
                "matters",
                matters.stream().map(matter -> matter.id()).toArray(String[]::new),
                "days",
                matters.stream().map(matter -> matter.checkedWithinDays()).toArray(Integer[]::new));
    }

    private static Label words(String kind, Map<String, Matter> matters) {
        return switch (kind) {
            case "JOINT_ACTION_RESPONSE" -> new Label("联合奖惩响应", "Response to a joint action");
            case "JOINT_ACTION_EXECUTION" -> new Label("联合奖惩执行", "Execution of a joint action");
            case "JOINT_ACTION_FEEDBACK" -> new Label("联合奖惩反馈", "Feedback on a joint action");
            default -> {
                var matter = matters.get(kind);
                yield matter == null ? new Label(kind, null) : matter.label();
            }
        };
    }
}
