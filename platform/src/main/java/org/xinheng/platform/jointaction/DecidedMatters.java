package org.xinheng.platform.jointaction;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.MatterId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.vault.SealedContent;

/** What an agency's system reported as decided at a matter: what a sample for concealed decisions draws from. */
@Component
public class DecidedMatters {

    private static final int MOST = 50_000;

    private final JdbcClient jdbc;
    private final SealedContent contents;

    DecidedMatters(JdbcClient jdbc, SealedContent contents) {
        this.jdbc = jdbc;
        this.contents = contents;
    }

    private record Sealed(UUID id, byte[] content) {}

    /** The agency's own file numbers of decisions of those days, in the order they were decided. */
    public List<String> references(AgencyId agency, MatterId matter, LocalDate from, LocalDate to, Actor actor) {
        Permission.require(actor, Role.CREDIT_OFFICE);
        var sealed = new LinkedHashMap<UUID, byte[]>();
        jdbc.sql("""
                        select id, content from jointaction.decision
                        where decided_on between :from and :to and agency = :agency and matter = :matter
                          and content is not null
                        order by decided_on, id limit :limit
                        """)
                .param("from", from)
                .param("to", to)
                .param("agency", agency.value())
                .param("matter", matter.value())
                .param("limit", MOST)
                .query(Sealed.class)
                .list()
                .forEach(one -> sealed.put(one.id(), one.content()));
        return contents.openAll(sealed, ReportDecision.Content.class).values().stream()
                .map(ReportDecision.Content::reference)
                .filter(Objects::nonNull)
                .toList();
    }
}
