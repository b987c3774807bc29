package org.xinheng.platform.integrity;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.pack.Agency;
import org.xinheng.kernel.pack.CountedFact;
import org.xinheng.kernel.pack.Label;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.indicator.FactScope;
import org.xinheng.platform.indicator.FactSource;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.subject.Subject;
import org.xinheng.platform.subject.Subjects;

/**
 * What indicators count of the ledgers: promises due and kept, decisions with all their steps, bodies on the court's list,
 * subjects of campaigns, activities. Read from the ledgers as their pages read them, so that a figure and a page agree.
 */
@Component
class IntegrityFacts implements FactSource {

    private static final Comparator<Counted> NEWEST =
            Comparator.comparing(Counted::day).thenComparing(Counted::key).reversed();

    private final Ledgers ledgers;
    private final MajorDecisions decisions;
    private final Campaigns campaigns;
    private final Defaulters defaulters;
    private final Subjects subjects;
    private final Packs packs;
    private final Order order;

    IntegrityFacts(
            Ledgers ledgers,
            MajorDecisions decisions,
            Campaigns campaigns,
            Defaulters defaulters,
            Subjects subjects,
            Packs packs,
            Order order) {
        this.ledgers = ledgers;
        this.decisions = decisions;
        this.campaigns = campaigns;
        this.defaulters = defaulters;
        this.subjects = subjects;
        this.packs = packs;
        this.order = order;
    }

    private record Counted(AgencyId agency, LocalDate day, String key, Label words, String link) {

        String cursor() {
            return day + "~" + key;
        }
    }

    @Override
    public Set<CountedFact> facts() {
        return Set.of(
                CountedFact.PROMISES_DUE,
                CountedFact.PROMISES_KEPT,
                CountedFact.MAJOR_DECISIONS,
                CountedFact.MAJOR_DECISIONS_IN_FIVE_STEPS,
                CountedFact.GOVERNMENT_BODIES_DEFAULTING,
                CountedFact.CAMPAIGN_SUBJECTS_DUE,
                CountedFact.CAMPAIGN_SUBJECTS_SETTLED,
                CountedFact.ACTIVITIES_HELD);
    }

    private record Place(AgencyId agency, YearMonth month) {}

    @Override
    public List<Count> counts(CountedFact fact, FactScope scope) {
        var places = counted(fact, scope)
                .collect(groupingBy(
                        one -> new Place(one.agency(), YearMonth.from(one.day())),
                        () -> new TreeMap<>(Comparator.comparing(
                                        (Place place) -> place.agency().value())
                                .thenComparing(Place::month)),
                        counting()));
        return places.entrySet().stream()
                .map(place -> new Count(place.getKey().agency(), place.getKey().month(), place.getValue()))
                .toList();
    }

    @Override
    public List<Row> rows(CountedFact fact, FactScope scope, @Nullable String after, int limit) {
        var sorted = counted(fact, scope).sorted(NEWEST).toList();
        int from = 0;
        for (int i = 0; after != null && i < sorted.size(); i++) {
            if (sorted.get(i).cursor().equals(after)) {
                from = i + 1;
            }
        }
        return sorted.stream()
                .skip(from)
                .limit(limit)
                .map(one -> new Row(one.cursor(), one.agency(), one.day(), 1, one.words(), one.link()))
                .toList();
    }

    private Stream<Counted> counted(CountedFact fact, FactScope scope) {
        return all(fact, scope)
                .filter(one -> scope.covers(one.agency())
                        && !one.day().isBefore(scope.firstDay())
                        && !one.day().isAfter(scope.lastDay()));
    }

    private Stream<Counted> all(CountedFact fact, FactScope scope) {
        return switch (fact) {
            case PROMISES_DUE ->
                promises(
                        Promise.Standing.MISSED,
                        Promise.Standing.KEPT_LATE,
                        Promise.Standing.KEPT,
                        Promise.Standing.REPORTED);
            case PROMISES_KEPT -> promises(Promise.Standing.KEPT);
            case MAJOR_DECISIONS -> decisions(false);
            case MAJOR_DECISIONS_IN_FIVE_STEPS -> decisions(true);
            case GOVERNMENT_BODIES_DEFAULTING -> defaulting(scope);
            case CAMPAIGN_SUBJECTS_DUE -> campaignSubjects(false);
            case CAMPAIGN_SUBJECTS_SETTLED -> campaignSubjects(true);
            case ACTIVITIES_HELD -> activities();
            default -> throw new IllegalArgumentException("not counted here: " + fact);
        };
    }

