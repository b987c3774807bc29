package org.xinheng.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Gets pages and sends forms as the browser of somebody signed in does. */
@TestComponent
public class Browser {

    private final MockMvcTester http;

    Browser(MockMvcTester http) {
        this.http = http;
    }

    public MvcTestResult get(String address, RequestPostProcessor who, MockHttpSession session) {
        return http.get().uri(address).session(session).with(who).exchange();
    }

    /** A page that is there and lacks no word. */
    public MvcTestResult page(String address, RequestPostProcessor who) {
        var page = get(address, who, new MockHttpSession());
        assertThat(page).hasStatusOk().bodyText().doesNotContain("??");
        return page;
    }

    /** @param form names and values of fields by turns */
    public MvcTestResult post(String address, RequestPostProcessor who, MockHttpSession session, String... form) {
        var request = http.post().uri(address).session(session).with(who).with(csrf());
        for (int i = 0; i < form.length; i += 2) {
            request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }

    /** @param form names and values of fields by turns */
    public MvcTestResult post(String address, RequestPostProcessor who, String... form) {
        return post(address, who, new MockHttpSession(), form);
    }
}
