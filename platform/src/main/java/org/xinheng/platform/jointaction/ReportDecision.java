package org.xinheng.platform.jointaction;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.identifier.IdentifierScan;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.measure.Measures;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.MatterId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.subject.Subjects;
import org.xinheng.platform.vault.SealedContent;
import org.xinheng.platform.vault.Vault;

/** Takes what an agency decided at a matter, so that decisions without a check can be seen (应查必查). */
@Component
public class ReportDecision {

    private final Packs packs;
    private final Measures measures;
    private final Subjects subjects;
    private final Changes changes;
    private final Order order;
    private final Vault vault;
    private final IdGenerator ids;
    private final SealedContent contents;
    private final JdbcClient jdbc;

    ReportDecision(
            Packs packs,
            Measures measures,
            Subjects subjects,
            Changes changes,
            Order order,
            Vault vault,
            IdGenerator ids,
            SealedContent contents,
            JdbcClient jdbc) {
        this.packs = packs;
        this.measures = measures;
        this.subjects = subjects;
        this.changes = changes;
        this.order = order;
        this.vault = vault;
        this.ids = ids;
        this.contents = contents;
        this.jdbc = jdbc;
    }

    /**
     * A decision as an agency reports it.
     *
     * @param reference the agency's own file number
     * @param outcome what was decided
     */
    public record Decided(Asked subject, String reference, LocalDate decidedOn, String outcome) {}

    /**
     * Sealed under the decision's own key.
     *
     * @param subject code of an organisation, mask of anybody else
     */
    record Content(String subject, String reference, String outcome) {}

    /**
     * @param checked whether the agency checked the subject at the matter in the days before
     */
    public record Reported(UUID id, boolean checked) {}

    /** The same decision reported again is the same one; with another outcome it is refused, or one of the two would be lost. */
    @Transactional
    public Reported report(MatterId matterId, Decided decided, Actor actor) {
        if (!actor.may(Role.CHECKER)) {
            Permission.require(actor, Role.REPORTER);
        }
        var matter = measures.matter(matterId, packs.today());
        measures.requireOwn(actor, matter);
        if (decided.decidedOn().isAfter(order.today())) {
            throw new CreditException(JointActionError.DAY_IN_FUTURE, decided.decidedOn());
        }
        var agency = actor.requiredAgency();
        var hash = subjects.hash(decided.subject().identity());
        var key = vault.hash(
                "decision",
                String.join(
                        "\u0000",
                        agency.value(),
                        matterId.value(),
                        HexFormat.of().formatHex(hash),
                        decided.reference(),
                        decided.decidedOn().toString()));
        boolean checked = isChecked(hash, agency.value(), matterId, decided.decidedOn(), matter.checkedWithinDays());
        var month = decided.decidedOn().withDayOfMonth(1);
        var content = new Content(
                whom(decided.subject()),
                IdentifierScan.mask(decided.reference()),
                IdentifierScan.mask(decided.outcome()));
        var known = known(month, key);
        if (known != null) {
            if (known.outcome() != null && !known.outcome().equals(content.outcome())) {
                throw new CreditException(JointActionError.DECISION_REPORTED_OTHERWISE);
            }
            return new Reported(known.id(), checked);
        }
        var id = ids.next();
        var subject = subjects.find(decided.subject().identity()).orElse(null);
        var change = changes.open(actor);
        jdbc.sql("""
                        insert into jointaction.decision
                            (month, id, change_id, agency, matter, decided_on, subject_id, subject_hashes, decision_key,
                             content)
                        values (:month, :id, :change, :agency, :matter, :decidedOn, :subject, array[:hash::bytea], :key,
                                :content)
                        """)
                .param("month", month)
                .param("id", id)
                .param("change", change.id().value())
                .param("agency", agency.value())
                .param("matter", matterId.value())
                .param("decidedOn", decided.decidedOn())
                .param("subject", subject == null ? null : subject.value())
                .param("hash", hash)
                .param("key", key)
                .param("content", contents.seal(id, content))
                .update();
        change.publish(new MatterDecided(subject, id, matterId, agency, decided.decidedOn()));
        return new Reported(id, checked);
    }

    /** @param outcome what was reported as decided; null where that was deleted */
    private record Known(UUID id, @Nullable String outcome) {}

    private @Nullable Known known(LocalDate month, byte[] key) {
        return jdbc.sql("select id, content from jointaction.decision where month = :month and decision_key = :key")
                .param("month", month)
                .param("key", key)
                .query((row, _) -> {
                    var id = row.getObject("id", UUID.class);
                    var content = contents.open(id, row.getBytes("content"), Content.class);
                    return new Known(id, content == null ? null : content.outcome());
                })
                .optional()
                .orElse(null);
    }

    private boolean isChecked(byte[] subject, String agency, MatterId matter, LocalDate decidedOn, int withinDays) {
        return jdbc.sql("""
                        select exists (select 1 from jointaction.check_log
                                       where subject_hash = :subject and agency = :agency and matter = :matter
                                         and asked_on between :from and :to)
                        """)
                .param("subject", subject)
                .param("agency", agency)
                .param("matter", matter.value())
                .param("from", decidedOn.minusDays(withinDays))
                .param("to", decidedOn)
                .query(Boolean.class)
                .single();
    }

    private static String whom(Asked subject) {
        var code = subject.openCode();
        var name = subject.openName();
        return code != null ? code : String.valueOf(name);
    }
}
