package org.xinheng.kernel.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Untrustworthy conduct (失信行为) that documents name, and what became of it here. Conduct is established by effective
 * legal documents only (国办发〔2020〕49号); naming it lists nobody.
 *
 * @param namedAs the words documents name it by
 * @param disposition whether it may lead to a list, is only recorded, or has no effect
 * @param lists ids of the serious lists it may lead to
 * @param items ids of the catalogue items whose records show it
 * @param reason why it has no effect, or why no more; null where it may lead to a list
 */
public record Behaviour(
        String id,
        Label label,
        List<String> namedAs,
        Disposition disposition,
        List<String> lists,
        List<String> items,
        @Nullable Label reason,
        List<Basis> basis,
        String source,
        boolean verified)
        implements PackEntry.Grounded, PackEntry.Named {}
