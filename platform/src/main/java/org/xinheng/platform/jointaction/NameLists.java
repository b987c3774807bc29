package org.xinheng.platform.jointaction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.MatterId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.vault.SealedContent;

/** Reads lists of names that were checked. */
@Component
public class NameLists {

    private final JdbcClient jdbc;
    private final SealedContent contents;
    private final Checks checks;

    NameLists(JdbcClient jdbc, SealedContent contents, Checks checks) {
        this.jdbc = jdbc;
        this.contents = contents;
        this.checks = checks;
    }

    /** One of the caller's own agency; auditors read all. Others are told there is none. */
    public NameList get(UUID id, Actor actor) {
        return jdbc.sql("""
                        select id, year, number, agency, actor, matter, asked_at, content from jointaction.name_list
                        where id = :id
                        """)
                .param("id", id)
                .query(this::row)
                .optional()
                .filter(list -> actor.may(Role.AUDITOR) || list.agency().equals(actor.agency()))
                .orElseThrow(() -> new CreditException(JointActionError.CHECK_NOT_FOUND, id));
    }

    /** The agency's latest, newest first. */
    public List<NameList> latest(AgencyId agency, int limit) {
        return jdbc.sql("""
                        select id, year, number, agency, actor, matter, asked_at, content from jointaction.name_list
                        where agency = :agency order by id desc limit :limit
                        """)
                .param("agency", agency.value())
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    /** The checks of its rows, in their order. */
    public List<LoggedCheck> checks(NameList list, Actor actor) {
        return checks.all(
                list.lines().stream()
                        .map(NameList.Line::check)
                        .filter(Objects::nonNull)
                        .toList(),
                actor);
    }

    private NameList row(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new NameList(
                id,
                row.getInt("year"),
                row.getInt("number"),
                new AgencyId(row.getString("agency")),
                row.getString("actor"),
                new MatterId(row.getString("matter")),
                row.getTimestamp("asked_at").toInstant(),
                contents.open(id, row.getBytes("content"), NameList.Content.class));
    }
}
