package org.xinheng.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file that a command is given by its name. */
final class NamedFile {

    private NamedFile() {}

    /** @throws WrongUse where there is none that can be read */
    static Path of(String name) {
        try {
            var file = Path.of(name);
            if (Files.isRegularFile(file) && Files.isReadable(file)) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw new WrongUse("\"" + name + "\" is no file name");
        }
        throw new WrongUse("no readable file \"" + name + "\"");
    }
}
