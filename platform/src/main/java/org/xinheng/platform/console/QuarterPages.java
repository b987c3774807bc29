package org.xinheng.platform.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.jointaction.QuarterReport;
import org.xinheng.platform.jointaction.QuarterReport.Quarter;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;

/** The quarterly report on joint action as a page and as a workbook. */
@Controller
@RequestMapping("/console/joint-actions")
class QuarterPages {

    private static final int QUARTERS = 8;
    private static final List<String> COLUMNS = List.of(
            "tasks",
            "answered",
            "executed",
            "fed-back",
            "not-applicable",
            "prompts",
            "incentives-applied",
            "restraints-applied",
            "not-applied",
            "late");

    private final QuarterReport report;
    private final Packs packs;
    private final Order order;
    private final MessageSource messages;

    QuarterPages(QuarterReport report, Packs packs, Order order, MessageSource messages) {
        this.report = report;
        this.packs = packs;
        this.order = order;
        this.messages = messages;
    }

    /** The quarter asked for as 2026Q4, else the present one; never one that has not begun. */
    private Quarter quarter(@Nullable String asked) {
        var present = Quarter.of(order.today());
        if (asked == null || !asked.matches("20[0-9]{2}Q[1-4]")) {
            return present;
        }
        var quarter = new Quarter(Integer.parseInt(asked.substring(0, 4)), asked.charAt(5) - '0');
        return quarter.first().isAfter(order.today()) ? present : quarter;
    }

    @GetMapping("/quarter")
    String quarter(@RequestParam(required = false) @Nullable String quarter, Actor actor, Model model) {
        var shown = quarter(quarter);
        var lines = report.of(shown, actor);
        var choices = new ArrayList<Quarter>();
        for (var one = Quarter.of(order.today()); choices.size() < QUARTERS; one = one.before()) {
            choices.add(one);
        }
        if (!choices.contains(shown)) {
            choices.add(shown);
        }
        model.addAttribute("quarter", shown);
        model.addAttribute("choices", choices);
        model.addAttribute("lines", lines);
        model.addAttribute(
                "silent", lines.stream().filter(QuarterReport.Line::silent).toList());
        model.addAttribute("running", !shown.last().isBefore(order.today()));
        return "console/quarter";
    }

    @GetMapping("/quarter.xlsx")
    ResponseEntity<byte[]> workbook(
            @RequestParam(required = false) @Nullable String quarter, Actor actor, Locale locale) {
        var shown = quarter(quarter);
        return Download.named("joint-action-" + shown + ".xlsx", Download.WORKBOOK)
                .body(workbook(shown, report.of(shown, actor), locale));
    }

    private byte[] workbook(Quarter quarter, List<QuarterReport.Line> lines, Locale locale) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Xinheng", null)) {
            var sheet = workbook.newWorksheet(quarter.toString());
            sheet.value(
                    0,
                    0,
                    text("console.quarter.heading", locale, quarter, quarter.first(), quarter.last(), order.today()));
            sheet.value(1, 0, text("console.quarter.agency", locale));
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(1, column + 1, text("console.quarter." + COLUMNS.get(column), locale));
            }
            sheet.value(1, COLUMNS.size() + 1, text("console.quarter.silent", locale));
            sheet.range(1, 0, 1, COLUMNS.size() + 1).style().bold().set();
            sheet.freezePane(1, 2);
            sheet.width(0, 36);
            for (int row = 0; row < lines.size(); row++) {
                var line = lines.get(row);
                sheet.value(row + 2, 0, agency(line));
                var numbers = List.of(
                        line.tasks(),
                        line.answered(),
                        line.executed(),
                        line.fedBack(),
                        line.notApplicable(),
                        line.prompts(),
                        line.incentivesApplied(),
                        line.restraintsApplied(),
                        line.notApplied(),
                        line.late());
                for (int column = 0; column < numbers.size(); column++) {
                    sheet.value(row + 2, column + 1, numbers.get(column));
                }
                sheet.value(
                        row + 2, COLUMNS.size() + 1, line.silent() ? text("console.quarter.silent.yes", locale) : "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private String agency(QuarterReport.Line line) {
        var agency = packs.today().agencies().get(line.agency().value());
        return agency == null ? line.agency().value() : agency.label().zh();
    }

    private String text(String key, Locale locale, Object... arguments) {
        var texts = new Object[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = String.valueOf(arguments[i]);
        }
        return messages.getMessage(key, texts, locale);
    }
}
