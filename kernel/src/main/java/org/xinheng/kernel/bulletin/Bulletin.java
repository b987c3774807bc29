package org.xinheng.kernel.bulletin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bulletin's content, the same in whatever form it is written. It names agencies and counts, never a person.
 *
 * @param issuer who issues it
 * @param day its date
 */
public record Bulletin(String title, String issuer, LocalDate day, List<Section> sections) {

    /**
     * A part under a heading.
     *
     * @param table null for words alone
     */
    public record Section(
            String heading,
            List<String> paragraphs,
            @Nullable Table table) {

        public Section(String heading, String paragraph, Table table) {
            this(heading, List.of(paragraph), table);
        }
    }

    /** Rows under the names of their columns; a row has a cell for each column. */
    public record Table(List<String> columns, List<List<Cell>> rows) {

        public Table {
            if (rows.stream().anyMatch(row -> row.size() != columns.size())) {
                throw new IllegalArgumentException("a row has a cell for each column");
            }
        }
    }

    /**
     * One cell.
     *
     * @param text as it is read
     * @param number as it is counted with; null for words
     */
    public record Cell(String text, @Nullable BigDecimal number) {

        public static Cell of(String text) {
            return new Cell(text, null);
        }

        public static Cell of(long count) {
            return new Cell(String.valueOf(count), BigDecimal.valueOf(count));
        }

        /** A share in percent; null where there is nothing to divide by. */
        public static Cell percent(@Nullable BigDecimal percent) {
            return percent == null ? of("—") : new Cell(percent.toPlainString() + "%", percent);
        }
    }

    /** A row of words and whole numbers. */
    public static List<Cell> row(Cell... cells) {
        return Arrays.asList(cells);
    }
}
