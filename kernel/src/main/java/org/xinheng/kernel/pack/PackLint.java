package org.xinheng.kernel.pack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
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
        var read = new HashMap<String, LayerFiles>();
        // The nation's layer is part of every city's chain: each layer is read once.
        Function<String, LayerFiles> layers =
                name -> read.computeIfAbsent(name, layer -> LayerReader.read(packsDirectory, layer));
        var checked = new HashSet<String>();
        // Cities first; what no city reached, such as layers that build on each other in a circle, after them.
        Stream.concat(cities(layers, names).stream(), names.stream()).forEach(name -> {
            if (!checked.contains(name)) {
                var form = new ArrayList<Fault>();
                var chain = PackReader.chain(layers, name, form);
                chain.forEach(files -> checked.add(files.name()));
                faults.addAll(form);
                faults.addAll(PackRules.faults(new LayeredPack(chain)));
            }
        });
        return faults.stream().sorted().distinct().toList();
    }

    /** The layers no other layer builds on. */
    private static List<String> cities(Function<String, LayerFiles> layers, List<String> names) {
        var built = new HashSet<String>();
        for (var name : names) {
            var layer = layers.apply(name).layer();
            if (layer != null && layer.above() != null) {
                built.add(layer.above());
            }
        }
        return names.stream().filter(name -> !built.contains(name)).toList();
    }
}
