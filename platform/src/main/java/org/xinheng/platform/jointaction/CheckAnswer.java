package org.xinheng.platform.jointaction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.pack.Label;
import org.xinheng.kernel.pack.ListOrigin;
import org.xinheng.kernel.pack.MeasureKind;
import org.xinheng.kernel.pack.MeasureOrigin;
import org.xinheng.kernel.pack.Nature;
import org.xinheng.platform.measure.Measures;
import org.xinheng.platform.shared.CheckId;
import org.xinheng.platform.shared.MatterId;

/**
 * An answer as callers read it, in their language.
 *
 * @param dataAge how old the newest fact it could know was when it was asked, as an ISO 8601 duration
 */
record CheckAnswer(
        CheckId checkId,
        Outcome outcome,
        boolean requiresOfficerDecision,
        Answer.Shown subject,
        MatterId matter,
        String matterName,
        Instant askedAt,
        Instant dataAsOf,
        String dataAge,
        String packRelease,
        List<Applies> prompts,
        String notice) {

    record Applies(
            UUID promptId,
            MeasureKind kind,
            Nature nature,
            MeasureOrigin origin,
            boolean advisory,
            ToDo measure,
            List<Measures.Citation> basis,
            Why because,
            @Nullable LocalDate until,
            LocalDate feedbackDue) {}

    record ToDo(String id, String name, String instruction) {}

    record Why(
            String list,
            String listName,
            UUID listing,
            ListOrigin origin,
            String determinedBy,
            @Nullable String document,
            LocalDate decidedOn,
            @Nullable LocalDate servedOn) {}

    static CheckAnswer of(Answer answer, String notice, Locale locale) {
        return new CheckAnswer(
                answer.checkId(),
                answer.outcome(),
                answer.requiresOfficerDecision(),
                answer.subject(),
                answer.matter(),
                words(answer.matterName(), locale),
                answer.askedAt(),
                answer.dataAsOf(),
                answer.dataAge().toString(),
                answer.packRelease(),
                answer.prompts().stream().map(prompt -> applies(prompt, locale)).toList(),
                notice);
    }

    private static Applies applies(Prompt prompt, Locale locale) {
        var because = prompt.because();
        return new Applies(
                prompt.promptId(),
                prompt.kind(),
                prompt.nature(),
                prompt.origin(),
                prompt.advisory(),
                new ToDo(prompt.measure().value(), words(prompt.name(), locale), words(prompt.instruction(), locale)),
                prompt.basis(),
                new Why(
                        because.list().value(),
                        words(because.listName(), locale),
                        because.listing().value(),
                        because.origin(),
                        because.determinedBy(),
                        because.document(),
                        because.decidedOn(),
                        because.servedOn()),
                prompt.until(),
                prompt.feedbackDue());
    }

    private static String words(Label label, Locale locale) {
        var english = label.en();
        return english != null && locale.getLanguage().equals("en") ? english : label.zh();
    }
}
