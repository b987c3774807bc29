package org.xinheng.kernel.pack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** Checks every pack of a folder, without the application. */
public final class PackLint {

    private PackLint() {}

    /**
     * All faults of all layers, each once, by file and line. A layer is checked in every city that builds on it, since
     * what it refers to may stand in any of them.
     */
    public static List<Fault> lint(Path packsDirectory) {
        var faults = new ArrayList<Fault>();
        var names = LayerReader.children(packsDirectory).stream()
                .filter(Files::isDirectory)
                .map(folder -> folder.getFileName().toString())
                .toList();
        var checked = new HashSet<String>();
        // Cities first; what no city reached, such as layers that build on each other in a circle, after them.
        Stream.concat(cities(packsDirectory, names).stream(), names.stream()).forEach(name -> {
            if (!checked.contains(name)) {
                var form = new ArrayList<Fault>();
                var chain = PackReader.chain(packsDirectory, name, form);
                chain.forEach(files -> checked.add(files.name()));
                faults.addAll(form);
                faults.addAll(PackRules.faults(new LayeredPack(chain)));
            }
        });
        return faults.stream().sorted().distinct().toList();
    }

    /** The layers no other layer builds on. */
    private static List<String> cities(Path packs, List<String> names) {
        var built = new HashSet<String>();
        for (var name : names) {
            var layer = LayerReader.read(packs, name).layer();
            if (layer != null && layer.above() != null) {
                built.add(layer.above());
            }
        }
        return names.stream().filter(name -> !built.contains(name)).toList();
    }
}
