package org.xinheng.platform.oversight;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.pack.CountedFact;
import org.xinheng.kernel.pack.Label;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.indicator.CountedRows;
import org.xinheng.platform.indicator.FactScope;
import org.xinheng.platform.indicator.FactSource;

/** Parts of tasks whose last day is over, and those done by it: reported by the day, and the evidence accepted. */
@Component
class PolicyFacts implements FactSource {

    /** One row for each last day of a part: of its accepted periods, and of the one it still owes. */
    private static final String DUE = """
            select p.agency, s.due as day, p.id || '.' || s.version as key, 1 as number, t.kind,
                   '/console/tasks/' || p.task_id as link
            from oversight.part p join oversight.task t on t.id = p.task_id
            join oversight.part_step s on s.part_id = p.id
            where s.due between :from and :to and s.due < :today
              and (s.state = 'ACCEPTED'
                   or s.version = p.version and s.state in ('NOT_BEGUN', 'IN_WORK', 'REPORTED', 'SENT_BACK')
                      and not exists (select 1 from oversight.closing c where c.task_id = p.task_id))
            """;

    private static final String ON_TIME = """
             and s.state = 'ACCEPTED'
             and (select max(r.happened_on) from oversight.part_step r
                  where r.part_id = s.part_id and r.version < s.version and r.state = 'REPORTED') <= s.due
            """;

    private static final String DOCUMENTS = " and t.kind <> 'RECTIFICATION'";
    private static final String RECTIFICATIONS = " and t.kind = 'RECTIFICATION'";

    private final CountedRows rows;
    private final Order order;

    PolicyFacts(CountedRows rows, Order order) {
        this.rows = rows;
        this.order = order;
    }

    @Override
    public Set<CountedFact> facts() {
        return Set.of(
                CountedFact.POLICY_TASKS_DUE,
                CountedFact.POLICY_TASKS_ON_TIME,
                CountedFact.RECTIFICATIONS_DUE,
                CountedFact.RECTIFICATIONS_ON_TIME);
    }

    @Override
    public List<Count> counts(CountedFact fact, FactScope scope) {
        return rows.counts(query(fact), parameters(), scope);
    }

    @Override
    public List<Row> rows(CountedFact fact, FactScope scope, @Nullable String after, int limit) {
        return rows.rows(query(fact), parameters(), scope, after, limit, (kind, _) -> words(kind));
    }

    private Map<String, ?> parameters() {
        return Map.of("today", order.today());
    }

    private static String query(CountedFact fact) {
        return switch (fact) {
            case POLICY_TASKS_DUE -> DUE + DOCUMENTS;
            case POLICY_TASKS_ON_TIME -> DUE + DOCUMENTS + ON_TIME;
            case RECTIFICATIONS_DUE -> DUE + RECTIFICATIONS;
            case RECTIFICATIONS_ON_TIME -> DUE + RECTIFICATIONS + ON_TIME;
            default -> throw new IllegalArgumentException("not counted here: " + fact);
        };
    }

    private static Label words(String kind) {
        return switch (kind) {
            case "SUBTASK" -> new Label("子任务", "Sub-task");
            case "RECTIFICATION" -> new Label("整改任务", "Rectification");
            default -> new Label("文件任务", "Task of a document");
        };
    }
}
