package org.xinheng.platform.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.vault.Opened;
import org.xinheng.platform.vault.Vault;

/** Records that their agency wants, or wanted, to take back (撤回). */
@Repository
public class Withdrawals {

    private final JdbcClient jdbc;
    private final Vault vault;

    Withdrawals(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** How one stands. */
    public enum Standing {
        PROPOSED,
        APPROVED,
        REFUSED
    }

    /**
     * A withdrawal as it stands.
     *
     * @param ground in the proposer's words; null where it was deleted with the record
     * @param decidedBy null while it is only proposed
     */
    public record Withdrawal(
            UUID id,
            RecordId record,
            AgencyId agency,
            WithdrawalCause cause,
            @Nullable String ground,
            String proposedBy,
            Standing standing,
            @Nullable String decidedBy) {}

    /** All about a record, newest first. */
    public List<Withdrawal> of(RecordId record) {
        return jdbc.sql("""
                        select w.id, w.record_id, w.agency, w.cause, w.ground, w.proposed_by, d.approved, d.decided_by
                        from intake.withdrawal w left join intake.withdrawal_decision d on d.withdrawal_id = w.id
                        where w.record_id = :id order by w.id desc
                        """)
                .param("id", record.value())
                .query((row, _) -> {
                    var approved = row.getObject("approved", Boolean.class);
                    return new Withdrawal(
                            row.getObject("id", UUID.class),
                            record,
                            new AgencyId(row.getString("agency")),
                            WithdrawalCause.valueOf(row.getString("cause")),
                            vault.open(record.value(), row.getBytes("ground")) instanceof Opened.Clear clear
                                    ? clear.text()
                                    : null,
                            row.getString("proposed_by"),
                            approved == null ? Standing.PROPOSED : approved ? Standing.APPROVED : Standing.REFUSED,
                            row.getString("decided_by"));
                })
                .list();
    }

    byte[] sealed(RecordId record, String ground) {
        return vault.seal(record.value(), ground.getBytes(StandardCharsets.UTF_8));
    }
}
