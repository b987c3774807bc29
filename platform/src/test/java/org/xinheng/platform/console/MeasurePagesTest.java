package org.xinheng.platform.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.xinheng.platform.Callers;
import org.xinheng.platform.PlatformTest;
import org.xinheng.platform.shared.Role;

@PlatformTest
class MeasurePagesTest {

    @Autowired
    MockMvcTester http;

    @Autowired
    Callers callers;

    @Test
    void everyMeasureStandsWithItsStateAndItsBasis() {
        assertThat(http.get()
                        .uri("/console/measures")
                        .with(callers.signedIn("measures-checker", "credit-office", Role.CHECKER)))
                .hasStatusOk()
                .bodyText()
                .contains("不收取投标保证金", "依据不足，不施行", "尚无公平竞争审查编号", "《企业信息公示暂行条例》", "第十八条", "行政法规")
                .doesNotContain("??");
    }
}
