package org.xinheng.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.demo.DemoCast;

/**
 * Every page of portal and console, as those see it who may, without barriers of the kinds serious and critical (axe-core),
 * wide and narrow, plain and in large type with high contrast. With {@code -Dxinheng.screenshots=FOLDER} each is kept as
 * a picture to look at.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {

    private static final String ANYONE = "anyone";

    private static final List<String> OF_THE_PORTAL = List.of(
            "/",
            "/search?q=" + "常新",
            "/search?q=" + "查无此名的组织",
            "/search?q=" + "320499197909099790",
            "/subjects/" + DemoCast.LISTED.code(),
            "/subjects/" + DemoCast.PLAIN.code(),
            "/subjects/91320499MAXH00010M",
            "/sign-in?error",
            "/nothing-stands-here");

    private static final List<String> OF_THE_CONSOLE = List.of("/console", "/console/nothing-stands-here");

    /** Of thousands of rows and entries that are all alike some stand for all: axe would look at each for minutes. */
    private static final String FEWER_ROWS = """
            () => document.querySelectorAll('tbody tr:nth-child(n+21), .entry:nth-of-type(n+21)').forEach(one => one.remove())""";

    private static final String BARRIERS = """
            async () => {
              const found = await axe.run(document, {resultTypes: ['violations']});
              return found.violations
                  .filter(one => one.impact === 'serious' || one.impact === 'critical')
                  .map(one => one.id + ': ' + one.help + ' · ' + one.nodes.length + ' × '
                      + one.nodes.slice(0, 2).map(node => node.html.slice(0, 160)
                          + ' ' + (node.any[0]?.message ?? '')).join(' · '));
            }""";

    /** What stands out over the side of a narrow screen, outside boxes that scroll by themselves. */
    private static final String TOO_WIDE = """
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? []
                : [...document.querySelectorAll('body *')]
                    .filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1
                        && !one.closest('.scroll, svg'))
                    .slice(-2).map(one => 'too wide: ' + one.outerHTML.slice(0, 160))""";

    /** Names of a hundred characters and codes without a place to break, wherever a name or code may stand. */
    private static final String LONG_NAMES = """
            () => [...document.querySelectorAll('main h1, main h3, main a, main td, main dd, main li, main .code, main strong')]
                .filter(one => one.children.length === 0 && one.textContent.trim() && !one.matches('.btn, .number, caption'))
                .forEach(one => { one.textContent = '久'.repeat(50) + 'W'.repeat(50); })""";

    private static final String LINKS = """
            () => [...document.querySelectorAll('a[href]')]
                .filter(link => link.origin === location.origin && !link.hasAttribute('download'))
                .map(link => link.pathname + link.search)""";

    /** Put into a page only where its barriers are looked for: it is half a megabyte to read. */
    private static final String AXE = axe();

    private RunningDemo demo;
    private Browsers browsers;
    private final Set<String> seen = new HashSet<>();
    private final AtomicInteger pictures = new AtomicInteger();

    @BeforeAll
    void theDemoIsReady(@TempDir Path folder) throws Exception {
        demo = RunningDemo.start(folder);
        browsers = new Browsers(demo.address());
    }

    @AfterAll
    void everythingStopsCleanly() {
        if (browsers != null) {
            browsers.close();
        }
        if (demo != null) {
            demo.close();
        }
    }

    /** How a page is looked at: its layout in each way, its barriers in the two that differ most, in a soak in all. */
    private enum Look {
        WIDE(1440, true),
        NARROW(390, false),
        WIDE_PLAINER(1440, false),
        NARROW_PLAINER(390, true);

        private final int width;
        private final boolean usual;

        Look(int width, boolean usual) {
            this.width = width;
            this.usual = usual;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ANYONE,
                "credit-office",
                "credit-office-2",
                "market-regulator",
                "market-regulator-2",
                "approval",
                "auditor",
                "enterprise",
                "citizen"
            })
    void hasNoSeriousBarrier(String who) {
        var page = who.equals(ANYONE) ? browsers.anyone() : browsers.signedIn(who);
        var finder = who.equals(ANYONE) ? new PageFinder(OF_THE_PORTAL, 2) : new PageFinder(OF_THE_CONSOLE, 1);
        var faults = new ArrayList<String>();
        int visited = 0;
        for (var address = finder.next(); address.isPresent(); address = finder.next()) {
            if (open(page, address.get())) {
                visited++;
                finder.follow(strings(page.evaluate(LINKS)));
                look(page, who, address.get(), faults);
            }
        }
        page.context().close();

        assertThat(visited).isGreaterThan(2);
        assertThat(faults).isEmpty();
    }

    /** What comes back when a form was filled in wrongly, and when it was filled in well. */
    @Test
    void answersToFormsHaveNoSeriousBarrierEither() {
        var faults = new ArrayList<String>();
        var clerk = browsers.signedIn("market-regulator");
        clerk.navigate("/console/submissions/new?item=administrative-penalty");
        clerk.locator("main form button").last().click();
        look(clerk, "market-regulator", "a row with nothing in it", faults);

        var officer = browsers.signedIn("approval");
        officer.navigate("/console/check");
        officer.locator("main form button").first().click();
        look(officer, "approval", "a check of nobody", faults);

        assertThat(faults).isEmpty();
    }

    @Test
    void thePortalIsReadInEnglishWithoutBarriers() {
        var page = browsers.anyone();
        page.navigate("/");
        page.getByText("English").click();
        var faults = new ArrayList<String>();
        for (var address : List.of("/", "/lists", "/statistics", "/open-data", "/refusals", "/search?q=" + "常新")) {
            page.navigate(address);
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
            look(page, "reader", "in English " + address, faults);
        }
        assertThat(faults).isEmpty();
    }

    /** The first stop of the keyboard leads past the menus, and every stop can be seen. */
    @Test
    void theKeyboardReachesTheTextFirst() {
        var page = browsers.anyone();
        page.navigate("/lists");
        page.keyboard().press("Tab");

        assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
        assertThat(page.locator(".skip").boundingBox().x).isNotNegative();
        page.keyboard().press("Enter");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
        page.keyboard().press("Tab");
        assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");
    }

    /** False for what is no page but a file. */
    private static boolean open(Page page, String address) {
        try {
            var answer = page.navigate(address);
            var type = answer == null ? "" : answer.headerValue("content-type");
            return type != null && type.startsWith("text/html");
        } catch (PlaywrightException e) {
            if (String.valueOf(e.getMessage()).contains("Download is starting")) {
                return false;
            }
            throw e;
        }
    }

    /** Looks at the page that is open; in all ways, and for barriers, when it is the first of its kind; in a soak always. */
    private void look(Page page, String who, String address, List<String> faults) {
        boolean first = seen.add(PageFinder.kind(address));
        var looks = first ? Look.values() : new Look[] {Look.WIDE};
        for (var look : looks) {
            page.setViewportSize(look.width, 1000);
            if (look == Look.WIDE_PLAINER) {
                page.context().addCookies(List.of(cookie("text", "large"), cookie("contrast", "high")));
                page.reload();
            }
            page.evaluate(FEWER_ROWS);
            var found = new ArrayList<String>();
            if ((first && look.usual) || Boolean.getBoolean("xinheng.soak")) {
                page.evaluate(AXE);
                found.addAll(strings(page.evaluate(BARRIERS)));
            }
            if (look.width == 390) {
                found.addAll(strings(page.evaluate(TOO_WIDE)));
            }
            if (page.content().contains("??")) {
                found.add("a text that is missing");
            }
            if (page.locator("h1").count() != 1 || page.title().isBlank()) {
                found.add("not one heading, or no title");
            }
            keep(page, who, address, look);
            if (look == Look.NARROW_PLAINER) {
                // Twice as large on a usual screen, then with long names on a narrow one.
                page.setViewportSize(720, 1000);
                found.addAll(strings(page.evaluate(TOO_WIDE)));
                page.setViewportSize(look.width, 1000);
                page.evaluate(LONG_NAMES);
                found.addAll(strings(page.evaluate(TOO_WIDE)));
            }
            found.forEach(fault -> faults.add("%s %s %s: %s".formatted(who, address, look, fault)));
        }
        if (looks.length > 1) {
            page.context().addCookies(List.of(cookie("text", "usual"), cookie("contrast", "usual")));
            page.setViewportSize(Look.WIDE.width, 1000);
        }
    }

    private void keep(Page page, String who, String address, Look look) {
        var folder = System.getProperty("xinheng.screenshots");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setTimeout(90_000)
                    .setPath(Path.of(
                            folder,
                            "%03d-%s-%s-%s.png"
                                    .formatted(
                                            pictures.incrementAndGet(),
                                            who,
                                            PageFinder.kind(address).replaceAll("[^a-z0-9?=*-]+", "_"),
                                            look))));
        }
    }

    private Cookie cookie(String name, String value) {
        return new Cookie(name, value).setUrl(demo.address());
    }

    private static String axe() {
        try (var script = Objects.requireNonNull(EveryPageTest.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> strings(Object value) {
        return ((List<?>) value).stream().map(String::valueOf).toList();
    }
}
