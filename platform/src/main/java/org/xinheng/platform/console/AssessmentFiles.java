package org.xinheng.platform.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.pack.Label;
import org.xinheng.platform.assessment.Assessment;
import org.xinheng.platform.assessment.AssessmentState;
import org.xinheng.platform.assessment.FreezeAssessment;
import org.xinheng.platform.assessment.Score;
import org.xinheng.platform.assessment.ScoreItem;
import org.xinheng.platform.assessment.ScoreKind;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Digest;
import tools.jackson.databind.json.JsonMapper;

/** An assessment as files for the city's performance system (绩效考核); the fields stand in docs/indicators.md. */
@Component
class AssessmentFiles {

    private static final List<String> TOTALS =
            List.of("agency-id", "agency", "measured", "deducted", "added", "total", "below");
    private static final List<String> ITEMS = List.of(
            "agency-id",
            "agency",
            "kind",
            "item-id",
            "item",
            "counted",
            "of",
            "value",
            "points",
            "most",
            "cause",
            "said");

    private final FreezeAssessment freeze;
    private final Packs packs;
    private final MessageSource messages;
    private final JsonMapper json;

    AssessmentFiles(FreezeAssessment freeze, Packs packs, MessageSource messages, JsonMapper json) {
        this.freeze = freeze;
        this.packs = packs;
        this.messages = messages;
        this.json = json;
    }

    /**
     * @param digest null until it is closed
     */
    record Exported(
            int year,
            int version,
            AssessmentState state,
            int line,
            @Nullable Digest digest,
            List<ExportedAgency> agencies) {}

    /**
     * @param total points as a decimal string; null where there was nothing to measure
     */
    record ExportedAgency(
            AgencyId agency,
            String name,
            @Nullable String measured,
            String deducted,
            String added,
            @Nullable String total,
            boolean belowLine,
            List<ExportedItem> items) {}

    record ExportedItem(
            ScoreKind kind,
            String item,
            String name,
            @Nullable Long counted,
            @Nullable Long of,
            @Nullable String value,
            @Nullable String points,
            int most,
            ScoreItem.Cause cause,
            @Nullable String reason) {}

    byte[] json(Assessment assessment, List<Score> scores) {
        int line = assessment.rules().scheme().line();
        var agencies = scores.stream()
                .map(score -> new ExportedAgency(
                        score.agency(),
                        agency(score.agency()).zh(),
                        text(score.measured()),
                        score.deducted().toPlainString(),
                        score.added().toPlainString(),
                        text(score.total()),
                        score.isBelow(line),
                        score.items().stream()
                                .map(item -> item(assessment, item))
                                .toList()))
                .toList();
        var exported = new Exported(
                assessment.year(),
                assessment.version(),
                assessment.state(),
                line,
                freeze.digest(assessment.id()).orElse(null),
                agencies);
        return json.writeValueAsString(exported).getBytes(StandardCharsets.UTF_8);
    }

    private static ExportedItem item(Assessment assessment, ScoreItem item) {
        var figure = item.figure();
        return new ExportedItem(
                item.kind(),
                item.key(),
                assessment.rules().label(item.kind(), item.key()).zh(),
                figure == null ? null : figure.counted(),
                figure == null ? null : figure.of(),
                figure == null ? null : text(figure.value()),
                text(item.points()),
                item.most(),
                item.cause(),
                item.said());
    }

    byte[] workbook(Assessment assessment, List<Score> scores, Locale locale) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Xinheng", null)) {
            var totals = workbook.newWorksheet(text("sheet.totals", locale));
            heads(totals, TOTALS, locale);
            int row = 1;
            for (var score : scores) {
                write(
                        totals,
                        row++,
                        score.agency().value(),
                        words(agency(score.agency()), locale),
                        score.measured(),
                        score.deducted(),
                        score.added(),
                        score.total(),
                        score.isBelow(assessment.rules().scheme().line()) ? text("below.yes", locale) : "");
            }
            var items = workbook.newWorksheet(text("sheet.items", locale));
            heads(items, ITEMS, locale);
            row = 1;
            for (var score : scores) {
                for (var item : score.items()) {
                    var figure = item.figure();
                    write(
                            items,
                            row++,
                            score.agency().value(),
                            words(agency(score.agency()), locale),
                            text("kind." + item.kind(), locale),
                            item.key(),
                            words(assessment.rules().label(item.kind(), item.key()), locale),
                            figure == null ? null : figure.counted(),
                            figure == null ? null : figure.of(),
                            figure == null ? null : figure.value(),
                            item.points(),
                            item.most(),
                            text("cause." + item.cause(), locale),
                            item.said());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void heads(Worksheet sheet, List<String> columns, Locale locale) {
        var heads = new ArrayList<@Nullable Object>();
        columns.forEach(column -> heads.add(text("column." + column, locale)));
        write(sheet, 0, heads.toArray());
        sheet.range(0, 0, 0, columns.size() - 1).style().bold().set();
        sheet.freezePane(0, 1);
        sheet.width(1, 36);
    }

    private static void write(Worksheet sheet, int row, @Nullable Object... cells) {
        for (int column = 0; column < cells.length; column++) {
            switch (cells[column]) {
                case null -> {}
                case Number number -> sheet.value(row, column, number);
                case Object other -> sheet.value(row, column, harmless(other.toString()));
            }
        }
    }

    /** A text that a spreadsheet would take for a formula is made a text. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private Label agency(AgencyId id) {
        var agency = packs.today().agencies().get(id.value());
        return agency == null ? new Label(id.value(), null) : agency.label();
    }

    private static String words(Label label, Locale locale) {
        var english = label.en();
        return english != null && locale.getLanguage().equals("en") ? english : label.zh();
    }

    private String text(String key, Locale locale) {
        return messages.getMessage("console.assessments." + key, null, locale);
    }

    private static @Nullable String text(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
