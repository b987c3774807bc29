package org.xinheng.kernel.item;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.calendar.WorkingCalendar;
import org.xinheng.kernel.pack.Field;
import org.xinheng.kernel.pack.FieldRole;
import org.xinheng.kernel.pack.Item;

/**
 * Checks a whole file: each row by itself, and the rows against each other (R8). The same decision with the same content
 * is a duplicate; with other content it is a correction and taken in. What an earlier file said is not known here.
 */
public final class FileCheck {

    private final Item item;
    private final RowCheck rowCheck;
    private final SeenDecisions seen = new SeenDecisions();
    private int rows;
    private int accepted;
    private int refused;
    private int duplicates;
    private int late;

    private FileCheck(Item item, WorkingCalendar calendar) {
        this.item = item;
        this.rowCheck = new RowCheck(item, calendar);
    }

    /**
     * How many rows a file has, and what became of them.
     *
     * @param late among the accepted
     */
    public record Counts(int rows, int accepted, int refused, int duplicates, int late) {}

    /**
     * Gives every row, checked, to the reader in the file's order.
     *
     * @throws CreditException a {@link FileError} if the file cannot be read to its end
     */
    public static Counts check(
            Content content, Item item, WorkingCalendar calendar, LocalDate received, Consumer<CheckedRow> reader) {
        var check = new FileCheck(item, calendar);
        new TableFile(content, item).read(row -> reader.accept(check.count(check.rowCheck.check(row, received))));
        return new Counts(check.rows, check.accepted, check.refused, check.duplicates, check.late);
    }

    private CheckedRow count(CheckedRow row) {
        rows++;
        var compared = row instanceof CheckedRow.Accepted first ? compare(first) : row;
        switch (compared) {
            case CheckedRow.Accepted taken -> {
                accepted++;
                late += taken.late() ? 1 : 0;
            }
            case CheckedRow.Refused ignored -> refused++;
            case CheckedRow.Duplicate ignored -> duplicates++;
        }
        return compared;
    }

    private CheckedRow compare(CheckedRow.Accepted row) {
        var subject = row.key().subject();
        var number = row.personal().subjectNumber();
        long decision = digest(row.key().text(subject == null ? Objects.requireNonNullElse(number, "") : subject));
        long content = digest(row.values() + "\u001F" + row.personal().clear());
        var earlier = seen.put(decision, content, row.line());
        if (earlier.isNone()) {
            return row;
        }
        if (earlier.content() == content) {
            return new CheckedRow.Duplicate(
                    row.line(),
                    earlier.line(),
                    List.of(repeated(
                            row,
                            "与第 " + earlier.line() + " 行重复，已略过这一行。",
                            "The same as line " + earlier.line() + "; the row was passed over.")));
        }
        var findings = new ArrayList<>(row.findings());
        findings.add(repeated(
                row,
                "与第 " + earlier.line() + " 行是同一决定而内容不同，按对前一行的更正处理，请核对。",
                "The same decision as in line " + earlier.line()
                        + " with other content: taken as a correction of it. Please check."));
        return row.with(List.copyOf(findings));
    }

    private Finding repeated(CheckedRow.Accepted row, String message, String english) {
        Field number = item.field(FieldRole.DOCUMENT_NUMBER);
        return new Finding(
                row.line(),
                number == null ? "" : number.label().zh(),
                Rule.R8,
                FindingSeverity.WARNING,
                number == null ? "" : row.values().getOrDefault(number.id(), ""),
                message,
                english);
    }

    /** The first eight bytes of a SHA-256. */
    private static long digest(String text) {
        try {
            var bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(bytes).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
