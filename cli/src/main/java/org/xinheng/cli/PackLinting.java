package org.xinheng.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.xinheng.kernel.pack.PackLint;

/** {@code pack lint}: every fault of a folder of packs, a line each. */
final class PackLinting {

    private PackLinting() {}

    static Exit run(List<String> arguments, Session session) throws IOException {
        if (arguments.size() > 1 || arguments.stream().anyMatch(argument -> argument.startsWith("--"))) {
            throw new WrongUse("pack lint takes one folder at most; without one it checks the packs shipped");
        }
        var folder = arguments.isEmpty() ? ShippedPacks.folder() : Path.of(arguments.getFirst());
        if (!Files.isDirectory(folder)) {
            throw new WrongUse("pack lint: no folder " + folder);
        }
        var faults = PackLint.lint(folder);
        for (var fault : faults) {
            session.results()
                    .append(folder.resolve(fault.file()).toString())
                    .append(":" + fault.line() + ": ")
                    .append(fault.text())
                    .append('\n');
        }
        return faults.isEmpty() ? Exit.DONE : Exit.FINDINGS;
    }
}
