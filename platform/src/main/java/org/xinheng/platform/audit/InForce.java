package org.xinheng.platform.audit;

/**
 * "In force on day D as known at T", written once as SQL. A history table has the columns {@code subject_id},
 * {@code version}, {@code change_id}, {@code valid_from} and {@code valid_until} (last day, null = until ended). The
 * statements take the parameters {@code :day} and {@code :knownAt}.
 */
public final class InForce {

    private InForce() {}

    /**
     * A condition on alias {@code v} of a history table: this row is the version known at {@code :knownAt}.
     *
     * @param key column that names the thing whose versions they are
     */
    public static String known(String table, String key) {
        return """
                exists (select 1 from audit.change known_by
                        where known_by.id = v.change_id and known_by.moment <= :knownAt)
                and not exists (select 1 from %1$s later join audit.change learned on learned.id = later.change_id
                                where later.subject_id = v.subject_id and later.%2$s = v.%2$s
                                  and later.version > v.version and learned.moment <= :knownAt)
                """.formatted(table, key);
    }

    /** A condition on alias {@code v}: known at {@code :knownAt} and valid on {@code :day}. */
    public static String on(String table, String key) {
        return known(table, key) + "and v.valid_from <= :day and (v.valid_until is null or v.valid_until >= :day)\n";
    }
}
