package org.xinheng.platform.oversight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.bulletin.Bulletin;
import org.xinheng.kernel.bulletin.Bulletin.Cell;
import org.xinheng.kernel.bulletin.Bulletin.Section;
import org.xinheng.kernel.bulletin.Bulletin.Table;
import org.xinheng.kernel.policy.Role;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.PolicyDocumentId;

/**
 * Tasks as a table of the usual form (任务分工表): number, task, who leads, who cooperates, who is responsible, until when, how
 * far. It is Chinese, as official papers are.
 */
@Component
public class TaskTable {

    private static final int MOST = 10_000;
    private static final List<String> COLUMNS = List.of("序号", "工作任务", "牵头单位", "配合单位", "责任单位", "完成时限", "进展");

    private final JdbcClient jdbc;
    private final TaskBoard board;
    private final PolicyDocuments documents;
    private final Packs packs;
    private final Order order;

    TaskTable(JdbcClient jdbc, TaskBoard board, PolicyDocuments documents, Packs packs, Order order) {
        this.jdbc = jdbc;
        this.board = board;
        this.documents = documents;
        this.packs = packs;
        this.order = order;
    }

    private record Named(UUID task, Role role, String unit) {}

    /** A section for each document and chapter, in their order. */
    public Bulletin of(TaskBoard.Filter filter, Actor actor) {
        var lines = board.table(filter, 0, MOST, actor);
        var named = named(lines);
        var names = documents.inWork().stream()
                .collect(Collectors.toMap(PolicyDocuments.Named::id, PolicyDocuments.Named::name));
        var sections = new ArrayList<Section>();
        lines.stream()
                .collect(Collectors.groupingBy(line -> heading(line, names), LinkedHashMap::new, Collectors.toList()))
                .forEach((heading, some) -> sections.add(new Section(
                        heading,
                        List.of(),
                        new Table(
                                COLUMNS,
                                some.stream().map(line -> row(line, named)).toList()))));
        var agency = packs.today().agencies().get(actor.requiredAgency().value());
        return new Bulletin(
                "任务分工表",
                agency == null ? actor.requiredAgency().value() : agency.label().zh(),
                order.today(),
                sections);
    }

    private static String heading(TaskBoard.Line line, Map<PolicyDocumentId, String> names) {
        var chapter = String.join(" ", line.path());
        if (line.document() == null) {
            return line.kind() == PolicyTask.Kind.RECTIFICATION ? "整改任务" : "子任务";
        }
        var name = names.getOrDefault(line.document(), "");
        return chapter.isEmpty() || chapter.equals(name) ? name : name + " " + chapter;
    }

    private List<Cell> row(TaskBoard.Line line, Map<UUID, List<Named>> named) {
        return Bulletin.row(
                Cell.of(line.number() == null ? "" : line.number()),
                Cell.of(line.text()),
                Cell.of(units(line, Role.LEAD, named)),
                Cell.of(units(line, Role.COOPERATING, named)),
                Cell.of(units(line, Role.RESPONSIBLE, named)),
                Cell.of(line.due() == null ? "" : line.due().toString()),
                Cell.of(standing(line)));
    }

    private static String units(TaskBoard.Line line, Role role, Map<UUID, List<Named>> named) {
        return named.getOrDefault(line.id().value(), List.of()).stream()
                .filter(one -> one.role() == role)
                .map(Named::unit)
                .distinct()
                .collect(Collectors.joining("、"));
    }

    private Map<UUID, List<Named>> named(List<TaskBoard.Line> lines) {
        return jdbc
                .sql("""
                        select a.task_id, a.role, a.unit || coalesce('（' || a.alias || '）', '') as unit
                        from oversight.assignment a
                        where a.task_id = any(:tasks)
                          and a.version = (select max(w.version) from oversight.wording w where w.task_id = a.task_id)
                        order by a.task_id, a.position
                        """)
                .param("tasks", lines.stream().map(line -> line.id().value()).toArray(UUID[]::new))
                .query((row, _) -> new Named(
                        row.getObject("task_id", UUID.class),
                        Role.valueOf(row.getString("role")),
                        row.getString("unit")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Named::task));
    }

    private static String standing(TaskBoard.Line line) {
        return switch (line.standing()) {
            case OVERDUE -> "逾期";
            case SENT_BACK -> "已退回";
            case REPORTED -> "待审核";
            case IN_WORK -> "办理中";
            case NOT_BEGUN -> "未开始";
            case ACCEPTED -> "已完成，待办结";
            case UNASSIGNED -> "未落实责任单位";
            case CLOSED -> "已办结";
        };
    }
}
