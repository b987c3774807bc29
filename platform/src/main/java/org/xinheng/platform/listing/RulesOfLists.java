package org.xinheng.platform.listing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.CreditList;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ListId;

/** The rules of lists that were put to the public before their first use, by their wording. */
@Repository
public class RulesOfLists {

    private static final String STANDING = """
            select r.id, r.list_id, r.agency_id, r.fingerprint, r.opened_by, s.version, s.state, s.day, s.due, o.day as opened
            from listing.rules r
            join lateral (select version, state, day, due from listing.rules_step where rules_id = r.id
                          order by version desc limit 1) s on true
            join listing.rules_step o on o.rules_id = r.id and o.version = 1
            """;

    private final JdbcClient jdbc;

    RulesOfLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One wording of a list's rules on its way.
     *
     * @param openedOn first day of its consultation
     * @param since day of its last step
     * @param due last day of the consultation; null once it is closed
     */
    public record Standing(
            UUID id,
            ListId list,
            AgencyId agency,
            String fingerprint,
            String openedBy,
            int version,
            RulesState state,
            LocalDate openedOn,
            LocalDate since,
            @Nullable LocalDate due) {}

    /** All wordings of a list, the newest first. */
    public List<Standing> of(ListId list) {
        return jdbc.sql(STANDING + "where r.list_id = :list order by r.id desc")
                .param("list", list.value())
                .query(RulesOfLists::standing)
                .list();
    }

    /** The published rules that are worded like this definition; empty when they have to be published first. */
    public Optional<UUID> published(CreditList list) {
        return jdbc.sql(STANDING
                        + "where r.list_id = :list and r.fingerprint = :fingerprint and s.state = 'PUBLISHED'"
                        + " order by r.id limit 1")
                .param("list", list.id())
                .param("fingerprint", fingerprint(list))
                .query(RulesOfLists::standing)
                .optional()
                .map(Standing::id);
    }

    /** Those that are open for comments, the soonest over first. */
    List<Standing> consulting() {
        return jdbc.sql(STANDING + "where s.state = 'CONSULTING' order by s.due, r.id")
                .query(RulesOfLists::standing)
                .list();
    }

    public Standing get(UUID id) {
        return jdbc.sql(STANDING + "where r.id = :id")
                .param("id", id)
                .query(RulesOfLists::standing)
                .optional()
                .orElseThrow(() -> new CreditException(ListingError.RULES_NOT_FOUND, id));
    }

    /** Held until this transaction ends. */
    Standing hold(UUID id) {
        var held = jdbc.sql("select id from listing.rules where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
        if (held.isEmpty()) {
            throw new CreditException(ListingError.RULES_NOT_FOUND, id);
        }
        return get(id);
    }

    void add(UUID id, CreditList list, Change change) {
        jdbc.sql("""
                        insert into listing.rules (id, list_id, agency_id, fingerprint, opened_by, change_id)
                        values (:id, :list, :agency, :fingerprint, :account, :change)
                        """)
                .param("id", id)
                .param("list", list.id())
                .param("agency", list.owner())
                .param("fingerprint", fingerprint(list))
                .param("account", change.actor().id())
                .param("change", change.id().value())
                .update();
    }

    void append(
            UUID id,
            ListId list,
            int version,
            RulesState state,
            LocalDate day,
            @Nullable LocalDate due,
            Change change) {
        jdbc.sql("""
                        insert into listing.rules_step (rules_id, version, state, account, day, due, change_id)
                        values (:id, :version, :state, :account, :day, :due, :change)
                        """)
                .param("id", id)
                .param("version", version)
                .param("state", state.name())
                .param("account", change.actor().id())
                .param("day", day)
                .param("due", due)
                .param("change", change.id().value())
                .update();
        change.publish(new RulesMoved(id, list, state));
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        Date due = row.getDate("due");
        return new Standing(
                row.getObject("id", UUID.class),
                new ListId(row.getString("list_id")),
                new AgencyId(row.getString("agency_id")),
                row.getString("fingerprint"),
                row.getString("opened_by"),
                row.getInt("version"),
                RulesState.valueOf(row.getString("state")),
                row.getDate("opened").toLocalDate(),
                row.getDate("day").toLocalDate(),
                due == null ? null : due.toLocalDate());
    }

    /** Which wording it is: all that bears on who is entered, how, for how long, and how one leaves. */
    public static String fingerprint(CreditList list) {
        var procedure = list.procedure();
        var wording = String.join(
                "\u0000",
                list.label().zh(),
                list.kind().name(),
                list.owner(),
                list.targets().toString(),
                list.basis().toString(),
                list.evidence().toString(),
                String.valueOf(list.term()),
                String.valueOf(list.earliestExit()),
                list.entry().zh(),
                list.exit().zh(),
                list.remedy().zh(),
                String.valueOf(procedure.statementDays()),
                String.valueOf(procedure.publicNoticeDays()),
                String.valueOf(procedure.legalReview()),
                String.valueOf(procedure.collectiveDecision()),
                String.valueOf(procedure.hearing()),
                procedure.responsible().toString());
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(wording.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
