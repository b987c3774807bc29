package org.xinheng.kernel.item;

import org.xinheng.kernel.pack.Label;

/**
 * One thing to mend in a row.
 *
 * @param field column name of the standard template
 * @param severity an error refuses the row, a warning does not
 * @param value what stands there; masked where it is or may be a person's, cut where it is long
 * @param message a plain Chinese sentence for whoever filled in the row
 * @param english the same in English; empty for findings an earlier build wrote down
 */
public record Finding(
        int line, String field, Rule rule, FindingSeverity severity, String value, String message, String english) {

    /** What it says, in both languages. */
    public Label said() {
        return new Label(message, english.isEmpty() ? null : english);
    }

    public boolean isError() {
        return severity == FindingSeverity.ERROR;
    }
}
