package org.xinheng.kernel.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeenDecisionsTest {

    @Test
    void whatWasSaidLastIsRemembered() {
        var seen = new SeenDecisions();
        Map<Long, SeenDecisions.Earlier> expected = new HashMap<>();
        var random = new Random(11);

        for (int line = 1; line <= 200_000; line++) {
            // Few different ones, so that many come again; the sign makes all segments meet.
            long decision = new Random(random.nextInt(60_000)).nextLong();
            long content = random.nextInt(3);
            var before = seen.put(decision, content, line);
            var known = expected.put(decision, new SeenDecisions.Earlier(line, content));
            if (known == null) {
                assertThat(before.isNone()).isTrue();
            } else {
                assertThat(before).isEqualTo(known);
            }
        }
    }
}
