package org.xinheng.demo.story;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xinheng.demo.DemoCast;
import org.xinheng.demo.DemoClock;
import org.xinheng.demo.DemoError;
import org.xinheng.demo.population.Party;
import org.xinheng.demo.population.Population;
import org.xinheng.demo.population.Weeks;
import org.xinheng.kernel.CreditException;
import tools.jackson.databind.JsonNode;

/**
 * What officers and business systems do each Friday afternoon once the week's files are in. Determinations take their
 * steps as the days allow; business systems check before they decide, or forget to.
 */
@Component
class WeekStories {

    private static final int CHECKS_A_WEEK = 20;

    private final DeterminationStory determinations;
    private final JointActionStory jointActions;
    private final PolicyStory policies;
    private final IntegrityStory integrity;
    private final AssessmentStory assessments;
    private final DemoClock clock;

    WeekStories(
            DeterminationStory determinations,
            JointActionStory jointActions,
            PolicyStory policies,
            IntegrityStory integrity,
            AssessmentStory assessments,
            DemoClock clock) {
        this.determinations = determinations;
        this.jointActions = jointActions;
        this.policies = policies;
        this.integrity = integrity;
        this.assessments = assessments;
        this.clock = clock;
    }

    void happen(int week, Population population, PublicApi api) {
        switch (week) {
            case 1 -> determinations.proposeWithNotice(DemoCast.LISTED);
            case 2 -> {
                determinations.grantIncentive(DemoCast.MODEL);
                policies.begin();
            }
            case 3 -> policies.goOn();
            case 4 -> determinations.closeAndReview(DemoCast.LISTED);
            case 5 -> determinations.decideAndPublish(DemoCast.LISTED);
            case 6 -> {
                checkWithFeedback(api);
                determinations.proposeWithNotice(DemoCast.PROPOSED);
            }
            case 7 -> determinations.waiveStatement(DemoCast.PROPOSED);
            default -> {}
        }
        jointActions.goOn();
        if (week + 1 < Weeks.COUNT) {
            checkApplicants(week + 1, population, api);
        }
    }

    /** The day visitors see: a check whose feedback is due, and decisions with a check before them and without. */
    void happenToday(Population population, PublicApi api) {
        integrity.tell();
        assessments.tell();
        done(check(api, DemoCast.LISTED, "DEMO-ZB-0131"));
        done(check(api, DemoCast.PLAIN, "DEMO-ZB-0131"));
        decide(api, DemoCast.PLAIN, "DEMO-ZB-0131", "中标");
        for (int i = 0; i < 3; i++) {
            // Numbers that are enterprises for any size.
            decide(api, population.organisation(i), "DEMO-ZB-013" + (2 + i), "中标");
        }
    }

    /** Some of those who get a licence next week are checked this week; the licences of the others are not checked. */
    private void checkApplicants(int nextWeek, Population population, PublicApi api) {
        int checked = 0;
        for (int i = nextWeek; i < population.organisations() && checked < CHECKS_A_WEEK; i += Weeks.COUNT) {
            var applicant = population.organisation(i);
            if (!applicant.soleTrader()) {
                done(api.post(
                        "approval-system",
                        "/api/v1/checks",
                        Map.of(
                                "subject", Map.of("code", applicant.code(), "name", applicant.name()),
                                "matter", "administrative-approval",
                                "purpose", "行政许可审查",
                                "reference", "DEMO-XK-" + i,
                                "officer", "审批甲"),
                        null));
                checked++;
            }
        }
    }

    private void checkWithFeedback(PublicApi api) {
        var answer = api.read(done(check(api, DemoCast.LISTED, "DEMO-ZB-0117")));
        for (JsonNode prompt : answer.path("prompts")) {
            var feedback = new LinkedHashMap<String, Object>();
            feedback.put("promptId", prompt.path("promptId").asString());
            feedback.put("outcome", "APPLIED");
            feedback.put("reason", "经评标委员会核对，列入决定在有效期内，依法限制参加本次投标。");
            feedback.put("decidedBy", "评标组长甲");
            feedback.put("informedSubjectOn", clock.today().toString());
            feedback.put("evidence", List.of());
            done(api.post(
                    "bidding-system",
                    "/api/v1/checks/" + answer.path("checkId").asString() + "/feedback",
                    feedback,
                    null));
        }
    }

    private static PublicApi.Answer check(PublicApi api, Party.Organisation bidder, String reference) {
        return api.post(
                "bidding-system",
                "/api/v1/checks",
                Map.of(
                        "subject", Map.of("code", bidder.code(), "name", bidder.name()),
                        "matter", "construction-bidding",
                        "purpose", "评标资格审查",
                        "reference", reference,
                        "officer", "评标组长甲"),
                null);
    }

    private void decide(PublicApi api, Party.Organisation bidder, String reference, String outcome) {
        done(api.post(
                "bidding-system",
                "/api/v1/matters/construction-bidding/decisions",
                Map.of(
                        "subject",
                        Map.of("code", bidder.code()),
                        "reference",
                        reference,
                        "decidedOn",
                        clock.today().toString(),
                        "outcome",
                        outcome),
                "demo-decision-" + reference));
    }

    private static PublicApi.Answer done(PublicApi.Answer answer) {
        if (!answer.done()) {
            throw new CreditException(DemoError.LOADING_FAILED, "story", answer.status() + " " + answer.body());
        }
        return answer;
    }
}
