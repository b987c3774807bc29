package org.xinheng.platform.listing;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.FieldRole;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.kernel.pack.SubjectKind;
import org.xinheng.platform.record.StoredRecord;
import org.xinheng.platform.subject.Subject;
import org.xinheng.platform.subject.Subjects;

/** Nobody under 18, at the conduct or now, is entered in any list. Ages count on the conduct, else on the decision. */
@Component
class AgeCheck {

    private static final int ADULT = 18;

    private final Subjects subjects;

    AgeCheck(Subjects subjects) {
        this.subjects = subjects;
    }

    /** Refuses with {@code MINOR_AT_CONDUCT}, or {@code AGE_NOT_SHOWN} where no birth date is known. */
    void require(Subject subject, List<StoredRecord> evidence, Pack rules, LocalDate today) {
        if (subject.kind() != SubjectKind.PERSON) {
            return;
        }
        var birth = subjects.birthDate(subject.id()).orElseThrow(() -> new CreditException(ListingError.AGE_NOT_SHOWN));
        var first = evidence.stream()
                .map(record -> conduct(record, rules))
                .min(LocalDate::compareTo)
                .filter(day -> day.isBefore(today))
                .orElse(today);
        if (Period.between(birth, first).getYears() < ADULT) {
            throw new CreditException(ListingError.MINOR_AT_CONDUCT);
        }
    }

    private static LocalDate conduct(StoredRecord record, Pack rules) {
        var item = rules.items().get(record.item().value());
        var field = item == null ? null : item.field(FieldRole.CONDUCT_ON);
        var day = field == null ? null : record.fields().get(field.id());
        return day == null || day.isBlank() ? record.decidedOn() : LocalDate.parse(day);
    }
}
