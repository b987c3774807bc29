package org.xinheng.platform.packs;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.platform.shared.Actor;

/**
 * At the first start, when there are no officers yet, the city's rules from the packs folder become the first release.
 * Every later release takes two officers.
 */
@Component
@Order(0)
class InstallPack implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(InstallPack.class);

    private final Packs packs;
    private final ReleasePack release;
    private final PackFolder folder;

    InstallPack(Packs packs, ReleasePack release, PackFolder folder) {
        this.packs = packs;
        this.release = release;
        this.folder = folder;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (packs.anyRelease()) {
            return;
        }
        var pack = folder.read();
        var installation = Actor.platform("installation");
        release.activate(release.propose(pack, installation), installation);
        LOG.info("installed rules {}", pack.release());
    }
}