    /** Whose last day is over; what was released in time is not asked for. Named by the document they stand in. */
    private Stream<Counted> promises(Promise.Standing... standings) {
        var today = order.today();
        var wanted = Set.of(standings);
        return ledgers.all(Promise.LEDGER, null).stream()
                .map(Promise::read)
                .filter(promise -> promise.due().isBefore(today) && wanted.contains(promise.standing(today)))
                .map(promise -> new Counted(
                        promise.agency(),
                        promise.due(),
                        promise.id().toString(),
                        words(
                                promise.content() == null
                                        ? null
                                        : promise.content().document()),
                        "/console/integrity/promises/" + promise.id()));
    }

    /** A decision is made by the collective discussion, on its day. */
    private Stream<Counted> decisions(boolean complete) {
        return ledgers.all(MajorDecision.LEDGER, null).stream()
                .map(decisions::read)
                .filter(decision -> decision.steps().containsKey(DecisionStep.COLLECTIVE_DISCUSSION)
                        && (!complete || decision.complete()))
                .map(decision -> new Counted(
                        decision.agency(),
                        madeOn(decision),
                        decision.id().toString(),
                        words(decision.title()),
                        "/console/integrity/decisions/" + decision.id()));
    }

    private static LocalDate madeOn(MajorDecision decision) {
        var made = decision.steps().get(DecisionStep.COLLECTIVE_DISCUSSION);
        if (made == null) {
            throw new IllegalStateException("not made yet: " + decision.id());
        }
        return made.on();
    }

    /** Each body once in each month in which it stood on the list. */
    private Stream<Counted> defaulting(FactScope scope) {
        var now = order.now();
        var cases = defaulters.cases(now);
        var about = subjects.get(
                cases.stream().map(DefaulterCase::subject).distinct().toList());
        return Stream.iterate(scope.from(), month -> !month.isAfter(scope.to()), month -> month.plusMonths(1))
                .filter(month -> !month.atDay(1).isAfter(now.day()))
                .flatMap(month -> cases.stream()
                        .sorted(Comparator.comparing(one -> one.listing().validFrom()))
                        .filter(one -> one.listedIn(month, now.day()) != null)
                        .collect(groupingBy(DefaulterCase::subject))
                        .values()
                        .stream()
                        .map(List::getFirst)
                        .map(one -> {
                            var content = one.listing().content();
                            return new Counted(
                                    answering(one, about.get(one.subject())),
                                    Objects.requireNonNull(one.listedIn(month, now.day())),
                                    month + " " + one.subject(),
                                    words(content == null ? null : content.document()),
                                    "/console/integrity/defaulters/" + one.id());
                        }));
    }

    /** The agency of the rules that the body is; else the government, or the credit office, of its county; else the city's. */
    private AgencyId answering(DefaulterCase one, @Nullable Subject body) {
        var agencies = packs.today().agencies().values();
        Stream<Agency> itself = body == null
                ? Stream.empty()
                : agencies.stream()
                        .filter(agency -> body.code() != null && body.code().equals(agency.creditCode())
                                || agency.label().zh().equals(body.name())
                                || agency.aliases().contains(body.name()));
        Stream<Agency> above = agencies.stream()
                .filter(agency -> agency.division().equals(one.division()))
                .sorted(Comparator.comparing(
                        (Agency agency) -> !agency.label().zh().endsWith("人民政府")));
        return Stream.concat(itself, above)
                .findFirst()
                .map(agency -> new AgencyId(agency.id()))
                .orElse(AgencyId.CREDIT_OFFICE);
    }

    /** Of campaigns whose day is over: those still to be seen to, or cleared; what lapsed or was left out is no work. */
    private Stream<Counted> campaignSubjects(boolean settled) {
        return campaigns.dueBefore(order.today()).stream()
                .flatMap(campaign -> campaign.subjects().stream()
                        .filter(found -> settled
                                ? found.state() == CampaignState.CLEARED
                                : found.open() || found.state() == CampaignState.CLEARED)
                        .map(found -> new Counted(
                                campaign.agency(),
                                Objects.requireNonNull(campaign.due()),
                                found.id().toString(),
                                words(
                                        campaign.content() == null
                                                ? null
                                                : campaign.content().title()),
                                "/console/integrity/campaigns/" + campaign.id() + "#found-" + found.id())));
    }

    private Stream<Counted> activities() {
        return ledgers.all(Activity.LEDGER, null).stream()
                .map(Activities::read)
                .filter(activity -> !activity.withdrawn())
                .map(activity -> new Counted(
                        activity.agency(),
                        activity.heldOn(),
                        activity.id().toString(),
                        words(
                                activity.content() == null
                                        ? null
                                        : activity.content().title()),
                        "/console/integrity/activities/" + activity.id()));
    }

    private static Label words(@Nullable String words) {
        return words == null ? new Label("（已删除）", "(deleted)") : new Label(words, null);
    }
}
