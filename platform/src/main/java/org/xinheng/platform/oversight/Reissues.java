package org.xinheng.platform.oversight;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.policy.Reissue;
import org.xinheng.kernel.policy.Task;
import org.xinheng.platform.shared.PolicyTaskId;

/** Recognises tasks of a document that are in work already because another document brought them. */
@Component
class Reissues {

    private final JdbcClient jdbc;

    Reissues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The draft with links to the tasks in work that it repeats. Links there are stay; what an officer parted stays apart. */
    Draft linked(Draft draft) {
        var entries = draft.tasks();
        var taken = new HashSet<PolicyTaskId>();
        var young = new ArrayList<Task>();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            if (entry.reissues() != null) {
                taken.add(entry.reissues());
            } else if (!entry.left()) {
                young.add(task(entry, i));
            }
        }
        var inWork =
                worded().stream().filter(worded -> !taken.contains(worded.id())).toList();
        var old = new ArrayList<Task>();
        for (var worded : inWork) {
            old.add(worded.asTask(old.size()));
        }
        var linked = draft;
        for (var pair : Reissue.between(
                old,
                young,
                (one, other) ->
                        draft.isParted(place(other), inWork.get(place(one)).id()))) {
            int at = place(pair.later());
            linked = linked.with(
                    at,
                    entries.get(at).reissuing(inWork.get(place(pair.earlier())).id()));
        }
        return linked;
    }

    /** How many tasks of the draft are linked. */
    static int count(Draft draft) {
        return (int)
                draft.kept().stream().filter(entry -> entry.reissues() != null).count();
    }

    /** A task as earlier documents word it, for telling what a later one issues again. */
    private record Worded(
            PolicyTaskId id,
            @Nullable String number,
            List<String> path,
            @Nullable String title,
            String text) {

        Task asTask(int place) {
            return new Task(number, path, title, text, List.of(), false, null, null, place + 1);
        }
    }

    /** The fullest wording of every task a document brought, newest first. */
    private List<Worded> worded() {
        return jdbc.sql("""
                        select t.id, w.number, w.section_path, w.title, w.text from oversight.task t
                        join lateral (select * from oversight.wording v where v.task_id = t.id
                                      order by length(v.text) desc, v.version desc limit 1) w on true
                        where t.kind = 'DOCUMENT' order by t.id desc
                        """)
                .query((row, _) -> new Worded(
                        new PolicyTaskId(row.getObject("id", UUID.class)),
                        row.getString("number"),
                        PolicyTasks.texts(row, "section_path"),
                        row.getString("title"),
                        row.getString("text")))
                .list();
    }

    private static Task task(Draft.Entry entry, int place) {
        return new Task(
                entry.number(), entry.path(), entry.title(), entry.text(), List.of(), false, null, null, place + 1);
    }

    /** Tasks are compared by what they say; their lines only tell which is which. */
    private static int place(Task task) {
        return task.line() - 1;
    }
}
