package org.xinheng.kernel.pack;

import java.util.List;

/**
 * Something officials or documents may wish that Xinheng does not do (拒绝事项); stands on the refusals page.
 *
 * @param wish what is asked for
 * @param namedAs the words documents name it by
 * @param reason why it is refused
 */
public record Refusal(
        String id, Label wish, List<String> namedAs, Label reason, List<Basis> basis, String source, boolean verified)
        implements PackEntry.Grounded, PackEntry.Named {}
