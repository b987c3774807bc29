package org.xinheng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.demo.DemoCast;

/** The widget on a business page with a strict content policy, used without a mouse. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WidgetTest {

    private static final String WATCH = """
            window.violations = [];
            addEventListener('securitypolicyviolation', event => window.violations.push(event.violatedDirective));
            """;

    @TempDir
    static Path folder;

    private RunningDemo demo;
    private Browsers browsers;

    @BeforeAll
    void start() throws IOException {
        demo = RunningDemo.start(folder);
        browsers = new Browsers(demo.address());
    }

    @AfterAll
    void stop() {
        browsers.close();
        demo.close();
    }

    private Page bidding(String code) {
        var page = browsers.anyone();
        page.addInitScript(WATCH);
        var answer = Objects.requireNonNull(page.navigate("/demo/bidding?code=" + code));
        assertThat(answer.headerValue("content-security-policy")).isEqualTo("default-src 'self'");
        return page;
    }

    private static Locator dialog(Page page) {
        return page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("信用核查"));
    }

    @Test
    void itIsStyledAndSpeaksUnderAStrictContentPolicy() {
        var page = bidding(DemoCast.LISTED.code());

        assertThat(dialog(page)).isVisible();
        assertThat(page.locator("credit-check [role=status]").first()).containsText("条适用的奖惩措施");
        assertThat(page.evaluate("getComputedStyle(document.querySelector('credit-check').shadowRoot"
                        + ".querySelector('.line')).borderLeftWidth"))
                .isEqualTo("4px");
        assertThat(page.evaluate("window.violations.length")).isEqualTo(0);
    }

    @Test
    void itIsUsedWithTheKeyboardAlone() {
        var page = bidding(DemoCast.LISTED.code());
        var dialog = dialog(page);
        assertThat(dialog).isVisible();
        assertThat(dialog.getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setName("信用核查")))
                .isFocused();

        page.keyboard().press("Escape");
        assertThat(dialog).isHidden();
        var show = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("查看提示"));
        show.focus();
        page.keyboard().press("Enter");
        assertThat(dialog).isVisible();

        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        var first = dialog.locator("article").first();
        assertThat(first.locator("summary")).isFocused();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(first.getByRole(AriaRole.COMBOBOX)).isFocused();
        first.getByRole(AriaRole.COMBOBOX).selectOption("APPLIED");
        assertThat(first.getByText("必填")).hasCount(4);
        first.getByRole(AriaRole.COMBOBOX).selectOption("NOT_APPLIED");
        assertThat(first.getByText("必填")).hasCount(2);
        page.keyboard().press("Tab");
        page.keyboard().type("依据《企业信息公示暂行条例》第十八条作了考量，本次不予限制");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(first.locator("p.said[role=status]")).hasText("反馈已记录");

        page.keyboard().press("Escape");
        assertThat(show).isFocused();
        assertThat(page.evaluate("window.violations.length")).isEqualTo(0);
    }

    @Test
    void itSaysCalmlyThatNothingAppliesOrThatTheCodeIsWrong() {
        var plain = bidding(DemoCast.PLAIN.code());
        assertThat(plain.locator("credit-check [role=status]").first()).containsText("没有适用的奖惩措施");
        assertThat(dialog(plain)).isHidden();

        var wrong = bidding("91320499MAXH00002X");
        assertThat(wrong.locator("credit-check [role=status]").first()).containsText("核查没有完成");
        assertThat(wrong.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("重新核查")))
                .isVisible();
    }
}
