package org.xinheng.platform.subject;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xinheng.kernel.pack.SubjectKind;
import org.xinheng.platform.shared.SubjectId;

/** Finds organisations by part of a present or former name, or by their code. Persons have no name here to be found by. */
@Repository
public class OrganisationSearch {

    /** Characters a search needs at least. */
    public static final int SHORTEST = 2;

    /** A word that half of all names hold is looked at only so far. */
    private static final int CONSIDERED = 200;

    private final JdbcClient jdbc;

    OrganisationSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The nearest first: the very code or name, then the shorter name; at most {@code limit}. */
    public List<Subject> find(String words, int limit) {
        if (words.codePointCount(0, words.length()) < SHORTEST) {
            throw new IllegalArgumentException("fewer than " + SHORTEST + " characters");
        }
        return jdbc.sql("""
                        with near as (
                            select subject_id from (
                                select subject_id from subject.name
                                where subject.bigrams(name) @> subject.bigrams(:words)
                                  and position(upper(normalize(:words, NFKC)) in upper(normalize(name, NFKC))) > 0
                                limit :considered) named
                            union
                            select id from subject.subject where code = :words)
                        select s.id, s.kind, s.code, s.name
                        from near join subject.subject s on s.id = near.subject_id
                        where s.code is not null
                        order by s.code = :words desc, s.name = :words desc, length(s.name), s.name, s.id
                        limit :limit
                        """)
                .param("words", words)
                .param("considered", CONSIDERED)
                .param("limit", limit)
                .query((row, _) -> new Subject(
                        new SubjectId(row.getObject("id", UUID.class)),
                        SubjectKind.valueOf(row.getString("kind")),
                        row.getString("code"),
                        row.getString("name")))
                .list();
    }
}
