package org.xinheng.platform.console;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.jointaction.JointActionQueries;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;

/** The credit office's two reports: decided without a check (应查未查), prompts without feedback (超期未反馈). */
@Controller
@RequestMapping("/console/reports")
class ReportPages {

    private static final int DAYS = 90;
    private static final int LONGEST = 366;

    private final JointActionQueries queries;
    private final Packs packs;
    private final Order order;
    private final MessageSource messages;

    ReportPages(JointActionQueries queries, Packs packs, Order order, MessageSource messages) {
        this.queries = queries;
        this.packs = packs;
        this.order = order;
        this.messages = messages;
    }

    /** The days a report is about: as asked for, at most a year, by default the last ninety. */
    private record Days(LocalDate from, LocalDate to) {

        static Days of(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
            var last = to == null || to.isAfter(today) ? today : to;
            var first = from == null || from.isAfter(last) ? last.minusDays(DAYS) : from;
            return new Days(ChronoUnit.DAYS.between(first, last) > LONGEST ? last.minusDays(LONGEST) : first, last);
        }
    }

    @GetMapping
    String reports(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable AgencyId agency,
            Actor actor,
            Model model) {
        var days = Days.of(from, to, order.today());
        model.addAttribute("unchecked", queries.decidedWithoutCheck(days.from(), days.to(), agency, actor));
        model.addAttribute("unanswered", queries.promptsWithoutFeedback(days.from(), days.to(), agency, actor));
        model.addAttribute("days", days);
        model.addAttribute("agency", agency);
        model.addAttribute("measures", packs.today().measures());
        return "console/reports";
    }

    @GetMapping("/decided-without-check.csv")
    ResponseEntity<byte[]> unchecked(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable AgencyId agency,
            Actor actor,
            Locale locale) {
        var days = Days.of(from, to, order.today());
        var csv = csv(locale, "agency", "matter", "decided-on", "subject", "reference");
        queries.decidedWithoutCheck(days.from(), days.to(), agency, actor)
                .rows()
                .forEach(row -> line(
                        csv,
                        agency(row.agency()),
                        matter(row.matter().value()),
                        row.decidedOn(),
                        row.subject(),
                        row.reference()));
        return file("decided-without-check.csv", csv);
    }

    @GetMapping("/prompts-without-feedback.csv")
    ResponseEntity<byte[]> unanswered(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable AgencyId agency,
            Actor actor,
            Locale locale) {
        var days = Days.of(from, to, order.today());
        var csv = csv(locale, "agency", "matter", "measure", "asked-on", "due", "days-late", "check");
        queries.promptsWithoutFeedback(days.from(), days.to(), agency, actor)
                .rows()
                .forEach(row -> line(
                        csv,
                        agency(row.agency()),
                        matter(row.matter().value()),
                        row.measure(),
                        row.askedOn(),
                        row.due(),
                        row.daysLate(),
                        row.check()));
        return file("prompts-without-feedback.csv", csv);
    }

    private StringBuilder csv(Locale locale, String... columns) {
        // The mark tells spreadsheets that it is UTF-8.
        var csv = new StringBuilder("\uFEFF");
        var names = new Object[columns.length];
        for (int i = 0; i < columns.length; i++) {
            names[i] = messages.getMessage("console.reports." + columns[i], null, locale);
        }
        line(csv, names);
        return csv;
    }

    private static void line(StringBuilder csv, @Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            var text = values[i] == null ? "" : String.valueOf(values[i]);
            // A text that a spreadsheet would take for a formula is made a text.
            var harmless = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
            csv.append(i == 0 ? "\"" : ",\"")
                    .append(harmless.replace("\"", "\"\""))
                    .append('"');
        }
        csv.append("\r\n");
    }

    private String agency(AgencyId id) {
        var agency = packs.today().agencies().get(id.value());
        return agency == null ? id.value() : agency.label().zh();
    }

    private String matter(String id) {
        var matter = packs.today().matters().get(id);
        return matter == null ? id : matter.label().zh();
    }

    private static ResponseEntity<byte[]> file(String name, StringBuilder csv) {
        return Download.named(name, new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(csv.toString().getBytes(StandardCharsets.UTF_8));
    }
}
