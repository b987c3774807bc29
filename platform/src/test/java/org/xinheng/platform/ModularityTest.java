package org.xinheng.platform;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    private final ApplicationModules modules = ApplicationModules.of(Platform.class);

    @Test
    void modulesKeepToTheirAllowedDependencies() {
        modules.verify();
    }
}
