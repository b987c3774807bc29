package org.xinheng.kernel.item;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.calendar.WorkingCalendar;
import org.xinheng.kernel.identifier.IdType;
import org.xinheng.kernel.pack.FieldRole;
import org.xinheng.kernel.pack.Item;
import org.xinheng.kernel.pack.ItemKind;
import org.xinheng.kernel.pack.Severity;
import org.xinheng.kernel.pack.SubjectKind;

/**
 * Checks the rows of one item by R1 to R11 of dual publicity (双公示), each by itself and the day it was received. That
 * the same decision stands twice (R8) and that a revoked one exists (R12) is for who sees the other rows.
 */
public final class RowCheck {

    private static final int FIRST_YEAR = 1949;
    private static final int ADULT = 18;

    private final ItemLayout layout;
    private final WorkingCalendar calendar;

    public RowCheck(Item item, WorkingCalendar calendar) {
        this.layout = new ItemLayout(item);
        this.calendar = calendar;
    }

    /** The row with its normalised values, or what is wrong with it. */
    public CheckedRow check(SourceRow row, LocalDate received) {
        var reading = new RowReading(layout, row, received);
        reading.read();
        checkDays(reading);
        checkCodes(reading);
        checkAge(reading);
        checkAmounts(reading);
        var decidedOn = reading.day(FieldRole.DECIDED_ON);
        if (reading.isRefused() || decidedOn == null) {
            return new CheckedRow.Refused(row.line(), reading.findings());
        }
        var values = reading.maskedValues();
        var barred = CollectionLimits.refusal(layout.item(), reading.kind(), values);
        if (barred != null) {
            // The column shown beside the sentence is the document's number: what was said or done is not repeated.
            reading.error(FieldRole.DOCUMENT_NUMBER, Rule.R6, barred.zh(), Objects.requireNonNull(barred.en()));
            return new CheckedRow.Refused(row.line(), reading.findings());
        }
        boolean late = checkTimeliness(reading, decidedOn);
        var severity = severity(reading.value(FieldRole.SEVERITY));
        return new CheckedRow.Accepted(
                row.line(),
                reading.kind(),
                values,
                reading.personalValues(),
                key(reading, decidedOn),
                decidedOn,
                reading.day(FieldRole.VALID_UNTIL),
                severity,
                isPublishable(reading, severity),
                late,
                reading.findings());
    }

    private static void checkDays(RowReading row) {
        var decided = row.day(FieldRole.DECIDED_ON);
        var from = row.day(FieldRole.VALID_FROM);
        var until = row.day(FieldRole.VALID_UNTIL);
        for (var role : List.of(FieldRole.DECIDED_ON, FieldRole.CONDUCT_ON)) {
            var day = row.day(role);
            if (day != null && day.isAfter(row.received())) {
                row.error(
                        role,
                        Rule.R1,
                        "“%s”在收到日 " + row.received() + " 之后，请核对。",
                        "“%s” is after the day of receipt, " + row.received() + "; please check.");
            } else if (day != null && day.getYear() < FIRST_YEAR) {
                row.error(role, Rule.R1, "“%s”早于 1949 年，请核对。", "“%s” is before 1949; please check.");
            }
        }
        if (from != null && until != null && from.isAfter(until)) {
            row.error(
                    FieldRole.VALID_FROM,
                    Rule.R2,
                    "有效期的开始晚于结束 " + until + "，请核对。",
                    "The period begins after its end, " + until + "; please check.");
        }
        if (decided == null) {
            return;
        }
        if (from != null && from.isBefore(decided)) {
            row.warning(
                    FieldRole.VALID_FROM,
                    Rule.R2,
                    "“%s”早于决定日期 " + decided + "，请核对。",
                    "“%s” is before the day of decision, " + decided + "; please check.");
        }
        for (var role : List.of(FieldRole.VALID_UNTIL, FieldRole.PUBLIC_UNTIL, FieldRole.SERVED_ON)) {
            var day = row.day(role);
            if (day != null && day.isBefore(decided)) {
                row.warning(
                        role,
                        Rule.R2,
                        "“%s”早于决定日期 " + decided + "，请核对。",
                        "“%s” is before the day of decision, " + decided + "; please check.");
            }
        }
        var conduct = row.day(FieldRole.CONDUCT_ON);
        if (conduct != null && conduct.isAfter(decided)) {
            row.warning(
                    FieldRole.CONDUCT_ON,
                    Rule.R2,
                    "“%s”晚于决定日期 " + decided + "，请核对。",
                    "“%s” is after the day of decision, " + decided + "; please check.");
        }
    }

