package org.xinheng.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.packs.Packs;

@PlatformTest
class StartsTest {

    @Autowired
    Packs packs;

    @Autowired
    Order order;

    @Autowired
    MockMvcTester http;

    @Test
    void theShippedRulesAreInForceAfterTheFirstStart() {
        assertThat(packs.today().release()).startsWith("changzhou@");
        assertThat(order.tail(0, 10)).extracting(Order.Entry::type).contains("ReleaseActivated");
    }

    @Test
    void theApiIsClosedToStrangers() {
        assertThat(http.get().uri("/api/v1/checks/x").accept(MediaType.APPLICATION_JSON))
                .hasStatus(401)
                .hasHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json;charset=UTF-8")
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("UNAUTHENTICATED");
    }
}
