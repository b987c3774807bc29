package org.xinheng.kernel.pack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Checks every pack of a folder, without the application. */
public final class PackLint {

    private PackLint() {}

    /**
     * All faults of all layers, each once, by file and line. A layer is checked in every city that builds on it, since
     * what it refers to may stand in any of them.
     */
    public static List<Fault> lint(Path packsDirectory) {
        var faults = new ArrayList<Fault>();
        for (var city : cities(packsDirectory)) {
            var form = new ArrayList<Fault>();
            var files = PackReader.chain(packsDirectory, city, form);
            faults.addAll(form);
            faults.addAll(PackRules.faults(new LayeredPack(files)));
        }
        return faults.stream().sorted().distinct().toList();
    }

    /** The layers no other layer builds on. */
    private static List<String> cities(Path packs) {
        var names = LayerReader.children(packs).stream()
                .filter(Files::isDirectory)
                .map(folder -> folder.getFileName().toString())
                .toList();
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
