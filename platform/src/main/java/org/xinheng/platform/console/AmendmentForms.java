package org.xinheng.platform.console;

import org.xinheng.kernel.pack.SubjectKind;
import org.xinheng.platform.subject.AmendmentKind;
import org.xinheng.platform.subject.Subject;
import org.xinheng.platform.subject.SubjectLife;

/** Which changes make sense for a subject as it stands, so that no form is shown that can only be refused. */
final class AmendmentForms {

    private AmendmentForms() {}

    static boolean fits(AmendmentKind kind, Subject subject, SubjectLife.Life life) {
        return switch (kind) {
            case RENAMED -> true;
            case CODE_CHANGED -> !subject.kind().personal();
            case CONTINUED -> subject.kind() == SubjectKind.SOLE_TRADER;
            case MERGED -> life.group().size() == 1;
            case SPLIT -> life.mergedInto() != null;
            case CLOSED -> life.closed() == null;
            case REOPENED -> life.closed() != null;
        };
    }
}
