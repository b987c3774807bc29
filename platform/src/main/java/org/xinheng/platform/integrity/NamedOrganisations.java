package org.xinheng.platform.integrity;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.subject.Subject;
import org.xinheng.platform.subject.Subjects;

/** Names of the organisations the ledgers speak of. Persons and sole traders are in no ledger, and have no name here. */
@Component
public class NamedOrganisations {

    private final Subjects subjects;

    NamedOrganisations(Subjects subjects) {
        this.subjects = subjects;
    }

    /** Those of the ids that are organisations. */
    public Map<SubjectId, Subject> get(Collection<SubjectId> ids) {
        var organisations = new LinkedHashMap<>(subjects.get(ids));
        organisations.values().removeIf(subject -> subject.kind().personal());
        return organisations;
    }
}
