package org.xinheng.platform.subject;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.platform.shared.SubjectId;

/** Whether organisations bear the names that many rows give them: a change of name, or a wrong code. */
@Component
public class KnownNames {

    private final JdbcClient jdbc;
    private final Subjects subjects;

    KnownNames(JdbcClient jdbc, Subjects subjects) {
        this.jdbc = jdbc;
        this.subjects = subjects;
    }

    /** An organisation under a name somebody gives it. */
    public record Named(SubjectId subject, String name) {}

    /** Those under a name the organisation never bore here; width, case and blanks do not matter. */
    public Set<Named> strangers(Set<Named> given) {
        var known = names(given.stream().map(Named::subject).distinct().toList());
        var strangers = new HashSet<Named>();
        for (var one : given) {
            var names = known.getOrDefault(one.subject(), Set.of());
            // Names of subjects joined to it count too; they are asked for only where its own do not fit.
            if (!names.contains(comparable(one.name())) && !subjects.isNamed(one.subject(), one.name())) {
                strangers.add(one);
            }
        }
        return strangers;
    }

    private Map<SubjectId, Set<String>> names(Collection<SubjectId> ids) {
        var known = new HashMap<SubjectId, Set<String>>();
        jdbc.sql("select subject_id, name from subject.name where subject_id = any(:ids)")
                .param("ids", ids.stream().map(SubjectId::value).toArray(UUID[]::new))
                .query(row -> {
                    known.computeIfAbsent(new SubjectId(row.getObject("subject_id", UUID.class)), _ -> new HashSet<>())
                            .add(comparable(row.getString("name")));
                });
        return known;
    }

    private static String comparable(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .toLowerCase(Locale.ROOT);
    }
}
