package org.xinheng.platform.casework;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.CaseId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;

/** Takes cases out of the inbox. */
@Component
public class CloseCase {

    private final JdbcClient jdbc;
    private final Changes changes;

    CloseCase(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    private record Open(
            UUID id,
            CaseKind kind,
            @Nullable UUID subjectId,
            String agencyId,
            Role role,
            @Nullable String notBy) {}

    /** An officer has seen to a case that only had to be looked at; procedures close their own. */
    @Transactional
    public void close(CaseId id, Actor actor) {
        var found = jdbc.sql("""
                        select id, kind, subject_id, agency_id, role, not_by from casework.case
                        where id = :id and not exists (select 1 from casework.closing where case_id = id)
                        for update
                        """)
                .param("id", id.value())
                .query(Open.class)
                .optional()
                .orElseThrow(() -> new CreditException(CaseworkError.CASE_NOT_OPEN, id));
        Permission.require(actor, found.role());
        Permission.requireAgency(actor, new AgencyId(found.agencyId()));
        if (found.kind() != CaseKind.INCENTIVE_CONFLICT) {
            throw new CreditException(CaseworkError.CLOSED_BY_ITS_PROCEDURE, id);
        }
        close(found, changes.open(actor));
    }

    /** Closes the open cases of these kinds about a thing, within the running change. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(UUID reference, Change change, CaseKind... kinds) {
        close(reference, null, change, kinds);
    }

    /** The same for those of one agency; null for everybody's. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(UUID reference, @Nullable AgencyId agency, Change change, CaseKind... kinds) {
        var names = new String[kinds.length];
        for (int i = 0; i < kinds.length; i++) {
            names[i] = kinds[i].name();
        }
        jdbc.sql("""
                        select id, kind, subject_id, agency_id, role, not_by from casework.case
                        where reference = :reference and kind = any(:kinds)
                          and (:agency::text is null or agency_id = :agency)
                          and not exists (select 1 from casework.closing where case_id = id)
                        order by id for update
                        """)
                .param("reference", reference)
                .param("kinds", names)
                .param("agency", agency == null ? null : agency.value())
                .query(Open.class)
                .list()
                .forEach(open -> close(open, change));
    }

    private void close(Open open, Change change) {
        jdbc.sql("insert into casework.closing (case_id, change_id) values (:id, :change)")
                .param("id", open.id())
                .param("change", change.id().value())
                .update();
        var subject = open.subjectId();
        change.publish(new CaseClosed(subject == null ? null : new SubjectId(subject), new CaseId(open.id())));
    }
}
