package org.xinheng.kernel.pack;

import java.util.List;

final class PackRules {
    static List<Fault> faults(LayeredPack layered) {
        return layered.faults();
    }
}
