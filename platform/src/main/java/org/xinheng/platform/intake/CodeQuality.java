package org.xinheng.platform.intake;

import java.sql.Array;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.pack.Field;
import org.xinheng.kernel.pack.FieldRole;
import org.xinheng.kernel.pack.FieldType;
import org.xinheng.kernel.pack.Label;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.SubmissionId;

/**
 * Quality of unified social credit codes (重错码): wrong and missing ones by agency, and codes that stand for more than one
 * organisation name or names that stand under more than one code. Organisations only; of persons nothing is counted.
 */
@Component
public class CodeQuality {

    /** A table shows at most so many rows; the counts are whole. */
    public static final int ROWS = 200;

    private final JdbcClient jdbc;
    private final Packs packs;

    CodeQuality(JdbcClient jdbc, Packs packs) {
        this.jdbc = jdbc;
        this.packs = packs;
    }

    /** What is the matter with a code. */
    public enum Fault {
        WRONG,
        MISSING,
        /** It stands here under another name: the name changed, or the code is somebody else's. */
        DOUBTFUL;

        private static Fault of(String severity, String rule) {
            if (severity.equals("WARNING")) {
                return DOUBTFUL;
            }
            return List.of(MISSING_RULES).contains(rule) ? MISSING : WRONG;
        }
    }

    /**
     * An agency's codes in a scope.
     *
     * @param rows it sent in, {@code wrong}, {@code missing} and {@code doubtful} codes among them
     */
    public record Line(AgencyId agency, long rows, long wrong, long missing, long doubtful) {

        public long faults() {
            return wrong + missing + doubtful;
        }
    }

    /** A row whose code is to be mended. */
    public record Row(
            AgencyId agency,
            ItemId item,
            SubmissionId submission,
            LocalDate received,
            int line,
            String field,
            Fault fault,
            Label said) {}

    /**
     * One name under several codes: namesakes, or a wrong code.
     *
     * @param agencies who reported records under it
     */
    public record Doubled(String name, List<String> codes, List<AgencyId> agencies) {}

    /** Rules whose findings say that nothing stands where a code should. */
    private static final String[] MISSING_RULES = {"EMPTY", "R10", "PLACEHOLDER"};

    /** What counts: faults in columns of codes, and names that do not fit their code. */
    private static final String COUNTS = """
            (f.severity = 'ERROR' and f.field = any(:codes)
             or f.severity = 'WARNING' and f.rule = 'R3' and f.field = any(:names))
            """;

    private String[] codes() {
        return columns(field -> field.type() == FieldType.CREDIT_CODE);
    }

    private String[] names() {
        return columns(field -> field.role() == FieldRole.SUBJECT_NAME);
    }

    private String[] columns(Predicate<Field> wanted) {
        return packs.today().items().values().stream()
                .flatMap(item -> item.fields().stream())
                .filter(wanted)
                .map(field -> field.label().zh())
                .distinct()
                .toArray(String[]::new);
    }

    /** By agency, those with the most faults first. */
    public List<Line> lines(CollectionScope scope, List<CollectionStatistics.Line> sent) {
        var rows = CollectionStatistics.by(sent, line -> line.agency().value());
        var lines = new TreeMap<String, Line>();
        rows.forEach((agency, count) -> lines.put(agency, new Line(new AgencyId(agency), count.rows(), 0, 0, 0)));
        jdbc.sql("""
                        select s.agency,
                               count(*) filter (where f.severity = 'ERROR' and f.rule <> all(:missing)) as wrong,
                               count(*) filter (where f.severity = 'ERROR' and f.rule = any(:missing)) as missing,
                               count(*) filter (where f.severity = 'WARNING') as doubtful
                        from intake.submission s join intake.finding f on f.submission_id = s.id
                        where s.received_on between :from and :to and s.state in ('ACCEPTED', 'REJECTED', 'CHECKING')
                          and (:agencies::text[] is null or s.agency = any(:agencies))
                          and (:item::text is null or s.item_id = :item) and
                        """ + COUNTS + "group by s.agency")
                .param("missing", MISSING_RULES)
                .param("codes", codes())
                .param("names", names())
                .param("from", scope.firstDay())
                .param("to", scope.lastDay())
                .param("agencies", scope.agencies())
                .param("item", scope.itemValue())
                .query(row -> {
                    var agency = row.getString("agency");
                    var before = lines.get(agency);
                    lines.put(
                            agency,
                            new Line(
                                    new AgencyId(agency),
                                    before == null ? 0 : before.rows(),
                                    row.getLong("wrong"),
                                    row.getLong("missing"),
                                    row.getLong("doubtful")));
                });
        return lines.values().stream()
                .sorted(Comparator.comparingLong(Line::faults).reversed())
                .toList();
    }

    /** The rows to mend, the newest submission first. */
    public List<Row> rows(CollectionScope scope) {
        return jdbc.sql("""
                        select s.agency, s.item_id, s.id, s.received_on, f.line, f.field, f.rule, f.severity, f.message, f.english
                        from intake.submission s join intake.finding f on f.submission_id = s.id
                        where s.received_on between :from and :to and s.state in ('ACCEPTED', 'REJECTED', 'CHECKING')
                          and (:agencies::text[] is null or s.agency = any(:agencies))
                          and (:item::text is null or s.item_id = :item) and
                        """ + COUNTS + "order by s.id desc, f.line, f.number limit :limit")
                .param("codes", codes())
                .param("names", names())
                .param("from", scope.firstDay())
                .param("to", scope.lastDay())
                .param("agencies", scope.agencies())
                .param("item", scope.itemValue())
                .param("limit", ROWS)
                .query((row, _) -> new Row(
                        new AgencyId(row.getString("agency")),
                        new ItemId(row.getString("item_id")),
                        new SubmissionId(row.getObject("id", UUID.class)),
                        row.getDate("received_on").toLocalDate(),
                        row.getInt("line"),
                        row.getString("field"),
                        Fault.of(row.getString("severity"), row.getString("rule")),
                        said(row.getString("message"), row.getString("english"))))
                .list();
    }

    /** Names that stand under several codes, of organisations an agency of the scope reported about. */
    public List<Doubled> oneNameSeveralCodes(CollectionScope scope) {
        return jdbc.sql("""
                        select several.name, several.codes, reported.agencies
                        from (select n.name, array_agg(s.code order by s.code) as codes, array_agg(s.id) as subjects
                              from subject.name n join subject.subject s on s.id = n.subject_id and s.code is not null
                              group by n.name having count(*) > 1) several
                        join lateral (select array_agg(distinct v.authority order by v.authority) as agencies
                                      from record.version v where v.subject_id = any(several.subjects)) reported on true
                        where :agencies::text[] is null or :agencies::text[] && reported.agencies
                        order by several.name limit :limit
                        """)
                .param("agencies", scope.agencies())
                .param("limit", ROWS)
                .query((row, _) -> new Doubled(
                        row.getString("name"),
                        words(row.getArray("codes")),
                        words(row.getArray("agencies")).stream()
                                .map(AgencyId::new)
                                .toList()))
                .list();
    }

    private static List<String> words(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }

    private static Label said(String message, String english) {
        return new Label(message, english.isEmpty() ? null : english);
    }
}
