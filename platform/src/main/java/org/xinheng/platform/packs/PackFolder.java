package org.xinheng.platform.packs;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.kernel.pack.PackReader;

/** The folder of packs on this machine, from which a new release is proposed. */
@Component
public class PackFolder {

    private final Path folder;
    private final String city;

    PackFolder(@Value("${xinheng.packs}") Path folder, @Value("${xinheng.city}") String city) {
        this.folder = folder;
        this.city = city;
    }

    /** The city's pack as it stands in the files now; refuses with {@code PACK_FAULTY} and all faults. */
    public Pack read() {
        return PackReader.read(folder, city);
    }
}
