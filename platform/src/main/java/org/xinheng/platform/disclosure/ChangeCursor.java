package org.xinheng.platform.disclosure;

import java.util.Comparator;
import java.util.regex.Pattern;
import org.xinheng.kernel.CreditException;

/**
 * A place in the feed of changes, which callers keep and give back unread: a fact's place in the one order and which of
 * the changes it makes.
 */
record ChangeCursor(long position, int part) implements Comparable<ChangeCursor> {

    /** Behind whatever a fact makes. */
    private static final int LAST = 9;

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})-(\\d)");

    private static final Comparator<ChangeCursor> ORDER =
            Comparator.comparingLong(ChangeCursor::position).thenComparingInt(ChangeCursor::part);

    static final ChangeCursor BEGINNING = new ChangeCursor(0, LAST);

    /** Behind all that the fact in this place makes. */
    static ChangeCursor behind(long position) {
        return new ChangeCursor(position, LAST);
    }

    static ChangeCursor parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new CreditException(DisclosureError.CURSOR_INVALID);
        }
        return new ChangeCursor(Long.parseLong(form.group(1)), Integer.parseInt(form.group(2)));
    }

    @Override
    public int compareTo(ChangeCursor other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return position + "-" + part;
    }
}
