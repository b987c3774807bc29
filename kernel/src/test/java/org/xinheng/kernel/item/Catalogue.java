package org.xinheng.kernel.item;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.xinheng.kernel.pack.Item;
import org.xinheng.kernel.pack.PackReader;

/** The national catalogue as it is shipped, under documents and agencies made up for the tests. */
final class Catalogue {

    private static final String DOCUMENTS = """
            documents:
              - {id: dual-publicity-2018, title: 甲, issuer: 某委, level: other-document, in-force-from: 2018-01-01, source: 甲}
              - {id: basic-catalogue-2024, title: 乙, issuer: 某委, level: other-document, in-force-from: 2024-01-01, source: 乙}
              - {id: guobanfa-2020-49, title: 丙, issuer: 某办, level: central-policy, in-force-from: 2020-12-07, source: 丙}
              - {id: administrative-penalty-law, title: 丁, issuer: 某会, level: law, in-force-from: 2021-07-15, source: 丁}
            """;
    private static final String AGENCIES = """
            agencies:
              - {id: office, label: 某局, division: "000000", level: nation, source: 无}
            """;
    private static final String MATTERS = """
            matters:
              - {id: administrative-approval, label: 行政审批, agencies: [office],
                 basis: [{document: administrative-penalty-law, article: 第一条}], source: 丁}
            """;
    private static final String HEAD = """
            {id: national, label: 全国, version: "1", effective: 2026-04-01, division: "000000"}
            """;

    static final Map<String, Item> ITEMS = read();

    private Catalogue() {}

    static Item item(String id) {
        var item = ITEMS.get(id);
        if (item == null) {
            throw new IllegalArgumentException("no item " + id);
        }
        return item;
    }

    private static Map<String, Item> read() {
        var home = Path.of(System.getProperty("xinheng.home"));
        try {
            var packs = Files.createTempDirectory("catalogue");
            write(packs, "pack.yaml", HEAD);
            write(packs, "documents/documents.yaml", DOCUMENTS);
            write(packs, "agencies/agencies.yaml", AGENCIES);
            write(packs, "matters/matters.yaml", MATTERS);
            try (var files = Files.list(home.resolve("packs/national/catalogue"))) {
                for (var file : files.toList()) {
                    write(packs, "catalogue/" + file.getFileName(), Files.readString(file));
                }
            }
            return PackReader.read(packs, "national").items();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path packs, String name, String text) throws IOException {
        var file = packs.resolve("national").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
