package org.xinheng.platform.jointaction;

import java.time.Clock;
import java.time.LocalDate;
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
import org.xinheng.platform.shared.MatterId;

/** What was decided at a matter. */
@RestController
@RequestMapping("/api/v1/matters/{matter}/decisions")
class DecisionApi {

    private final ReportDecision reportDecision;
    private final Clock clock;

    DecisionApi(ReportDecision reportDecision, Clock clock) {
        this.reportDecision = reportDecision;
        this.clock = clock;
    }

    record Decision(
            CheckRequest.@Nullable Whom subject,
            @Nullable String reference,
            @Nullable LocalDate decidedOn,
            @Nullable String outcome) {

        ReportDecision.Decided decided(LocalDate today) {
            if (subject == null) {
                throw new CreditException(JointActionError.FIELD_REQUIRED, "subject");
            }
            if (decidedOn == null) {
                throw new CreditException(JointActionError.FIELD_REQUIRED, "decidedOn");
            }
            return new ReportDecision.Decided(
                    subject.asked(today),
                    CheckRequest.required(reference, "reference"),
                    decidedOn,
                    CheckRequest.required(outcome, "outcome"));
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ReportDecision.Reported report(@PathVariable MatterId matter, @RequestBody Decision decision, Actor actor) {
        return reportDecision.report(matter, decision.decided(LocalDate.now(clock)), actor);
    }
}