    private static void checkCodes(RowReading row) {
        for (var role : List.of(FieldRole.AUTHORITY_CODE, FieldRole.SOURCE_CODE)) {
            var code = row.value(role);
            if (code != null && code.charAt(0) == '9') {
                row.warning(
                        role,
                        Rule.R4,
                        "“%s”是企业或个体工商户的代码，机关单位一般以 11、12 开头，请核对。",
                        "“%s” is the code of an enterprise or sole trader; those of public bodies mostly begin with 11 or 12. Please check.");
            }
        }
        var code = row.value(FieldRole.SUBJECT_CREDIT_CODE);
        if (code == null || row.kind() == SubjectKind.PERSON) {
            return;
        }
        var category = row.text(FieldRole.SUBJECT_CATEGORY);
        boolean trader = code.startsWith("92");
        if (trader && !category.isEmpty() && !category.contains("个体")) {
            row.warning(
                    FieldRole.SUBJECT_CATEGORY,
                    Rule.R6,
                    "代码是个体工商户的，已按个体工商户保护，请核对“%s”。",
                    "The code is a sole trader's and protected as such; please check “%s”.");
        } else if (!trader && category.contains("个体")) {
            row.warning(
                    FieldRole.SUBJECT_CATEGORY,
                    Rule.R3,
                    "“%s”填了个体工商户，但代码不是 92 开头，请核对。",
                    "“%s” says sole trader, but the code does not begin with 92; please check.");
        }
    }

    private static void checkAge(RowReading row) {
        var number = row.value(FieldRole.SUBJECT_ID_NUMBER);
        var conduct = row.day(FieldRole.CONDUCT_ON);
        var day = conduct != null ? conduct : row.day(FieldRole.DECIDED_ON);
        if (row.kind() != SubjectKind.PERSON || number == null || day == null || !hasBirthDate(row.subjectIdType())) {
            return;
        }
        var birth = number.length() == 18 ? DayText.parse(number.substring(6, 14)) : null;
        if (birth != null && Period.between(birth, day).getYears() < ADULT) {
            row.error(
                    FieldRole.SUBJECT_ID_NUMBER,
                    Rule.R6,
                    "当事人当时未满 18 周岁，依法不归集未成年人的信用信息，请删去这一行。",
                    "The person was under 18 then; nothing is collected about minors. Please delete the row.");
        }
    }

    private static boolean hasBirthDate(@Nullable IdType type) {
        return type == IdType.CITIZEN_ID || type == IdType.RESIDENCE_PERMIT || type == IdType.FOREIGN_RESIDENT_ID;
    }

    private void checkAmounts(RowReading row) {
        if (layout.item().kind() != ItemKind.PENALTY || row.value(FieldRole.CATEGORY) == null) {
            return;
        }
        var category = Objects.requireNonNull(row.value(FieldRole.CATEGORY));
        if (layout.at(FieldRole.FINE) >= 0) {
            checkFine(row, category);
        }
        if (layout.at(FieldRole.CONFISCATION) >= 0
                && category.contains("没收")
                && row.text(FieldRole.CONFISCATION).isEmpty()) {
            row.warning(
                    FieldRole.CONFISCATION,
                    Rule.R7,
                    "处罚类别有没收，请填“%s”。",
                    "The kinds of penalty include confiscation; please fill in “%s”.");
        }
    }

    private static void checkFine(RowReading row, String category) {
        var fine = row.amount(FieldRole.FINE);
        boolean fined = category.contains("罚款");
        boolean given = !row.text(FieldRole.FINE).isEmpty();
        if (fined && (!given || fine != null && fine.signum() == 0)) {
            row.error(
                    FieldRole.FINE,
                    Rule.R7,
                    "处罚类别有罚款，“%s”要填大于 0 的数（单位万元，2000 元填 0.2）。",
                    "The kinds of penalty include a fine: “%s” needs a number above 0 (in ten thousand yuan, 0.2 for 2,000 yuan).");
        } else if (!fined && fine != null && fine.signum() > 0) {
            row.error(
                    FieldRole.FINE,
                    Rule.R7,
                    "填了“%s”，但处罚类别没有罚款，请核对。",
                    "“%s” is given, but the kinds of penalty hold no fine; please check.");
        } else if (fined && fine != null) {
            checkUnit(row, fine);
        }
    }

