package org.xinheng.demo.population;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.xinheng.demo.DemoCast;

/**
 * What the agencies send in each Friday of the weeks before the demo's first day, so that most of it is on time.
 *
 * @param firstDay the day of the demo's first start
 */
public record Weeks(Population population, LocalDate firstDay, Map<String, String> agencies) {

    /** How many Fridays files come in. */
    public static final int COUNT = 8;

    private static final long SEED = 20_261_122;
    /** Larger files are sent in pieces. */
    private static final int MOST_ROWS = 20_000;

    private static final List<Reporter> PENALISING = List.of(
            Reporter.MARKET_REGULATOR,
            Reporter.MARKET_REGULATOR,
            Reporter.MARKET_REGULATOR,
            Reporter.HOUSING,
            Reporter.TAX,
            Reporter.ECOLOGY,
            Reporter.EMERGENCY);

    /** The Friday of a week, from 0, the earliest, to the last before the first day. */
    public LocalDate day(int week) {
        return firstDay.with(TemporalAdjusters.previous(DayOfWeek.FRIDAY)).minusWeeks(COUNT - 1L - week);
    }

    private record Draft(Party party, boolean late, boolean spoilt, boolean repeated) {}

    /** The files of that week, the same at every call. */
    public List<Delivery> deliveries(int week) {
        var rows = new Rows(SEED, agencies);
        var files = new ArrayList<Delivery>();
        addLicences(rows, week, files);
        addPenalties(rows, week, files);
        if (week == 1) {
            addCourt(rows, week, files);
        }
        if (week == 2) {
            addCertified(rows, week, files);
        }
        if (week == 3) {
            addHonours(rows, week, files);
        }
        addCommitments(rows, week, files);
        return files;
    }

    private void addLicences(Rows rows, int week, List<Delivery> files) {
        var list = new ArrayList<Map<String, String>>();
        if (week == 0) {
            for (var organisation : DemoCast.organisations()) {
                list.add(rows.licence(organisation, decided(week, 1, false), list.size() + 1));
            }
            list.add(rows.licence(DemoCast.CITIZEN, decided(week, 1, false), list.size() + 1));
        }
        collect(
                "licence",
                week,
                population.organisations(),
                1,
                1000,
                population::organisation,
                list,
                (party, day, count) -> rows.licence(party, day, count));
        collect(
                "licence-person",
                week,
                population.persons(),
                1,
                900_000,
                population::citizen,
                list,
                (party, day, count) -> rows.licence(party, day, count));
        send(files, "licence", week, Reporter.APPROVAL, "administrative-licence", list);
    }

    private void addPenalties(Rows rows, int week, List<Delivery> files) {
        for (var reporter : PENALISING.stream().distinct().toList()) {
            var list = new ArrayList<Map<String, String>>();
            if (reporter == Reporter.MARKET_REGULATOR) {
                cast(rows, week, list);
            }
            var random = random("penalty-" + reporter + week);
            int share = (int) PENALISING.stream().filter(reporter::equals).count();
            int some = Math.max(1, population.organisations() * share / PENALISING.size() / 80);
            for (int i = 0; i < some; i++) {
                var draft = draft(random, population.organisation(random.nextInt(population.organisations())));
                var severity = severity(random.nextInt(100));
                var day = decided(week, 1 + random.nextInt(5), draft.late());
                add(
                        list,
                        rows,
                        draft,
                        week,
                        rows.penalty(draft.party(), reporter, severity, day, 100_000L * (week + 1) + i));
            }
            send(files, "penalty-" + reporter.agency(), week, reporter, "administrative-penalty", list);
        }
    }

    /** Story: one listed, one half-way, one fresh. */
    private void cast(Rows rows, int week, List<Map<String, String>> list) {
        var party = switch (week) {
            case 1 -> DemoCast.LISTED;
            case COUNT - 2 -> DemoCast.PROPOSED;
            case COUNT - 1 -> DemoCast.PENALISED;
            default -> null;
        };
        if (party != null) {
            list.add(rows.penalty(
                    party, Reporter.MARKET_REGULATOR, Rows.Severity.SERIOUS, decided(week, 3, false), week + 1));
        }
    }

    private static Rows.Severity severity(int percent) {
        if (percent < 8) {
            return Rows.Severity.NONE;
        }
        if (percent < 50) {
            return Rows.Severity.MINOR;
        }
        return percent < 92 ? Rows.Severity.GENERAL : Rows.Severity.SERIOUS;
    }

