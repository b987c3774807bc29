package org.xinheng.platform.disclosure;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.audit.AsOf;

/**
 * A table everyone may take as a whole (开放数据集): about organisations or about rules, never about persons, and never
 * anything that speaks against somebody.
 */
public interface OpenDataset {

    /** A column; its title is the text {@code open-data.column.<name>}. */
    record Column(String name, Type type) {}

    /** As a Table Schema calls it. */
    enum Type {
        STRING,
        DATE,
        INTEGER
    }

    /** Part of its address; its title and description are the texts {@code open-data.<id>.title} and {@code .words}. */
    String id();

    List<Column> columns();

    /** Hands out the rows one by one in a stable order, values in the order of the columns. */
    void rows(AsOf asOf, Consumer<List<@Nullable String>> row);
}
