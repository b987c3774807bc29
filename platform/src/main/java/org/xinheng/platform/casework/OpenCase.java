package org.xinheng.platform.casework;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.shared.CaseId;

/** Puts a case in the inbox of an agency's officers, within the running change. */
@Component
public class OpenCase {

    private final JdbcClient jdbc;
    private final IdGenerator ids;

    OpenCase(JdbcClient jdbc, IdGenerator ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** Whether such a case about a thing waits already. */
    public boolean isOpen(UUID reference, CaseKind kind) {
        return jdbc.sql("""
                        select exists (
                            select 1 from casework.case c where reference = :reference and kind = :kind
                            and not exists (select 1 from casework.closing where case_id = c.id))
                        """)
                .param("reference", reference)
                .param("kind", kind.name())
                .query(Boolean.class)
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public CaseId open(CaseDraft draft, Change change) {
        var id = new CaseId(ids.next());
        var subject = draft.subject();
        var due = draft.due();
        jdbc.sql("""
                        insert into casework.case
                            (id, kind, subject_id, reference, agency_id, role, not_by, due, provisional, lapses,
                             change_id)
                        values (:id, :kind, :subject, :reference, :agency, :role, :notBy, :due, :provisional, :lapses,
                                :change)
                        """)
                .param("id", id.value())
                .param("kind", draft.kind().name())
                .param("subject", subject == null ? null : subject.value())
                .param("reference", draft.reference())
                .param("agency", draft.agency().value())
                .param("role", draft.role().name())
                .param("notBy", draft.notBy())
                .param("due", due == null ? null : due.date())
                .param("provisional", due != null && due.provisional())
                .param("lapses", draft.lapses())
                .param("change", change.id().value())
                .update();
        change.publish(new CaseOpened(
                subject, id, draft.kind(), draft.agency(), draft.role(), due == null ? null : due.date()));
        return id;
    }
}
