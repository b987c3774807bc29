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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
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

    private static final boolean SOAK = Boolean.getBoolean("xinheng.soak");

    /** Where pictures are kept; null when nobody wants them. */
    private static final @Nullable String PICTURES = System.getProperty("xinheng.screenshots");

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
            () => document.querySelectorAll('tbody tr:nth-child(n+13), .entry:nth-of-type(n+13)').forEach(one => one.remove())""";

    /** Of axe's rules those whose answer depends on the width of the window, the size of type and the contrast. */
    private static final List<String> OF_THE_LOOK = List.of(
            "color-contrast",
            "target-size",
            "scrollable-region-focusable",
            "aria-hidden-focus",
            "button-name",
            "link-name",
            "link-in-text-block",
            "summary-name");

    private static final String BARRIERS = """
            async rules => {
              const which = rules.length ? {runOnly: {type: 'rule', values: rules}} : {};
              const found = await axe.run(document, {resultTypes: ['violations'], ...which});
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

    private static final String UNFINISHED = """
            () => [
              document.documentElement.outerHTML.includes('??') && 'a text that is missing',
              document.querySelectorAll('h1').length !== 1 && 'not one heading',
              !document.title.trim() && 'no title'].filter(Boolean)""";

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

    /**
     * How a page is looked at: its layout in each way; its barriers by all rules in the first, and in the one that differs
     * most by the rules that may answer otherwise there; in a soak by all rules in all.
     */
    private enum Look {
        WIDE(1440),
        NARROW(390),
        WIDE_PLAINER(1440),
        NARROW_PLAINER(390);

        private final int width;

        Look(int width) {
            this.width = width;
        }

        /** The rules of axe that are asked; empty for all of them, none where it is not asked. */
        private Optional<List<String>> rules() {
            if (SOAK) {
                return Optional.of(List.of());
            }
            return switch (this) {
                case WIDE -> Optional.of(List.of());
                case NARROW_PLAINER -> Optional.of(OF_THE_LOOK);
                case NARROW, WIDE_PLAINER -> Optional.empty();
            };
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
        for (var next = finder.next(); next.isPresent(); next = finder.next()) {
            var address = next.get();
            if (seen.contains(PageFinder.kind(address)) && !SOAK && PICTURES == null) {
                var links = read(page, who, address, faults);
                finder.follow(links);
                visited += links.isEmpty() ? 0 : 1;
            } else if (open(page, who, address, faults)) {
                visited++;
                finder.follow(strings(page.evaluate(LINKS)));
                look(page, who, address, faults);
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
    private static boolean open(Page page, String who, String address, List<String> faults) {
        try {
            var answer = page.navigate(address);
            if (answer != null && answer.status() >= 500) {
                faults.add("%s %s: %s".formatted(who, address, answer.status()));
            }
            var type = answer == null ? "" : answer.headerValue("content-type");
            return type != null && type.startsWith("text/html");
        } catch (PlaywrightException e) {
            if (String.valueOf(e.getMessage()).contains("Download is starting")) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Reads a page of a kind that was looked at before, for its text and where it leads, without drawing it.
     *
     * @return where it leads; empty for what is no page but a file
     */
    private List<String> read(Page page, String who, String address, List<String> faults) {
        var answer = page.request().get(address);
        try {
            if (answer.status() >= 500) {
                faults.add("%s %s: %s".formatted(who, address, answer.status()));
            }
            if (!answer.headers().getOrDefault("content-type", "").startsWith("text/html")) {
                return List.of();
            }
            var html = Jsoup.parse(answer.text(), demo.address());
            if (html.outerHtml().contains("??")
                    || html.select("h1").size() != 1
                    || html.title().isBlank()) {
                faults.add("%s %s: a text that is missing, not one heading, or no title".formatted(who, address));
            }
            return html.select("a[href]:not([download])").stream()
                    .map(link -> link.absUrl("href"))
                    .filter(link -> link.startsWith(demo.address() + "/"))
                    .map(link -> link.substring(demo.address().length()))
                    .toList();
        } finally {
            answer.dispose();
        }
    }

    /** Looks at the page that is open: in all ways when it is the first of its kind. */
    private void look(Page page, String who, String address, List<String> faults) {
        var looks = seen.add(PageFinder.kind(address)) ? Look.values() : new Look[] {Look.WIDE};
        for (var look : looks) {
            page.setViewportSize(look.width, 1000);
            if (look == Look.WIDE_PLAINER) {
                page.context().addCookies(List.of(cookie("text", "large"), cookie("contrast", "high")));
                page.reload();
            }
            page.evaluate(FEWER_ROWS);
            var found = strings(page.evaluate(UNFINISHED));
            look.rules().ifPresent(rules -> {
                page.evaluate(AXE);
                found.addAll(strings(page.evaluate(BARRIERS, rules)));
            });
            if (look.width == 390) {
                found.addAll(strings(page.evaluate(TOO_WIDE)));
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
        if (PICTURES != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setTimeout(90_000)
                    .setPath(Path.of(
                            PICTURES,
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
        return ((List<?>) value).stream().map(String::valueOf).collect(Collectors.toCollection(ArrayList::new));
    }
}
