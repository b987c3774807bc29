package org.xinheng.platform.jointaction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.calendar.WorkingCalendar;
import org.xinheng.kernel.pack.Measure;
import org.xinheng.kernel.pack.Nature;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.kernel.pack.SubjectKind;
import org.xinheng.platform.listing.Listing;
import org.xinheng.platform.measure.Measures;
import org.xinheng.platform.shared.MatterId;
import org.xinheng.platform.shared.MeasureId;

/** What the listings of a subject bring at a matter: the second predicate, over listings in force. */
@Component
class Prompting {

    /** Restraints before incentives, what must be done before what is recommended. */
    private static final Comparator<Prompt> ORDER = Comparator.comparing(Prompt::adverse)
            .reversed()
            .thenComparing(Prompt::nature)
            .thenComparing(prompt -> prompt.because().decidedOn())
            .thenComparing(prompt -> prompt.measure().value());

    private final Measures measures;
    private final IdGenerator ids;

    Prompting(Measures measures, IdGenerator ids) {
        this.measures = measures;
        this.ids = ids;
    }

    /** @param guest whether the asker is no public body: then all is advice */
    List<Prompt> prompts(
            Pack rules, List<Listing> inForce, MatterId matter, SubjectKind kind, boolean guest, LocalDate day) {
        var prompts = new ArrayList<Prompt>();
        for (var listing : inForce) {
            for (var measure : measures.inForce(rules, listing.list(), matter, kind, day)) {
                if (listing.brings(measure.origin()) && measure.reaches(listing.degree())) {
                    prompts.add(prompt(rules, listing, measure, guest, day));
                }
            }
        }
        prompts.sort(ORDER);
        return List.copyOf(prompts);
    }

    private Prompt prompt(Pack rules, Listing listing, Measure measure, boolean guest, LocalDate day) {
        var list = rules.lists().get(listing.list().value());
        if (list == null) {
            throw new IllegalStateException("a listing on a list that the rules do not know: " + listing.list());
        }
        boolean advisory = guest || measure.advisory();
        var content = listing.content();
        var agency = rules.agencies().get(listing.determinedBy().value());
        return new Prompt(
                ids.next(),
                measure.kind(),
                advisory ? Nature.RECOMMENDED : measure.nature(),
                measure.origin(),
                advisory,
                new MeasureId(measure.id()),
                measure.label(),
                measure.instruction(),
                measures.citations(rules, measure, day),
                new Prompt.Because(
                        listing.list(),
                        list.label(),
                        listing.id(),
                        listing.version(),
                        listing.origin(),
                        content != null
                                ? content.authority()
                                : agency != null
                                        ? agency.label().zh()
                                        : listing.determinedBy().value(),
                        content == null ? null : content.document(),
                        listing.decidedOn(),
                        listing.servedOn()),
                listing.validUntil(),
                WorkingCalendar.published()
                        .plusWorkingDays(day, measure.feedbackDays())
                        .date());
    }
}
