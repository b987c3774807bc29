package org.xinheng.kernel.item;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.xinheng.kernel.pack.SubjectKind;

/** What is wrong with one row, or looks so: each finding with its column, what stands there and what to do about it. */
final class RowFindings {

    private static final int LONGEST_SHOWN = 60;

    private final ItemLayout layout;
    private final SourceRow row;
    private final SubjectKind kind;
    private final LocalDate received;
    private final List<Finding> findings = new ArrayList<>(2);

    RowFindings(ItemLayout layout, SourceRow row, SubjectKind kind, LocalDate received) {
        this.layout = layout;
        this.row = row;
        this.kind = kind;
        this.received = received;
    }

    void overflow() {
        findings.add(new Finding(
                row.line(),
                "",
                Rule.LENGTH,
                FindingSeverity.ERROR,
                "",
                "这一行的栏目比表头多，请检查是否有多余的逗号或错位。",
                "The row has more cells than there are columns; look for a comma too many or cells out of place."));
    }

    /** Whether the text is longer than the field takes; then this is a finding. */
    boolean tooLong(int i, String text) {
        int longest = layout.field(i).length();
        if (longest == 0 || text.length() <= longest) {
            return false;
        }
        error(
                i,
                Rule.LENGTH,
                "“%s”太长，最多 " + longest + " 个字，现有 " + text.length() + " 个字。",
                "“%s” is too long: at most " + longest + " characters, there are " + text.length() + ".");
        return true;
    }

    void error(int i, Rule rule, String sentence, String english) {
        add(i, rule, FindingSeverity.ERROR, sentence, english);
    }

    void warning(int i, Rule rule, String sentence, String english) {
        add(i, rule, FindingSeverity.WARNING, sentence, english);
    }

    /** The name of the column stands for {@code %s}. */
    private void add(int i, Rule rule, FindingSeverity severity, String sentence, String english) {
        var label = layout.field(i).label();
        findings.add(new Finding(
                row.line(),
                label.zh(),
                rule,
                severity,
                shown(i),
                sentence.replace("%s", label.zh()),
                english.replace("%s", Objects.requireNonNullElse(label.en(), label.zh()))));
    }

    private String shown(int i) {
        var text = row.value(i);
        if (Text.filler(text) || text.isEmpty()) {
            return text;
        }
        return SafeText.shown(layout.field(i), text, layout.isPersonal(i, kind), received, LONGEST_SHOWN);
    }

    List<Finding> all() {
        return List.copyOf(findings);
    }

    boolean refuse() {
        return findings.stream().anyMatch(Finding::isError);
    }
}
