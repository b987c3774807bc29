package org.xinheng.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PlatformTest
class DisplayPagesTest {

    @Autowired
    MockMvcTester http;

    @Test
    void largeTypeAndHighContrastAreRememberedInCookies() {
        var answer = http.get().uri("/display?text=large&back=/lists").exchange();

        assertThat(answer).hasRedirectedUrl("/lists");
        assertThat(answer)
                .cookies()
                .hasValue("text", "large")
                .hasPath("text", "/")
                .isHttpOnly("text", true);
        assertThat(http.get().uri("/lists").cookie(new Cookie("text", "large"), new Cookie("contrast", "high")))
                .bodyText()
                .contains("data-text=\"large\"", "data-contrast=\"high\"", "/display?text=usual&amp;back=/lists");
        assertThat(http.get().uri("/lists")).bodyText().doesNotContain("data-text=", "data-contrast=");
    }

    @Test
    void theChosenLanguageGoesBeforeThatOfTheBrowser() {
        assertThat(http.get().uri("/lists").header("Accept-Language", "zh-CN").cookie(new Cookie("language", "en")))
                .bodyText()
                .contains("<html lang=\"en\"", "Large text", "lang=\"zh-CN\"", "中文");
        assertThat(http.get().uri("/lists").header("Accept-Language", "en").cookie(new Cookie("language", "zh")))
                .bodyText()
                .contains("<html lang=\"zh-CN\"", "大字版", "English");
    }

    @Test
    void whatSomebodyTypedIsInNoLink() {
        assertThat(http.get().uri("/search?q=320499197909099790"))
                .bodyText()
                .contains("back=/search\"")
                .doesNotContain("320499197909099790");
        assertThat(http.get().uri("/lists/a-grade-taxpayers?after=01a11e2c-9ebe-7000-9ffb-616e5ce8847b"))
                .bodyText()
                .containsPattern("back=/lists/a-grade-taxpayers[^\"]*01a11e2c");
    }

    @Test
    void aPageOfAFaultIsLargeToo() {
        assertThat(http.get()
                        .uri("/nothing-stands-here")
                        .accept(MediaType.TEXT_HTML)
                        .cookie(new Cookie("text", "large")))
                .bodyText()
                .contains("data-text=\"large\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//elsewhere.example",
                "https://elsewhere.example",
                "/\\elsewhere.example",
                "elsewhere",
                "/a\r\nb"
            })
    void nobodyIsLedAwayFromHere(String back) {
        assertThat(http.get().uri("/display").param("text", "large").param("back", back))
                .hasRedirectedUrl("/");
    }

    @Test
    void whatIsNoChoiceSetsNoCookie() {
        assertThat(http.get().uri("/display?text=huge&contrast=none&language=xx"))
                .cookies()
                .doesNotContainCookies("text", "contrast", "language");
    }
}
