package org.xinheng.platform.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.Basis;
import org.xinheng.kernel.pack.BasisRule;
import org.xinheng.kernel.pack.DocumentLevel;
import org.xinheng.kernel.pack.EntryState;
import org.xinheng.kernel.pack.Matter;
import org.xinheng.kernel.pack.Measure;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.kernel.pack.SubjectKind;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.MatterId;

/** Which measures a listing brings at a matter, by the rules of a day. */
@Component
public class Measures {

    /** A document and article as a prompt shows it. */
    public record Citation(String document, String article, DocumentLevel level) {}

    /** The matter in these rules; refuses with {@code MATTER_NOT_FOUND}. */
    public Matter matter(MatterId id, Pack rules) {
        var matter = rules.matters().get(id.value());
        if (matter == null) {
            throw new CreditException(MeasureError.MATTER_NOT_FOUND, id);
        }
        return matter;
    }

    /** A system asks at its own matters, an officer at those of the agency; others get {@code MATTER_NOT_YOURS}. */
    public void requireOwn(Actor actor, Matter matter) {
        if (!isOwn(actor, matter)) {
            throw new CreditException(MeasureError.MATTER_NOT_YOURS, matter.id());
        }
    }

    /** Whether the actor may ask at the matter. */
    public boolean isOwn(Actor actor, Matter matter) {
        return actor.kind() == Actor.Kind.CLIENT
                ? actor.matters().contains(new MatterId(matter.id()))
                : actor.agency() != null
                        && matter.agencies().contains(actor.agency().value());
    }

    /** Active measures of the list at the matter for such a subject, each with a sufficient basis that day. */
    public List<Measure> inForce(Pack rules, ListId list, MatterId matter, SubjectKind subject, LocalDate day) {
        var division = rules.layers().getLast().division();
        return rules.measures().values().stream()
                .filter(measure -> measure.state() == EntryState.ACTIVE)
                .filter(measure -> measure.lists().contains(list.value()))
                .filter(measure -> measure.matters().contains(matter.value()))
                .filter(measure -> measure.targets().contains(subject))
                .filter(measure -> BasisRule.lack(measure, rules.documents(), day, division)
                        .isEmpty())
                .toList();
    }

    /** Measures of the list in this state for such a subject, wherever prompted, each with a sufficient basis that day. */
    public List<Measure> ofList(Pack rules, ListId list, SubjectKind subject, EntryState state, LocalDate day) {
        return rules.measures().values().stream()
                .filter(measure -> measure.state() == state)
                .filter(measure -> measure.lists().contains(list.value()))
                .filter(measure -> measure.targets().contains(subject))
                .filter(measure -> BasisRule.lack(measure, rules.documents(), day, rules.division())
                        .isEmpty())
                .toList();
    }

    /** What the measure rests on, with titles and levels, only what is in force that day. */
    public List<Citation> citations(Pack rules, Measure measure, LocalDate day) {
        return citations(rules, measure.basis(), day);
    }

    /** Documents with titles and levels, only what is in force that day. */
    public List<Citation> citations(Pack rules, List<Basis> cited, LocalDate day) {
        return cited.stream()
                .map(basis -> {
                    var document = rules.documents().get(basis.document());
                    return document == null || !document.inForceOn(day)
                            ? null
                            : new Citation(document.title().zh(), basis.article(), document.level());
                })
                .filter(Objects::nonNull)
                .toList();
    }
}
