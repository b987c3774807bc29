package org.xinheng.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import org.xinheng.kernel.calendar.WorkingCalendar;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** {@code calendar due}: the last day of a term in working days. */
final class DueDay {

    /** Some forty years; no term of the law comes near it. */
    private static final int LONGEST = 10_000;

    private DueDay() {}

    static Exit run(List<String> arguments, Session session) throws IOException {
        var options = new Options(arguments, Set.of("from", "working-days"), Set.of("json"));
        if (!options.rest().isEmpty()) {
            throw new WrongUse("calendar due takes only --from, --working-days and --json");
        }
        var from = options.day("from", null);
        int workingDays = options.number("working-days", LONGEST);
        var calendar = WorkingCalendar.published();
        var due = calendar.plusWorkingDays(from, workingDays);
        var provisional =
                due.years().stream().filter(year -> !calendar.isPublished(year)).toList();
        if (options.has("json")) {
            var line = new StringWriter(128);
            try (var object = new JsonFactory().createGenerator(ObjectWriteContext.empty(), line)) {
                object.writeStartObject();
                object.writeStringProperty("from", from.toString());
                object.writeNumberProperty("workingDays", workingDays);
                object.writeStringProperty("due", due.date().toString());
                object.writeBooleanProperty("published", due.published());
                object.writeArrayPropertyStart("years");
                for (int year : due.years()) {
                    object.writeNumber(year);
                }
                object.writeEndArray();
                object.writeArrayPropertyStart("provisionalYears");
                for (int year : provisional) {
                    object.writeNumber(year);
                }
                object.writeEndArray();
                object.writeEndObject();
            }
            session.results().append(line.getBuffer()).append('\n');
        } else {
            session.results().append(due.date().toString()).append('\n');
            if (due.provisional()) {
                session.talk()
                        .println("xinheng: provisional, the calendar is not published for " + provisional
                                + "; weekends alone were counted there");
            }
        }
        return Exit.DONE;
    }
}
