package org.xinheng.kernel.pack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** The layers of one city laid over each other, with every entry's place in the files. */
final class LayeredPack {

    private final List<Layer> layers = new ArrayList<>();
    private final Map<Key, Written> entries = new LinkedHashMap<>();
    private final SequencedMap<String, String> settings = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private record Key(EntryKind kind, String id) {}

    /** Lays these layers over each other, the nation's first. Layers without a head are left out. */
    LayeredPack(List<LayerFiles> files) {
        for (var layer : files) {
            if (layer.layer() != null) {
                layers.add(layer.layer());
                settings.putAll(layer.settings());
                layer.entries().forEach(this::add);
            }
        }
    }

    private void add(Written entry) {
        var key = new Key(EntryKind.of(entry.value()), entry.value().id());
        var earlier = entries.putIfAbsent(key, entry);
        if (earlier == null) {
            if (entry.overrides()) {
                faults.add(entry.fault("overrides", "overrides nothing: no layer above has this id"));
            }
            return;
        }
        if (earlier.layer().equals(entry.layer())) {
            faults.add(entry.fault("id", "is defined twice, first at " + earlier.file() + ":" + earlier.line()));
            return;
        }
        if (!entry.overrides()) {
            faults.add(entry.fault(
                    "id",
                    "stands in layer '" + earlier.layer().id() + "' already; say 'overrides: true' to replace it"));
        }
        if (entry.overrideReason() == null) {
            faults.add(entry.fault("overrides", "overrides a layer above without an 'override-reason'"));
        }
        entries.put(key, entry);
    }

    /** What is wrong in how the layers lie over each other. */
    List<Fault> faults() {
        return faults;
    }

    /** Whether no layer could be read at all. */
    boolean isEmpty() {
        return layers.isEmpty();
    }

    Stream<Written> entries() {
        return entries.values().stream();
    }

    Pack pack() {
        return new Pack(
                List.copyOf(layers),
                values(EntryKind.DOCUMENT, Document.class),
                values(EntryKind.ITEM, Item.class),
                values(EntryKind.LIST, CreditList.class),
                values(EntryKind.MEASURE, Measure.class),
                values(EntryKind.MATTER, Matter.class),
                values(EntryKind.AGENCY, Agency.class),
                values(EntryKind.AGENCY_GROUP, AgencyGroup.class),
                values(EntryKind.TERM, PublicityTerm.class),
                values(EntryKind.RETENTION, Retention.class),
                values(EntryKind.BEHAVIOUR, Behaviour.class),
                values(EntryKind.MEMORANDUM, Memorandum.class),
                values(EntryKind.INDICATOR, Indicator.class),
                values(EntryKind.ASSESSMENT, AssessmentScheme.class),
                values(EntryKind.REFUSAL, Refusal.class),
                Collections.unmodifiableSequencedMap(settings));
    }

    private <E extends PackEntry> SequencedMap<String, E> values(EntryKind kind, Class<E> type) {
        var values = new LinkedHashMap<String, E>();
        entries.forEach((key, entry) -> {
            if (key.kind() == kind) {
                values.put(key.id(), type.cast(entry.value()));
            }
        });
        return Collections.unmodifiableSequencedMap(values);
    }
}
