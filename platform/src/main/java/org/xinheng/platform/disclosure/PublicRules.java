package org.xinheng.platform.disclosure;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.pack.Agency;
import org.xinheng.kernel.pack.Basis;
import org.xinheng.kernel.pack.CreditList;
import org.xinheng.kernel.pack.EntryState;
import org.xinheng.kernel.pack.Label;
import org.xinheng.kernel.pack.Matter;
import org.xinheng.kernel.pack.MeasureKind;
import org.xinheng.kernel.pack.MeasureOrigin;
import org.xinheng.kernel.pack.Nature;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.measure.Measures;
import org.xinheng.platform.packs.Packs;

/** The rules everybody may read: all measures with their state, and what Xinheng refuses to do. */
@Component
public class PublicRules {

    private final Packs packs;
    private final Order order;
    private final Measures measures;

    PublicRules(Packs packs, Order order, Measures measures) {
        this.packs = packs;
        this.order = order;
        this.measures = measures;
    }

    /** A thing of the packs with its name. */
    public record Named(String id, Label name) {}

    /**
     * A measure with all that carries it.
     *
     * @param state only ACTIVE ones are prompted; DORMANT ones are named by a document without sufficient basis
     * @param reason why it is dormant, forwarded or refused; null for an active one
     * @param advisory executed by no public body: a suggestion
     * @param source the document it was taken from
     */
    public record PublicMeasure(
            String id,
            Label name,
            Label instruction,
            MeasureKind kind,
            Nature nature,
            MeasureOrigin origin,
            EntryState state,
            boolean advisory,
            List<Named> lists,
            List<Named> matters,
            List<Named> executors,
            List<Measures.Citation> basis,
            @Nullable Label reason,
            String source,
            boolean verified) {}

    /** Something that is not done here, whoever asks. */
    public record PublicRefusal(String id, Label wish, Label reason, List<Measures.Citation> basis, String source) {}

    public List<PublicMeasure> measures() {
        var rules = packs.today();
        return rules.measures().values().stream()
                .map(measure -> new PublicMeasure(
                        measure.id(),
                        measure.label(),
                        measure.instruction(),
                        measure.kind(),
                        measure.nature(),
                        measure.origin(),
                        measure.state(),
                        measure.advisory(),
                        named(measure.lists(), id -> label(rules.lists().get(id), CreditList::label)),
                        named(measure.matters(), id -> label(rules.matters().get(id), Matter::label)),
                        named(measure.executors(), id -> label(rules.agencies().get(id), Agency::label)),
                        citations(rules, measure.basis()),
                        measure.reason(),
                        measure.source(),
                        measure.verified()))
                .toList();
    }

    public List<PublicRefusal> refusals() {
        var rules = packs.today();
        return rules.refusals().values().stream()
                .map(refusal -> new PublicRefusal(
                        refusal.id(),
                        refusal.wish(),
                        refusal.reason(),
                        citations(rules, refusal.basis()),
                        refusal.source()))
                .toList();
    }

    private List<Measures.Citation> citations(Pack rules, List<Basis> basis) {
        return measures.citations(rules, basis, order.today());
    }

    private static List<Named> named(Collection<String> ids, Function<String, @Nullable Label> label) {
        return ids.stream()
                .map(id -> {
                    var name = label.apply(id);
                    return name == null ? null : new Named(id, name);
                })
                .filter(Objects::nonNull)
                .toList();
    }

    private static <T> @Nullable Label label(@Nullable T entry, Function<T, Label> label) {
        return entry == null ? null : label.apply(entry);
    }
}
