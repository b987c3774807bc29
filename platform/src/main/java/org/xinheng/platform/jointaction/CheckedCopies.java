package org.xinheng.platform.jointaction;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.platform.disclosure.CheckCopies;
import org.xinheng.platform.disclosure.Copy;
import org.xinheng.platform.disclosure.QueryLog;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ListingId;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.vault.SealedContent;

/** The answers to checks as copies that left: those with prompts, since an answer without any says nothing to take back. */
@Component
class CheckedCopies implements CheckCopies {

    private static final String DELETED = "（已删除）";

    private final JdbcClient jdbc;
    private final SealedContent contents;
    private final Checks checks;

    CheckedCopies(JdbcClient jdbc, SealedContent contents, Checks checks) {
        this.checks = checks;
        this.jdbc = jdbc;
        this.contents = contents;
    }

    private record Sealed(Copy copy, byte[] content) {}

    @Override
    public List<Prompted> prompted(Collection<ListingId> listings, @Nullable String client) {
        return jdbc.sql("""
                        select distinct p.listing_id, c.actor, c.agency, c.known_at
                        from jointaction.prompt p
                        join jointaction.check_log c on c.month = p.month and c.id = p.check_id
                        where p.listing_id = any(:listings) and c.actor_kind = 'CLIENT'
                          and (:client::text is null or c.actor = :client)
                        """)
                .param("listings", listings.stream().map(ListingId::value).toArray(UUID[]::new))
                .param("client", client)
                .query((row, _) -> new Prompted(
                        new ListingId(row.getObject("listing_id", UUID.class)),
                        row.getString("actor"),
                        new AgencyId(row.getString("agency")),
                        row.getTimestamp("known_at").toInstant()))
                .list();
    }

    @Override
    public List<QueryLog.Query> questionsAbout(Collection<SubjectId> persons, LocalDate since) {
        return checks.about(persons, since).stream()
                .map(CheckedCopies::question)
                .toList();
    }

    private static QueryLog.Query question(LoggedCheck check) {
        var content = check.content();
        return new QueryLog.Query(
                check.id().value(),
                QueryLog.Kind.CHECK,
                check.askedAt(),
                content == null ? check.actor() : content.officer(),
                check.agency().value(),
                content == null ? DELETED : content.purpose(),
                check.matter().value(),
                content == null ? null : content.reference(),
                content == null ? null : content.authority(),
                null,
                null);
    }

    @Override
    public List<Copy> copiesOf(Collection<SubjectId> subjects) {
        var rows = jdbc.sql("""
                        select c.id, c.subject_id, c.asked_at, c.agency, c.actor, c.content from jointaction.check_log c
                        where (c.month, c.id) in (select p.month, p.check_id from jointaction.prompt p
                                                  where p.subject_id = any(:subjects))
                        order by c.asked_at desc, c.id desc
                        """)
                .param("subjects", subjects.stream().map(SubjectId::value).toArray(UUID[]::new))
                .query((row, _) -> new Sealed(
                        new Copy(
                                row.getObject("id", UUID.class),
                                new SubjectId(row.getObject("subject_id", UUID.class)),
                                Copy.Kind.CHECK,
                                row.getTimestamp("asked_at").toInstant(),
                                new AgencyId(row.getString("agency")),
                                row.getString("actor"),
                                ""),
                        row.getBytes("content")))
                .list();
        var sealed = new LinkedHashMap<UUID, byte[]>();
        rows.forEach(row -> sealed.put(row.copy().id(), row.content()));
        var opened = contents.openAll(sealed, LoggedCheck.Content.class);
        return rows.stream()
                .map(Sealed::copy)
                .map(copy -> new Copy(
                        copy.id(),
                        copy.subject(),
                        copy.kind(),
                        copy.sentAt(),
                        copy.recipient(),
                        copy.client(),
                        purpose(opened.get(copy.id()))))
                .toList();
    }

    private static String purpose(LoggedCheck.@Nullable Content content) {
        return content == null ? DELETED : content.purpose();
    }
}
