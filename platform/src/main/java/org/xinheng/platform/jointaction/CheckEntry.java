package org.xinheng.platform.jointaction;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.CheckId;
import org.xinheng.platform.shared.SubjectId;

/**
 * A check on its way into the log.
 *
 * @param subjectHash keyed hash of whom was asked about
 * @param subject who was found; null for nobody
 */
record CheckEntry(
        CheckId id,
        Actor actor,
        byte[] subjectHash,
        @Nullable SubjectId subject,
        LoggedCheck.Content content) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The month a check lies in: an id of version 7 begins with its moment. */
    static LocalDate month(CheckId check) {
        UUID id = check.value();
        return day(Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16)).withDayOfMonth(1);
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    LocalDate month() {
        return month(id);
    }

    Instant askedAt() {
        return content.answer().askedAt();
    }

    LocalDate askedOn() {
        return day(askedAt());
    }

    AgencyId agency() {
        return actor.requiredAgency();
    }

    List<Prompt> prompts() {
        return content.answer().prompts();
    }

    /** The columns of its row that enter the chain in clear. */
    String text(int number) {
        var answer = content.answer();
        return CheckDigests.text(
                id,
                askedOn().getYear(),
                number,
                askedAt(),
                actor.kind(),
                actor.id(),
                agency(),
                answer.matter(),
                subject,
                answer.outcome(),
                answer.packRelease(),
                answer.dataAsOf());
    }

    static String text(Prompt prompt) {
        return CheckDigests.text(
                prompt.promptId(),
                prompt.because().listing(),
                prompt.because().version(),
                prompt.measure(),
                prompt.kind(),
                prompt.nature(),
                prompt.origin(),
                prompt.advisory(),
                prompt.feedbackDue());
    }
}
