package org.xinheng.kernel.pack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import org.xinheng.kernel.CreditException;

/** Reads the layers of a city into one pack. */
public final class PackReader {

    private PackReader() {}

    /**
     * The city's pack.
     *
     * @param city name of its folder
     * @throws CreditException {@code PACK_NOT_FOUND} when there is no such layer, {@code PACK_FAULTY} with all faults of
     *     its layers when there are any
     */
    public static Pack read(Path packsDirectory, String city) {
        refuseMissing(packsDirectory, city);
        var faults = new ArrayList<Fault>();
        var layered = new LayeredPack(chain(packsDirectory, city, faults));
        faults.addAll(PackRules.faults(layered));
        refuseFaulty(faults);
        return layered.pack();
    }

    /**
     * The catalogue of a layer and those above it, its form alone being checked: enough to check a file by, where no city
     * is asked for. A layer above the cities names agencies that only a city has and is no whole pack.
     *
     * @throws CreditException {@code PACK_NOT_FOUND} or {@code PACK_FAULTY}
     */
    public static SequencedMap<String, Item> items(Path packsDirectory, String layer) {
        refuseMissing(packsDirectory, layer);
        var faults = new ArrayList<Fault>();
        var layered = new LayeredPack(chain(packsDirectory, layer, faults));
        refuseFaulty(faults);
        return layered.pack().items();
    }

    private static void refuseMissing(Path packs, String layer) {
        if (!Files.isRegularFile(packs.resolve(layer).resolve(LayerFiles.HEAD))) {
            throw new CreditException(PackError.PACK_NOT_FOUND, layer);
        }
    }

    private static void refuseFaulty(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new CreditException(
                    PackError.PACK_FAULTY, faults.stream().sorted().distinct().toArray());
        }
    }

    private static List<LayerFiles> chain(Path packs, String name, List<Fault> faults) {
        return chain(layer -> LayerReader.read(packs, layer), name, faults);
    }

    /** The files of a layer and those above it, the nation's first; the faults of their form go to {@code faults}. */
    static List<LayerFiles> chain(Function<String, LayerFiles> layers, String name, List<Fault> faults) {
        var chain = new ArrayList<LayerFiles>();
        var seen = new ArrayList<String>();
        for (String next = name; next != null; ) {
            seen.add(next);
            var files = layers.apply(next);
            faults.addAll(files.faults());
            chain.addFirst(files);
            var above = files.layer() == null ? null : files.layer().above();
            if (above != null && seen.contains(above)) {
                faults.add(new Fault(files.head(), 1, null, "layer '" + above + "' builds on itself"));
                above = null;
            }
            next = above;
        }
        return chain;
    }
}