    private void addCourt(Rows rows, int week, List<Delivery> files) {
        var list = new ArrayList<Map<String, String>>();
        list.add(rows.defaulter(DemoCast.DEFAULTER, decided(week, 4, false), true, 1));
        list.add(rows.defaulter(DemoCast.DEFAULTING_CITIZEN, decided(week, 4, false), true, 2));
        list.add(rows.defaulter(DemoCast.INDEBTED_BODY, decided(week, 95, false), true, 3));
        list.add(rows.defaulter(DemoCast.CLEARED_BODY, decided(week, 160, false), true, 4));
        var random = random("court");
        for (int i = 0; i < Math.max(2, population.organisations() / 70); i++) {
            boolean person = random.nextInt(3) == 0;
            var party = person
                    ? population.citizen(random.nextInt(population.persons()))
                    : population.organisation(random.nextInt(population.organisations()));
            list.add(rows.defaulter(
                    party, decided(week, 5 + random.nextInt(200), false), random.nextInt(10) > 0, 10L + i));
        }
        send(files, "court", week, Reporter.COURT, "serious-list-entry", list);
    }

    private void addCertified(Rows rows, int week, List<Delivery> files) {
        var list = new ArrayList<Map<String, String>>();
        list.add(rows.certified(DemoCast.MODEL, decided(week, 5, false), 1));
        for (int i = 0; i < population.organisations(); i += 40) {
            list.add(rows.certified(population.organisation(i), decided(week, 5, false), 10L + i));
        }
        send(files, "certified", week, Reporter.CUSTOMS, "incentive-list-entry", list);
    }

    private void addHonours(Rows rows, int week, List<Delivery> files) {
        var list = new ArrayList<Map<String, String>>();
        list.add(rows.honour(DemoCast.ACCOUNT, decided(week, 5, false), 1));
        for (int i = 5; i < population.organisations(); i += 40) {
            list.add(rows.honour(population.organisation(i), decided(week, 5, false), 10L + i));
        }
        send(files, "honour", week, Reporter.CREDIT_OFFICE, "honour", list);
    }

    private void addCommitments(Rows rows, int week, List<Delivery> files) {
        var list = new ArrayList<Map<String, String>>();
        collect(
                "commitment",
                week,
                population.organisations(),
                5,
                1000,
                population::organisation,
                list,
                (party, day, count) -> rows.commitment(party, day, count));
        send(files, "commitment", week, Reporter.APPROVAL, "credit-commitment", list);
    }

    private interface Write {
        Map<String, String> row(Party party, LocalDate decided, long count);
    }

    /** Everybody whose turn it is this week. */
    private void collect(
            String kind,
            int week,
            int count,
            int every,
            long firstNumber,
            IntFunction<? extends Party> parties,
            List<Map<String, String>> list,
            Write write) {
        var rows = new Rows(SEED, agencies);
        var random = random(kind + week);
        for (int i = week * every; i < count; i += COUNT * every) {
            var draft = draft(random, parties.apply(i));
            var day = decided(week, 1 + random.nextInt(5), draft.late());
            add(list, rows, draft, week, write.row(draft.party(), day, firstNumber + i));
        }
    }

    private Draft draft(SplittableRandom random, Party party) {
        int percent = random.nextInt(1000);
        return new Draft(party, percent < 40, percent >= 40 && percent < 55, percent >= 55 && percent < 60);
    }

    private void add(List<Map<String, String>> list, Rows rows, Draft draft, int week, Map<String, String> row) {
        list.add(draft.spoilt() ? rows.spoilt(row, day(week)) : row);
        if (draft.repeated()) {
            list.add(row);
        }
    }

    /** So many days before the files come in; what is late, forty before that. */
    private LocalDate decided(int week, int daysBefore, boolean late) {
        return day(week).minusDays(late ? daysBefore + 40L : daysBefore);
    }

    private static SplittableRandom random(String name) {
        return new SplittableRandom(SEED * 31 + name.hashCode());
    }

    private static void send(
            List<Delivery> files,
            String name,
            int week,
            Reporter reporter,
            String item,
            List<Map<String, String>> rows) {
        for (int from = 0, piece = 0; from < rows.size(); from += MOST_ROWS, piece++) {
            files.add(new Delivery(
                    "demo-" + name + "-" + week + "-" + piece,
                    reporter,
                    item,
                    rows.subList(from, Math.min(rows.size(), from + MOST_ROWS))));
        }
    }
}
