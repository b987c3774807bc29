package org.xinheng.demo.story;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.xinheng.demo.DemoClock;
import org.xinheng.demo.DemoError;
import org.xinheng.demo.DemoFolder;
import org.xinheng.demo.population.Delivery;
import org.xinheng.demo.population.Weeks;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.Item;
import org.xinheng.platform.packs.Packs;

/**
 * Lets the weeks before the first day go by: each Friday the agencies' systems send their files to the public intake, and
 * then the week's stories happen. Everything is keyed, so that a start killed half-way goes on where it stood.
 */
@Component
public class LoadCity {

    private static final Logger LOG = LoggerFactory.getLogger(LoadCity.class);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(15, 0);

    private final OpenAccounts accounts;
    private final WeekStories stories;
    private final Packs packs;
    private final DemoClock clock;

    LoadCity(OpenAccounts accounts, WeekStories stories, Packs packs, DemoClock clock) {
        this.accounts = accounts;
        this.stories = stories;
        this.packs = packs;
        this.clock = clock;
    }

    /** What became of all rows. */
    private record Counts(long rows, long accepted, long refused, long late) {

        Counts plus(Counts more) {
            return new Counts(rows + more.rows, accepted + more.accepted, refused + more.refused, late + more.late);
        }
    }

    /** Loads what is not loaded yet. */
    public void load(DemoFolder folder, PublicApi api) {
        if (folder.loaded()) {
            return;
        }
        accounts.openAgencies();
        var agencies = new HashMap<String, String>();
        packs.today()
                .agencies()
                .forEach((id, agency) -> agencies.put(id, agency.label().zh()));
        var weeks = new Weeks(folder.population(), folder.firstDay(), agencies);
        var total = new Counts(0, 0, 0, 0);
        for (int week = 0; week < Weeks.COUNT; week++) {
            clock.reach(weeks.day(week), MORNING);
            total = total.plus(deliver(weeks.deliveries(week), api));
            if (week == 0) {
                accounts.openSubjects();
            }
            clock.reach(weeks.day(week), AFTERNOON);
            stories.happen(week, folder.population(), api);
            LOG.info("{} · {} rows, {} accepted", weeks.day(week), total.rows(), total.accepted());
        }
        clock.catchUp();
        stories.happenToday(folder.population(), api);
        folder.setLoaded();
        LOG.info(
                "loaded {} rows: {} accepted, {} refused, {} late",
                total.rows(),
                total.accepted(),
                total.refused(),
                total.late());
    }

    private Counts deliver(List<Delivery> deliveries, PublicApi api) {
        var total = new Counts(0, 0, 0, 0);
        Map<String, Item> items = packs.today().items();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Counts>>();
            for (var delivery : deliveries) {
                var layout = Objects.requireNonNull(items.get(delivery.item()), delivery.item());
                running.add(senders.submit(() -> deliver(delivery, layout, api)));
            }
            for (var one : running) {
                total = total.plus(one.get());
            }
            return total;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof CreditException refusal ? refusal : new IllegalStateException(e.getCause());
        }
    }

    private Counts deliver(Delivery delivery, Item layout, PublicApi api) throws InterruptedException {
        var client = delivery.reporter().client();
        var answer = api.submit(client, delivery.item(), delivery.key(), delivery.file(layout));
        var location = answer.location();
        if (!answer.done() || location == null) {
            throw new CreditException(DemoError.LOADING_FAILED, delivery.key(), answer.status() + " " + answer.body());
        }
        var path = URI.create(location).getPath();
        while (true) {
            var state = api.read(api.get(client, path));
            switch (state.path("state").asString()) {
                case "ACCEPTED" -> {
                    return new Counts(
                            state.path("rows").asLong(),
                            state.path("accepted").asLong(),
                            state.path("refused").asLong(),
                            state.path("late").asLong());
                }
                case "RECEIVED", "CHECKING" -> Thread.sleep(PAUSE);
                case String other ->
                    throw new CreditException(
                            DemoError.LOADING_FAILED,
                            delivery.key(),
                            other + " " + state.path("reason").path("detail").asString("") + " "
                                    + firstFinding(api, client, path));
            }
        }
    }

    /** Of fictional rows, so that it may be shown. */
    private static String firstFinding(PublicApi api, String client, String path) {
        return api.get(client, path + "/findings.csv")
                .body()
                .lines()
                .skip(1)
                .findFirst()
                .orElse("");
    }
}
