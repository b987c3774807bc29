package org.xinheng.platform.assessment;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;
import org.xinheng.kernel.pack.AssessmentScheme;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.listing.FixtureLists;
import org.xinheng.platform.packs.NextRelease;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.packs.ReleasePack;

/** Schemes of years long past, one for each test: a year is assessed once. */
public final class FixtureSchemes {

    /** First day of the release that holds them; a Tuesday. */
    public static final LocalDate DAY = FixtureLists.DAY.plusDays(1);

    private static final int FIRST = 1990;
    private static final int LAST = 2019;
    private static final AtomicInteger NEXT = new AtomicInteger(FIRST);

    private FixtureSchemes() {}

    /** Releases them once, sets the clock to their first day, and gives a year nobody assessed. */
    public static int year(ApplicationContext context) {
        FixtureLists.release(context);
        var clock = context.getBean(SettableClock.class);
        var packs = context.getBean(Packs.class);
        clock.set(DAY);
        if (!packs.today().assessments().containsKey("fixture-" + FIRST)) {
            release(packs.today(), context.getBean(ReleasePack.class));
        }
        return NEXT.getAndIncrement();
    }

    private static void release(Pack now, ReleasePack release) {
        var model = Objects.requireNonNull(now.assessments().get("annual-2026"));
        var schemes = new LinkedHashMap<>(now.assessments());
        for (int year = FIRST; year <= LAST; year++) {
            schemes.put(
                    "fixture-" + year,
                    new AssessmentScheme(
                            "fixture-" + year,
                            model.label(),
                            year,
                            model.groups(),
                            model.indicators(),
                            model.deductions(),
                            model.bonuses(),
                            model.mostBonus(),
                            model.contestWorkingDays(),
                            model.answerWorkingDays(),
                            model.line(),
                            model.rectificationWorkingDays(),
                            model.basis(),
                            model.source(),
                            model.verified()));
        }
        NextRelease.after(now, "2027.schemes", DAY).assessments(schemes).activate(release);
    }
}