    /** Yuan typed into a column of ten thousand yuan makes a fine ten thousand times too large. */
    private static void checkUnit(RowReading row, BigDecimal fine) {
        var content = row.value(FieldRole.CONTENT);
        var sums = content == null ? List.<BigDecimal>of() : Money.yuanIn(content);
        if (sums.isEmpty()) {
            return;
        }
        var yuan = fine.multiply(Money.TEN_THOUSAND);
        var total = BigDecimal.ZERO;
        for (var sum : sums) {
            if (sum.compareTo(yuan) == 0) {
                return;
            }
            total = total.add(sum);
        }
        if (total.compareTo(yuan) == 0) {
            return;
        }
        boolean swapped = sums.stream().anyMatch(sum -> sum.compareTo(fine) == 0);
        row.warning(
                FieldRole.FINE,
                Rule.R7,
                "处罚内容写的是 " + sums.getFirst().toPlainString() + " 元，“%s”填的是 " + fine.toPlainString() + " 万元，"
                        + (swapped ? "像是把元填成了万元，请核对单位。" : "两处对不上，请核对金额和单位。"),
                "The content of the penalty says " + sums.getFirst().toPlainString() + " yuan, “%s” says "
                        + fine.toPlainString() + " ten thousand yuan: "
                        + (swapped
                                ? "it looks like yuan in a column of ten thousand yuan. Please check the unit."
                                : "they do not agree. Please check amount and unit."));
    }

    private boolean checkTimeliness(RowReading row, LocalDate decidedOn) {
        int clock = layout.item().reportingWorkingDays();
        if (clock == 0) {
            return false;
        }
        var due = calendar.plusWorkingDays(decidedOn, clock);
        if (!row.received().isAfter(due.date())) {
            return false;
        }
        row.warning(
                FieldRole.DECIDED_ON,
                Rule.R11,
                "应在决定后 " + clock + " 个工作日内（最迟 " + due.date() + "）报送，收到时已迟。"
                        + (due.provisional() ? "当年放假安排未发布，期限为暂算。" : ""),
                "To be reported within " + clock + " working days of the decision, by " + due.date()
                        + "; it came too late."
                        + (due.provisional()
                                ? " The holidays of that year were not published: a provisional day."
                                : ""));
        return true;
    }

    private NaturalKey key(RowReading row, LocalDate decidedOn) {
        return new NaturalKey(
                first(row, FieldRole.AUTHORITY_CODE, FieldRole.AUTHORITY_NAME),
                first(row, FieldRole.DOCUMENT_NUMBER),
                row.kind().personal()
                        ? null
                        : first(
                                row,
                                FieldRole.SUBJECT_CREDIT_CODE,
                                FieldRole.SUBJECT_ORGANISATION_CODE,
                                FieldRole.SUBJECT_REGISTRATION,
                                FieldRole.SUBJECT_NAME),
                decidedOn);
    }

    private static String first(RowReading row, FieldRole... roles) {
        for (var role : roles) {
            var value = row.value(role);
            if (value != null) {
                return value;
            }
        }
        return "";
    }

    private static @Nullable Severity severity(@Nullable String word) {
        return switch (word) {
            case "轻微" -> Severity.MINOR;
            case "一般" -> Severity.GENERAL;
            case "严重" -> Severity.SERIOUS;
            case null, default -> null;
        };
    }

    private boolean isPublishable(RowReading row, @Nullable Severity severity) {
        var item = layout.item();
        var said = row.value(FieldRole.PUBLIC);
        if ("否".equals(said) || item.kind() == ItemKind.PENALTY && severity == null) {
            return false;
        }
        return row.kind().personal()
                ? item.personsPublicBy() != null && "是".equals(said) && row.value(FieldRole.PUBLIC_BASIS) != null
                : item.organisationsPublic();
    }
}
