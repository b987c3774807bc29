package org.xinheng.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One Chromium for the stories; each person in them has a window of their own. */
final class Browsers implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage");

    private final Playwright playwright;
    private final Browser browser;
    private final String address;

    Browsers(String address) {
        this.address = address;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(FLAGS));
    }

    private static Path chromium() {
        return Stream.of(System.getenv("XINHENG_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser")
                .filter(path -> path != null && !path.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no Chromium: apt-get install chromium, or name it in XINHENG_CHROMIUM"));
    }

    /** A window of somebody who did not sign in. */
    Page anyone() {
        return window().newPage();
    }

    /** A window of an officer or subject with a demo account. */
    Page signedIn(String account) {
        var page = anyone();
        page.navigate("/sign-in");
        page.getByLabel("账号").fill(account);
        page.getByLabel("密码").or(page.getByLabel("口令")).first().fill("demo");
        page.locator("main button").click();
        page.waitForURL("**/console**");
        return page;
    }

    private BrowserContext window() {
        var window = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(address)
                .setLocale("zh-CN")
                .setViewportSize(1440, 1000)
                .setAcceptDownloads(true));
        window.setDefaultTimeout(20_000);
        return window;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
