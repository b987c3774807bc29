package org.xinheng.platform.assessment;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.pack.AssessmentScheme;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.indicator.FactScope;
import org.xinheng.platform.indicator.Figure;
import org.xinheng.platform.indicator.Indicators;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;

/**
 * Drafts a year's assessment by the scheme in force: the platform computes what it measures, the credit office takes and
 * adds points by hand, each with reason and evidence. A closed one is opened again as a new version.
 */
@Component
public class DraftAssessment {

    private final Assessments assessments;
    private final ScoreItems items;
    private final Indicators indicators;
    private final AssessmentCases cases;
    private final Packs packs;
    private final Order order;
    private final Changes changes;
    private final IdGenerator ids;

    DraftAssessment(
            Assessments assessments,
            ScoreItems items,
            Indicators indicators,
            AssessmentCases cases,
            Packs packs,
            Order order,
            Changes changes,
            IdGenerator ids) {
        this.assessments = assessments;
        this.items = items;
        this.indicators = indicators;
        this.cases = cases;
        this.packs = packs;
        this.order = order;
        this.changes = changes;
        this.ids = ids;
    }

    /** Drafts a year that was not drafted yet; may be done while the year runs, to see how it goes. */
    @Transactional
    public UUID draft(int year, Actor actor) {
        Permission.requireCitysOffice(actor);
        var rules = packs.today();
        var scheme = rules.assessments().values().stream()
                .filter(one -> one.year() == year)
                .findFirst()
                .orElseThrow(
                        () -> new CreditException(AssessmentError.ASSESSMENT_SCHEME_NOT_FOUND, String.valueOf(year)));
        assessments.holdYear(year);
        if (assessments.newest(year).isPresent()) {
            throw new CreditException(AssessmentError.ASSESSMENT_EXISTS, String.valueOf(year));
        }
        var change = changes.open(actor);
        var measured = scheme.indicators().stream()
                .map(one -> Objects.requireNonNull(rules.indicators().get(one.indicator()), "lint knows them all"))
                .toList();
        var drafted = new Assessment(
                ids.next(),
                year,
                1,
                actor.id(),
                order.today(),
                new Assessment.Rules(scheme, measured),
                null,
                List.of());
        assessments.add(drafted, change);
        compute(drafted, assessed(scheme, rules), change);
        cases.drafted(drafted, change);
        change.publish(new AssessmentDrafted(drafted.id(), year, 1, false));
        return drafted.id();
    }

    /** Counts anew while it is a draft; what was changed by a contest stays. */
    @Transactional
    public void computeAgain(UUID id, Actor actor) {
        var drafted = requireDraft(id, actor);
        var change = changes.open(actor);
        compute(drafted, assessed(drafted.rules().scheme(), packs.today()), change);
        change.publish(new AssessmentDrafted(id, drafted.year(), drafted.version(), true));
    }

    /**
     * Takes or adds points by hand, or says them anew; none takes them back.
     *
     * @param reason of the scheme
     * @param why what happened
     * @param evidence where it is shown: a document's number, an address
     */
    @Transactional
    public void adjust(
            UUID id,
            AgencyId agency,
            ScoreKind kind,
            String reason,
            BigDecimal points,
            @Nullable String why,
            @Nullable String evidence,
            Actor actor) {
        var drafted = requireDraft(id, actor);
        var scheme = drafted.rules().scheme();
        var adjustment = (kind == ScoreKind.DEDUCTION ? scheme.deductions() : scheme.bonuses())
                .stream()
                        .filter(one -> one.id().equals(reason) && kind != ScoreKind.INDICATOR)
                        .findFirst()
                        .orElseThrow(() -> new CreditException(AssessmentError.ASSESSMENT_ITEM_NOT_FOUND));
        if (items.score(drafted, agency).isEmpty()) {
            throw new CreditException(AssessmentError.ASSESSMENT_ITEM_NOT_FOUND);
        }
        requirePoints(points, adjustment.most());
        var said = Words.written(why) + "\n" + Words.written(evidence);
        var change = changes.open(actor);
        items.set(
                id,
                new ScoreItems.Setting(
                        agency,
                        kind,
                        reason,
                        ScoreItem.Cause.BY_HAND,
                        null,
                        adjustment.most(),
                        points.setScale(2),
                        said),
                order.today(),
                change);
        change.publish(new AssessmentAdjusted(id, agency, kind));
    }

