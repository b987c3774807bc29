package org.xinheng.e2e;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** The counter of a department without a system of its own: the console's check page and its slip. */
final class Counter {

    private Counter() {}

    /** Checks an organisation and waits for the answer. */
    static void check(Page page, String code) {
        page.navigate("/console/check");
        page.locator("#code").fill(code);
        page.locator("#purpose").fill("评标");
        page.locator("#reference").fill("CZ-2026-0117");
        page.locator("main form button.btn-primary").first().click();
        page.waitForURL("**/console/checks/*");
    }

    /** Takes the slip of the answer on the page home as a file. */
    static Path slip(Page page) {
        return page.waitForDownload(() -> page.evaluate(
                        "() => { const a = document.querySelector('a[href$=\"slip.pdf\"]'); a.removeAttribute('target');"
                                + " a.setAttribute('download', 'slip.pdf'); a.click(); }"))
                .path();
    }
}
