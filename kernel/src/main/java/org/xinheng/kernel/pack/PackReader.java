package org.xinheng.kernel.pack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        if (!Files.isRegularFile(packsDirectory.resolve(city).resolve(LayerFiles.HEAD))) {
            throw new CreditException(PackError.PACK_NOT_FOUND, city);
        }
        var faults = new ArrayList<Fault>();
        var files = chain(packsDirectory, city, faults);
        var layered = new LayeredPack(files);
        faults.addAll(PackRules.faults(layered));
        if (!faults.isEmpty()) {
            throw new CreditException(
                    PackError.PACK_FAULTY, faults.stream().sorted().distinct().toArray());
        }
        return layered.pack();
    }

    /** The files of a layer and those above it, the nation's first; the faults of their form go to {@code faults}. */
    static List<LayerFiles> chain(Path packs, String name, List<Fault> faults) {
        var chain = new ArrayList<LayerFiles>();
        var seen = new ArrayList<String>();
        for (String next = name; next != null; ) {
            seen.add(next);
            var files = LayerReader.read(packs, next);
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
