package org.xinheng.platform.subject;

import java.util.UUID;
import org.xinheng.kernel.pack.ResponsibleRole;
import org.xinheng.platform.shared.SubjectId;

/**
 * What a decision or a registration says two subjects have to do with each other. Nothing follows from it by itself.
 *
 * @param reference the determination or amendment that says so
 */
public record Relation(SubjectId subject, SubjectId other, Kind kind, UUID reference) {

    /** What the other is to the subject. */
    public enum Kind {
        /** The decision names the other as legal representative (法定代表人). */
        LEGAL_REPRESENTATIVE,
        PRINCIPAL,
        DIRECTLY_IN_CHARGE,
        DIRECTLY_RESPONSIBLE,
        /** The sole trader went on as this company (个转企): linked, and nothing of the one counts for the other. */
        CONTINUED_AS;

        public static Kind of(ResponsibleRole role) {
            return switch (role) {
                case LEGAL_REPRESENTATIVE -> LEGAL_REPRESENTATIVE;
                case PRINCIPAL -> PRINCIPAL;
                case DIRECTLY_IN_CHARGE -> DIRECTLY_IN_CHARGE;
                case DIRECTLY_RESPONSIBLE -> DIRECTLY_RESPONSIBLE;
            };
        }
    }
}
