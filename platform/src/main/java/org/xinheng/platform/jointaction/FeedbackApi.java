package org.xinheng.platform.jointaction;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.CheckId;

/** Feedback (反馈) on the prompts of one's own check. */
@RestController
@RequestMapping("/api/v1/checks/{check}/feedback")
class FeedbackApi {

    private final GiveFeedback giveFeedback;

    FeedbackApi(GiveFeedback giveFeedback) {
        this.giveFeedback = giveFeedback;
    }

    record Said(
            @Nullable UUID promptId,
            Feedback.@Nullable Outcome outcome,
            @Nullable String reason,
            @Nullable String decidedBy,
            @Nullable LocalDate informedSubjectOn,
            @Nullable List<String> evidence) {

        GiveFeedback.Given given() {
            if (promptId == null) {
                throw new CreditException(JointActionError.FIELD_REQUIRED, "promptId");
            }
            if (outcome == null) {
                throw new CreditException(JointActionError.FIELD_REQUIRED, "outcome");
            }
            return new GiveFeedback.Given(
                    promptId, outcome, reason, decidedBy, informedSubjectOn, evidence == null ? List.of() : evidence);
        }
    }

    record Taken(CheckId checkId, UUID promptId, Feedback.Outcome outcome) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Taken give(@PathVariable CheckId check, @RequestBody Said said, Actor actor) {
        var given = said.given();
        giveFeedback.give(check, given, actor);
        return new Taken(check, given.promptId(), given.outcome());
    }
}