    /** Opens a closed assessment again: the next version begins as a draft with what the closed one held. */
    @Transactional
    public UUID reopen(UUID id, @Nullable String reason, Actor actor) {
        Permission.requireCitysOffice(actor);
        var said = Words.written(reason);
        var closed = assessments.hold(id);
        assessments.holdYear(closed.year());
        var newest = assessments.newest(closed.year()).orElseThrow();
        if (closed.state() != AssessmentState.CLOSED || newest.version() != closed.version()) {
            throw new CreditException(AssessmentError.ASSESSMENT_STEP_SKIPPED);
        }
        var change = changes.open(actor);
        var again = new Assessment(
                ids.next(),
                closed.year(),
                closed.version() + 1,
                actor.id(),
                order.today(),
                closed.rules(),
                said,
                List.of());
        assessments.add(again, change);
        items.scores(closed).stream()
                .flatMap(score -> score.items().stream())
                .forEach(item -> items.set(
                        again.id(),
                        new ScoreItems.Setting(
                                item.agency(),
                                item.kind(),
                                item.key(),
                                item.cause(),
                                item.figure(),
                                item.most(),
                                item.points(),
                                item.said()),
                        order.today(),
                        change));
        cases.drafted(again, change);
        change.publish(new AssessmentDrafted(again.id(), again.year(), again.version(), false));
        return again.id();
    }

    static void requirePoints(BigDecimal points, int most) {
        if (points.signum() < 0
                || points.compareTo(BigDecimal.valueOf(most)) > 0
                || points.stripTrailingZeros().scale() > 2) {
            throw new CreditException(AssessmentError.ASSESSMENT_POINTS_OUT_OF_RANGE, most);
        }
    }

    private Assessment requireDraft(UUID id, Actor actor) {
        Permission.requireCitysOffice(actor);
        var drafted = assessments.hold(id);
        if (drafted.state() != AssessmentState.DRAFT) {
            throw new CreditException(AssessmentError.ASSESSMENT_STEP_SKIPPED);
        }
        return drafted;
    }

    /** The agencies of the scheme's groups that exist; the office that assesses does not assess itself. */
    private static Set<AgencyId> assessed(AssessmentScheme scheme, Pack rules) {
        var last = YearMonth.of(scheme.year(), 12).atEndOfMonth();
        var found = new LinkedHashSet<AgencyId>();
        for (var group : scheme.groups()) {
            for (var member : Objects.requireNonNull(rules.groups().get(group)).members()) {
                var agency = Objects.requireNonNull(rules.agencies().get(member));
                boolean exists = agency.until() == null || !agency.until().isBefore(last);
                if (exists && !agency.guest() && !member.equals(AgencyId.CREDIT_OFFICE.value())) {
                    found.add(new AgencyId(member));
                }
            }
        }
        return found;
    }

    private void compute(Assessment assessment, Set<AgencyId> agencies, Change change) {
        var scope = new FactScope(assessment.firstMonth(), assessment.lastMonth(), agencies);
        for (var measured : assessment.rules().scheme().indicators()) {
            var indicator = assessment.rules().indicator(measured.indicator());
            Map<AgencyId, Figure> figures = new HashMap<>();
            indicators
                    .lines(indicator, scope)
                    .forEach(line -> figures.merge(line.agency(), line.figure(), Figure::plus));
            boolean counted = indicators.isMeasured(indicator);
            for (var agency : agencies) {
                var before = items.find(assessment.id(), agency, ScoreKind.INDICATOR, indicator.id());
                if (before.filter(item -> item.cause() == ScoreItem.Cause.CONTEST)
                        .isPresent()) {
                    continue;
                }
                var figure = counted ? figures.getOrDefault(agency, Indicators.none(indicator)) : null;
                var value = figure == null ? null : figure.value();
                if (before.filter(item -> Objects.equals(item.figure(), figure)).isPresent()) {
                    continue;
                }
                items.set(
                        assessment.id(),
                        new ScoreItems.Setting(
                                agency,
                                ScoreKind.INDICATOR,
                                indicator.id(),
                                ScoreItem.Cause.COMPUTED,
                                figure,
                                measured.points(indicator),
                                value == null ? null : measured.points(indicator, value),
                                null),
                        order.today(),
                        change);
            }
        }
    }
}
