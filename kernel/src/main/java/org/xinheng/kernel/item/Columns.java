package org.xinheng.kernel.item;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.Field;
import org.xinheng.kernel.pack.Item;
import org.xinheng.kernel.pack.Requirement;

/** The columns of one file, matched with an item's fields in any order. */
public final class Columns {

    /** A row in which fewer columns are known than this is no header. */
    private static final int FEWEST = 2;

    private final Item item;
    private final List<String> titles;
    private final int[] columnOf;

    private Columns(Item item, List<String> titles, int[] columnOf) {
        this.item = item;
        this.titles = titles;
        this.columnOf = columnOf;
    }

    /** Columns of a table that has each field of the item in its own order, as a form or a call has. */
    public static Columns inOrder(Item item) {
        var columnOf = new int[item.fields().size()];
        Arrays.setAll(columnOf, i -> i);
        return new Columns(
                item, item.fields().stream().map(field -> field.label().zh()).toList(), columnOf);
    }

    /** Titles as written in the file. */
    public List<String> titles() {
        return titles;
    }

    int count() {
        return titles.size();
    }

    /** Column of the item's field by its position; -1 where the file has none. */
    int of(int field) {
        return columnOf[field];
    }

    /** The field a column holds, or null where the item does not know the column. */
    @Nullable
    Field fieldAt(int column) {
        for (int i = 0; i < columnOf.length; i++) {
            if (columnOf[i] == column) {
                return item.fields().get(i);
            }
        }
        return null;
    }

    /** The names a column may have: label, code, id and aliases, whatever their blanks, width and case. */
    static final class Names {

        private final Item item;
        private final Map<String, Integer> fieldByName = new HashMap<>();

        Names(Item item) {
            this.item = item;
            for (int i = 0; i < item.fields().size(); i++) {
                var field = item.fields().get(i);
                fieldByName.putIfAbsent(plain(field.label().zh()), i);
                fieldByName.putIfAbsent(plain(field.code()), i);
                fieldByName.putIfAbsent(plain(field.id()), i);
                for (var alias : field.aliases()) {
                    fieldByName.putIfAbsent(plain(alias), i);
                }
            }
        }

        /** How many cells of the row name a field. */
        int known(List<String> cells) {
            int known = 0;
            for (var cell : cells) {
                if (fieldByName.containsKey(plain(cell))) {
                    known++;
                }
            }
            return known;
        }

        /** Whether the row can be the header: it names every field that is always required. */
        boolean complete(List<String> cells) {
            return known(cells) >= FEWEST && missing(cells).isEmpty();
        }

        /**
         * The columns a header row makes.
         *
         * @throws CreditException {@code HEADERS_MISSING} or {@code HEADER_REPEATED}, with the columns' names
         */
        Columns columns(List<String> cells) {
            var missing = missing(cells);
            if (!missing.isEmpty()) {
                throw new CreditException(FileError.HEADERS_MISSING, missing.toArray());
            }
            var columnOf = unfilled();
            for (int column = 0; column < cells.size(); column++) {
                var field = fieldByName.get(plain(cells.get(column)));
                if (field != null && columnOf[field] >= 0) {
                    throw new CreditException(FileError.HEADER_REPEATED, label(field));
                }
                if (field != null) {
                    columnOf[field] = column;
                }
            }
            return new Columns(item, List.copyOf(withoutTail(cells)), columnOf);
        }

        /** Labels of the always required fields that the row does not name. */
        List<String> missing(List<String> cells) {
            var present = new boolean[item.fields().size()];
            for (var cell : cells) {
                var field = fieldByName.get(plain(cell));
                if (field != null) {
                    present[field] = true;
                }
            }
            var missing = new ArrayList<String>();
            for (int i = 0; i < present.length; i++) {
                if (!present[i] && item.fields().get(i).required() == Requirement.ALWAYS) {
                    missing.add(label(i));
                }
            }
            return missing;
        }

        private int[] unfilled() {
            var columnOf = new int[item.fields().size()];
            Arrays.fill(columnOf, -1);
            return columnOf;
        }

        private String label(int field) {
            return item.fields().get(field).label().zh();
        }

        private static List<String> withoutTail(List<String> cells) {
            int end = cells.size();
            while (end > 0 && Text.strip(cells.get(end - 1)).isEmpty()) {
                end--;
            }
            return cells.subList(0, end);
        }

        private static String plain(String title) {
            var plain = new StringBuilder(title.length());
            for (int i = 0; i < title.length(); i++) {
                char c = title.charAt(i);
                if (c >= '！' && c <= '～') {
                    c -= 0xFEE0;
                }
                if (c != '*' && !Text.blank(c)) {
                    plain.append(Character.toUpperCase(c));
                }
            }
            var text = plain.toString();
            return text.endsWith("(必填)") ? text.substring(0, text.length() - 4) : text;
        }
    }
}
