package org.xinheng.kernel.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the files of one layer: {@code pack.yaml} and the folders of entries. */
final class LayerReader {

    /** Keys of an entry that are about the layers and not part of its record. */
    private static final Set<String> OVERRIDING = Set.of("overrides", "override-reason");

    private static final Set<String> SETTINGS = Set.of("settings");

    private final Path packs;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Written> entries = new ArrayList<>();
    private final Map<String, String> settings = new LinkedHashMap<>();

    private LayerReader(Path packs) {
        this.packs = packs;
    }

    static LayerFiles read(Path packs, String name) {
        return new LayerReader(packs).layer(name);
    }

    private LayerFiles layer(String name) {
        var folder = packs.resolve(name);
        var layer = head(folder.resolve(LayerFiles.HEAD), name);
        if (layer != null) {
            children(folder).stream().filter(Files::isDirectory).forEach(child -> folder(child, layer));
        }
        return new LayerFiles(name, layer, settings, entries, faults);
    }

    private @Nullable Layer head(Path file, String name) {
        var binder = binder(file);
        var root = root(file);
        if (root == null) {
            return null;
        }
        var layer = binder.bind(Layer.class, root, SETTINGS);
        if (layer != null && !layer.id().equals(name)) {
            binder.fault(root, "id '" + layer.id() + "' must be the name of its folder");
        }
        settings(binder, binder.keys(root).get("settings"));
        return layer;
    }

    private void settings(RecordBinder binder, @Nullable Node node) {
        if (node instanceof MappingNode mapping) {
            binder.keys(mapping).forEach((key, value) -> {
                var text = binder.text(value);
                if (text != null) {
                    settings.put(key, text);
                }
            });
        } else if (node != null) {
            binder.fault(node, "'settings' must be a mapping");
        }
    }

    private void folder(Path folder, Layer layer) {
        var name = folder.getFileName().toString();
        EntryKind.ofFolder(name)
                .ifPresentOrElse(
                        kind -> children(folder).stream()
                                .filter(file -> file.toString().endsWith(".yaml"))
                                .forEach(file -> file(file, kind, layer)),
                        () -> faults.add(new Fault(
                                relative(folder), 1, null, "entries of no kind stand in a folder '" + name + "'")));
    }

    private void file(Path file, EntryKind kind, Layer layer) {
        var binder = binder(file);
        var root = root(file);
        if (root == null) {
            return;
        }
        binder.keys(root).forEach((key, value) -> {
            if (!key.equals(kind.key())) {
                binder.fault(value, "unknown key '" + key + "': the entries stand under '" + kind.key() + "'");
            } else if (!(value instanceof SequenceNode sequence)) {
                binder.fault(value, "'" + key + "' must be a list");
            } else {
                for (var node : sequence.getValue()) {
                    if (node instanceof MappingNode entry) {
                        entry(binder, entry, file, kind, layer);
                    } else {
                        binder.fault(node, "an entry must be a mapping");
                    }
                }
            }
        });
    }

    private void entry(RecordBinder binder, MappingNode node, Path file, EntryKind kind, Layer layer) {
        binder.enter(id(node));
        var value = binder.bind(kind.type().asSubclass(Record.class), node, OVERRIDING);
        var keys = binder.keys(node);
        if (value != null) {
            var lines = new LinkedHashMap<String, Integer>();
            keys.forEach((key, at) -> lines.put(key, RecordBinder.line(at)));
            entries.add(new Written(
                    kind.type().cast(value),
                    layer,
                    relative(file),
                    RecordBinder.line(node),
                    lines,
                    keys.get("overrides") instanceof ScalarNode overrides
                            && overrides.getValue().equals("true"),
                    keys.get("override-reason") instanceof ScalarNode reason
                                    && !reason.getValue().isBlank()
                            ? reason.getValue()
                            : null));
        }
        binder.enter(null);
    }

    private static @Nullable String id(MappingNode entry) {
        for (var tuple : entry.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key
                    && key.getValue().equals("id")
                    && tuple.getValueNode() instanceof ScalarNode id) {
                return id.getValue();
            }
        }
        return null;
    }

    /** The mapping a file consists of; null after a fault. */
    private @Nullable MappingNode root(Path file) {
        if (!Files.isRegularFile(file)) {
            faults.add(new Fault(relative(file), 1, null, "the file is missing"));
            return null;
        }
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        try (var reader = Files.newBufferedReader(file)) {
            var root = new Yaml(options).compose(reader);
            if (root instanceof MappingNode mapping) {
                return mapping;
            }
            faults.add(new Fault(relative(file), 1, null, "the file must be a mapping"));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            faults.add(new Fault(relative(file), mark == null ? 1 : mark.getLine() + 1, null, e.getProblem()));
        } catch (YAMLException e) {
            faults.add(new Fault(relative(file), 1, null, String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return null;
    }

    private RecordBinder binder(Path file) {
        return new RecordBinder(relative(file), faults);
    }

    private String relative(Path file) {
        return packs.relativize(file).toString().replace('\\', '/');
    }

    static List<Path> children(Path folder) {
        try (var children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
