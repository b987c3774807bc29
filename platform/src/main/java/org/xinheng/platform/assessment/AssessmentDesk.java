package org.xinheng.platform.assessment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.access.AccessError;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.access.Scope;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;

/**
 * What of an assessment one may see: the credit office and auditors all of it, a county's credit office its division's from
 * the day it is shown, an agency its own from that day, and the points of all once it is published.
 */
@Component
public class AssessmentDesk {

    private final Assessments assessments;
    private final ScoreItems items;
    private final Contests contests;
    private final Packs packs;

    AssessmentDesk(Assessments assessments, ScoreItems items, Contests contests, Packs packs) {
        this.assessments = assessments;
        this.items = items;
        this.contests = contests;
        this.packs = packs;
    }

    /** Those the actor may see, the newest first. */
    public List<Assessment> all(Actor actor) {
        requireOfficer(actor);
        return assessments.all().stream()
                .filter(one -> one.isShown() || seesDrafts(actor))
                .toList();
    }

    /** Refuses with {@code ASSESSMENT_NOT_FOUND} also what is not the actor's to see yet. */
    public Assessment get(UUID id, Actor actor) {
        requireOfficer(actor);
        return assessments
                .find(id)
                .filter(one -> one.isShown() || seesDrafts(actor))
                .orElseThrow(() -> new CreditException(AssessmentError.ASSESSMENT_NOT_FOUND));
    }

    /** The scores whose details the actor may see, by agency. */
    public List<Score> scores(Assessment assessment, Actor actor) {
        var seen = Scope.of(actor, packs.today());
        return items.scores(assessment).stream()
                .filter(score -> seen.covers(score.agency()))
                .toList();
    }

    /** What every agency came to, for all to see; empty before publication. */
    public List<Score> published(Assessment assessment) {
        return assessment.isPublished() ? items.scores(assessment) : List.of();
    }

    public Score score(Assessment assessment, AgencyId agency, Actor actor) {
        return Optional.of(agency)
                .filter(Scope.of(actor, packs.today())::covers)
                .flatMap(one -> items.score(assessment, one))
                .orElseThrow(() -> new CreditException(AssessmentError.ASSESSMENT_ITEM_NOT_FOUND));
    }

    /** Contests the actor may see, oldest first. */
    public List<Contest> contests(Assessment assessment, Actor actor) {
        var seen = Scope.of(actor, packs.today());
        return contests.of(assessment.id(), null).stream()
                .filter(contest -> seen.covers(contest.agency()))
                .toList();
    }

    public Contest contest(UUID id, Actor actor) {
        requireOfficer(actor);
        return contests.find(id)
                .filter(contest -> Scope.of(actor, packs.today()).covers(contest.agency()))
                .orElseThrow(() -> new CreditException(AssessmentError.ASSESSMENT_CONTEST_NOT_FOUND));
    }

    /** Whether the actor is of the office that assesses. */
    public static boolean assesses(Actor actor) {
        return Permission.isCitysOffice(actor);
    }

    private static boolean seesDrafts(Actor actor) {
        return assesses(actor) || actor.may(Role.AUDITOR);
    }

    /** Business systems and subjects' own accounts have no business here. */
    private static void requireOfficer(Actor actor) {
        if (actor.kind() != Actor.Kind.OFFICER) {
            throw new CreditException(AccessError.NOT_PERMITTED, Role.REPORTER);
        }
    }
}
