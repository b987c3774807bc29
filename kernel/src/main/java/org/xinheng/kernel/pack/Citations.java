package org.xinheng.kernel.pack;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What rests on the documents of the register. Found in whatever the pack and its entries hold, so that a kind of entry that is
 * added later, or a citation deep inside an entry, is there without a word here.
 */
public final class Citations {

    private Citations() {}

    /**
     * An entry that cites a document.
     *
     * @param kind which map of the pack it stands in, such as {@code measures}
     * @param label its name; null for kinds that have none
     * @param effective false for what is named only: dormant, refused
     */
    public record Citation(
            String kind, String id, @Nullable Label label, Basis basis, boolean effective, boolean past) {

        /** Whether it should not cite what is no longer in force: it has effect, and not on the past alone. */
        public boolean needsItInForce() {
            return effective && !past;
        }
    }

    /** All citations of the pack, by the id of the document. */
    public static Map<String, List<Citation>> of(Pack pack) {
        var citations = new LinkedHashMap<String, List<Citation>>();
        for (var component : Pack.class.getRecordComponents()) {
            if (value(component, pack) instanceof Map<?, ?> entries) {
                entries.values().stream()
                        .filter(PackEntry.class::isInstance)
                        .map(PackEntry.class::cast)
                        .forEach(entry -> cited(entry)
                                .map(basis -> new Citation(
                                        component.getName(),
                                        entry.id(),
                                        label(entry),
                                        basis,
                                        effective(entry),
                                        past(entry)))
                                .distinct()
                                .forEach(citation -> citations
                                        .computeIfAbsent(citation.basis().document(), _ -> new ArrayList<>())
                                        .add(citation)));
            }
        }
        return citations;
    }

    /** Citations with effect of documents that are not in force on a day; none in a pack that passed the checks that day. */
    public static List<Citation> lapsed(Pack pack, LocalDate day) {
        return of(pack).entrySet().stream()
                .filter(cited -> {
                    var document = pack.documents().get(cited.getKey());
                    return document == null || !document.inForceOn(day);
                })
                .flatMap(cited -> cited.getValue().stream())
                .filter(Citation::needsItInForce)
                .toList();
    }

    private static boolean effective(PackEntry entry) {
        return !(entry instanceof PackEntry.Grounded grounded) || PackRules.hasEffect(grounded);
    }

    /** A term of a regime that has ended is for the decisions of its time. */
    private static boolean past(PackEntry entry) {
        return entry instanceof PublicityTerm term && term.decidedUntil() != null;
    }

    private static @Nullable Label label(PackEntry entry) {
        return entry.getClass().isRecord()
                ? Arrays.stream(entry.getClass().getRecordComponents())
                        .filter(component -> component.getType() == Label.class)
                        .map(component -> (Label) value(component, entry))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private static Stream<Basis> cited(@Nullable Object value) {
        return switch (value) {
            case null -> Stream.empty();
            case Basis basis -> Stream.of(basis);
            case Collection<?> many -> many.stream().flatMap(Citations::cited);
            case Map<?, ?> many -> many.values().stream().flatMap(Citations::cited);
            case Record part ->
                Arrays.stream(part.getClass().getRecordComponents())
                        .map(component -> value(component, part))
                        .flatMap(Citations::cited);
            default -> Stream.empty();
        };
    }

    private static @Nullable Object value(RecordComponent component, Object of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot be read: " + component, e);
        }
    }
}
