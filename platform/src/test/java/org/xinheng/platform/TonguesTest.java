package org.xinheng.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.xinheng.platform.listing.Determining;
import org.xinheng.platform.shared.Role;

@PlatformTest
class TonguesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester http;

    @Autowired
    Callers callers;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void begin() {
        clock.set(SettableClock.START);
    }

    @Test
    void chineseDataOnAnEnglishPageIsMarkedAsChineseAndNothingElseIs() {
        var company = new Determining(context).company(6801);
        var officer = callers.signedIn("tongues-office", "credit-office", Role.CREDIT_OFFICE);
        var address = "/console/subjects/" + company;

        assertThat(http.get()
                        .uri(address)
                        .with(officer)
                        .header(HttpHeaders.ACCEPT_LANGUAGE, "en")
                        .exchange())
                .bodyText()
                .contains("<html lang=\"en\"", "<h1 lang=\"zh-CN\">常州虚构6801号贸易有限公司</h1>", "<h2>Lists</h2>");
        assertThat(http.get()
                        .uri(address)
                        .with(officer)
                        .header(HttpHeaders.ACCEPT_LANGUAGE, "zh-CN")
                        .exchange())
                .bodyText()
                .contains("<html lang=\"zh-CN\"", "<h1>常州虚构6801号贸易有限公司</h1>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "常州虚构贸易有限公司|true|zh-CN",
                "《行政处罚法》第三十三条|true|zh-CN",
                "The subject 常州 was told of it|true|-",
                "91320499MAXH00002T|true|-",
                "91320499MAXH00002T|false|-",
                "常州虚构贸易有限公司|false|-",
                "Serious violations of market regulation|false|en",
                "API|false|-",
                "administrative-penalty|false|en",
                "2026-11-26|false|-"
            })
    void onlyWordsHaveALanguage(String text, boolean english, @Nullable String lang) {
        assertThat(MarkedTongues.tongue(text, english)).isEqualTo(lang);
    }
}
