package org.xinheng.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The tables of a database in an order in which each comes after those it refers to. */
final class Tables {

    /** The history of scripts is Flyway's own: the scripts themselves write it again. */
    static final String HISTORY = "flyway_schema_history";

    /**
     * @param name with its schema, quoted where needed
     * @param columns those that hold something of their own, quoted where needed
     * @param partitioned whether its rows lie in parts
     */
    record Table(long oid, String name, boolean partitioned, List<String> columns) {

        String columnList() {
            return String.join(", ", columns);
        }

        String copyOut() {
            // COPY reads parts only through a query.
            return partitioned
                    ? "copy (select " + columnList() + " from " + name + ") to stdout"
                    : "copy " + name + " (" + columnList() + ") to stdout";
        }
    }

    private Tables() {}

    static List<Table> read(Connection connection) throws SQLException {
        var tables = new TreeMap<String, Table>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select c.oid, quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name, c.relkind = 'p',
                               array(select quote_ident(a.attname) from pg_attribute a
                                     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                                       and a.attgenerated = '' order by a.attnum)
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p'
                          and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
                          and c.relname <> 'flyway_schema_history'
                        """)) {
            while (row.next()) {
                var columns = (String[]) row.getArray(4).getArray();
                tables.put(
                        row.getString(2),
                        new Table(row.getLong(1), row.getString(2), row.getBoolean(3), List.of(columns)));
            }
        }
        return inOrder(tables, references(connection));
    }

    private static Map<Long, Set<Long>> references(Connection connection) throws SQLException {
        var references = new HashMap<Long, Set<Long>>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select conrelid, confrelid from pg_constraint where contype = 'f' and conrelid <> confrelid")) {
            while (row.next()) {
                references.computeIfAbsent(row.getLong(1), _ -> new HashSet<>()).add(row.getLong(2));
            }
        }
        return references;
    }

    private static List<Table> inOrder(Map<String, Table> tables, Map<Long, Set<Long>> references) {
        var ordered = new ArrayList<Table>();
        var placed = new HashSet<Long>();
        var waiting = new ArrayList<>(tables.values());
        while (!waiting.isEmpty()) {
            var next = waiting.stream()
                    .filter(table -> placed.containsAll(references.getOrDefault(table.oid(), Set.of())))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("tables refer to each other in a ring: "
                            + waiting.stream().map(Table::name).toList()));
            waiting.remove(next);
            placed.add(next.oid());
            ordered.add(next);
        }
        return ordered;
    }

    static List<Manifest.Sequence> sequences(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select quote_ident(schemaname) || '.' || quote_ident(sequencename) from pg_sequences order by 1
                        """)) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        var sequences = new ArrayList<Manifest.Sequence>();
        for (var name : names) {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select last_value, is_called from " + name)) {
                row.next();
                sequences.add(new Manifest.Sequence(name, row.getLong(1), row.getBoolean(2)));
            }
        }
        return sequences;
    }
}
