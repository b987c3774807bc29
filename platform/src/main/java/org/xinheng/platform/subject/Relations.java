package org.xinheng.platform.subject;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.shared.SubjectId;

/** Relations between subjects, only as decisions and registrations name them: none is inferred, none is imported. */
@Repository
public class Relations {

    private final JdbcClient jdbc;

    Relations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes what a decision says, within the running change. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Relation relation, Change change) {
        jdbc.sql("""
                        insert into subject.relation (subject_id, other_id, kind, reference, change_id)
                        values (:subject, :other, :kind, :reference, :change)
                        """)
                .param("subject", relation.subject().value())
                .param("other", relation.other().value())
                .param("kind", relation.kind().name())
                .param("reference", relation.reference())
                .param("change", change.id().value())
                .update();
        change.publish(new SubjectRelated(relation.subject(), relation.other(), relation.kind(), relation.reference()));
    }

    /** Those the subject is on either side of, as known at a moment, oldest first. */
    public List<Relation> of(SubjectId subject, Instant knownAt) {
        return jdbc.sql("""
                        select r.subject_id, r.other_id, r.kind, r.reference
                        from subject.relation r join audit.change c on c.id = r.change_id
                        where (r.subject_id = :subject or r.other_id = :subject) and c.moment <= :knownAt
                        order by c.moment, r.other_id
                        """)
                .param("subject", subject.value())
                .param("knownAt", Timestamp.from(knownAt))
                .query(Relations::relation)
                .list();
    }

    private static Relation relation(ResultSet row, int number) throws SQLException {
        return new Relation(
                new SubjectId(row.getObject("subject_id", UUID.class)),
                new SubjectId(row.getObject("other_id", UUID.class)),
                Relation.Kind.valueOf(row.getString("kind")),
                row.getObject("reference", UUID.class));
    }
}
