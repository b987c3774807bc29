package org.xinheng.kernel.pack;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Head of a layer, its {@code pack.yaml}.
 *
 * @param id folder name: national, jiangsu, changzhou
 * @param above id of the layer it builds on; null for the nation
 * @param version such as 2026.1
 * @param effective first day the layer's rules hold
 * @param division code of the administrative division the layer is for
 * @param portalName name of the city's portal, such as 信用常州; null above the city
 * @param accent colour of the city's pages, such as #0b5c73, dark enough to be read on white; null for the common one
 * @param pushRoute ids of the agencies a city's data goes up through, the next one first
 */
public record Layer(
        String id,
        Label label,
        @Nullable String above,
        String version,
        LocalDate effective,
        String division,
        @Nullable Label portalName,
        @Nullable String accent,
        List<String> pushRoute) {}
