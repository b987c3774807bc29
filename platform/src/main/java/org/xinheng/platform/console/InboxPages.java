package org.xinheng.platform.console;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.xinheng.platform.casework.CaseKind;
import org.xinheng.platform.casework.CloseCase;
import org.xinheng.platform.casework.Inbox;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.CaseId;
import org.xinheng.platform.subject.Subject;
import org.xinheng.platform.subject.Subjects;

/** What an officer has to do (待办). */
@Controller
@RequestMapping("/console/inbox")
class InboxPages {

    private static final int LIMIT = 200;

    private final Inbox inbox;
    private final CloseCase closeCase;
    private final Subjects subjects;

    InboxPages(Inbox inbox, CloseCase closeCase, Subjects subjects) {
        this.inbox = inbox;
        this.closeCase = closeCase;
        this.subjects = subjects;
    }

    /** A case with whom it is about and where it is handled. */
    record Entry(Inbox.Line line, @Nullable Subject subject, String address, boolean closable) {}

    @GetMapping
    String inbox(Actor actor, Model model) {
        var lines = inbox.of(actor, LIMIT);
        var about = subjects.get(lines.stream()
                .map(Inbox.Line::subject)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        List<Entry> entries = lines.stream()
                .map(line -> new Entry(
                        line,
                        line.subject() == null ? null : about.get(line.subject()),
                        address(line),
                        line.kind() == CaseKind.INCENTIVE_CONFLICT))
                .toList();
        model.addAttribute("entries", entries);
        model.addAttribute("full", lines.size() == LIMIT);
        model.addAttribute("limit", LIMIT);
        return "console/inbox";
    }

    @PostMapping("/{id}/closing")
    String close(@PathVariable UUID id, Actor actor) {
        closeCase.close(new CaseId(id), actor);
        return "redirect:/console/inbox";
    }

    private static String address(Inbox.Line line) {
        return switch (line.kind()) {
            case RETURN_TO_MEND, RETURN_TO_SETTLE -> "/console/returns/" + line.reference();
            case RECORD_WITHDRAWAL -> "/console/records/" + line.reference();
            case DETERMINATION_CROSS_CHECK,
                    DETERMINATION_NOTICE,
                    DETERMINATION_STATEMENT,
                    DETERMINATION_HEARING,
                    DETERMINATION_PUBLIC_NOTICE,
                    DETERMINATION_REVIEW,
                    DETERMINATION_DECISION,
                    DETERMINATION_SERVICE,
                    DETERMINATION_PUBLICATION -> "/console/determinations/" + line.reference();
            case INCENTIVE_CONFLICT, RECEIVED_LISTING_NOTICE, LISTING_END_DECISION ->
                "/console/listings/" + line.reference();
            case LIST_RULES -> "/console/lists/rules/" + line.reference();
            case SUBJECT_AMENDMENT -> "/console/subjects/amendments/" + line.reference();
            case JOINT_ACTION_RESPONSE, JOINT_ACTION_EXECUTION, JOINT_ACTION_FEEDBACK, JOINT_ACTION_CHASED ->
                "/console/joint-actions/" + line.reference();
            case HONOUR_REVIEW -> "/console/joint-actions/honours#review-" + line.reference();
            case ASSESSMENT_CONTEST -> "/console/assessments/contests/" + line.reference();
            case ASSESSMENT_DRAFT, ASSESSMENT_SHOWN, ASSESSMENT_DECISION, ASSESSMENT_PUBLICATION, ASSESSMENT_CLOSING ->
                "/console/assessments/" + line.reference();
            case POLICY_TASK, POLICY_REPORT_REVIEW -> "/console/tasks/parts/" + line.reference();
            case POLICY_EXTENSION -> "/console/tasks/extensions/" + line.reference();
            case POLICY_QUESTION -> "/console/tasks/questions/" + line.reference();
            case POLICY_CIRCULAR -> "/console/tasks/circulars/" + line.reference();
            case FORWARDING, FORWARDING_WITHDRAWAL ->
                "/console/joint-actions/forwardings#forwarding-" + line.reference();
            case GOVERNMENT_PROMISE, GOVERNMENT_PROMISE_REVIEW -> "/console/integrity/promises/" + line.reference();
            case GOVERNMENT_DEFAULTER -> "/console/integrity/defaulters/" + line.reference();
        };
    }
}
