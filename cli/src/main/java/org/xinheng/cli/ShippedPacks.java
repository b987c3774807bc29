package org.xinheng.cli;

import java.nio.file.Path;

/** Where the packs of this installation stand. */
final class ShippedPacks {

    private ShippedPacks() {}

    /**
     * The folder that {@code xinheng.packs} names; without it, {@code packs} under {@code xinheng.home}, which the launcher
     * sets, or under the working directory.
     */
    static Path folder() {
        var named = System.getProperty("xinheng.packs");
        return named != null ? Path.of(named) : Path.of(System.getProperty("xinheng.home", "."), "packs");
    }
}
