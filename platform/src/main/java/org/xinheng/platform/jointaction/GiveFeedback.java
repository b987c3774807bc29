package org.xinheng.platform.jointaction;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.identifier.IdentifierScan;
import org.xinheng.kernel.pack.Nature;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.CheckId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.Written;
import org.xinheng.platform.vault.SealedContent;

/**
 * Takes what an officer did with a prompt. People decide: a restraint that was applied names who decided, why, and when
 * the subject was told.
 */
@Component
public class GiveFeedback {

    private final Checks checks;
    private final Feedbacks feedbacks;
    private final Changes changes;
    private final Order order;
    private final SealedContent contents;
    private final IdGenerator ids;
    private final JdbcClient jdbc;

    GiveFeedback(
            Checks checks,
            Feedbacks feedbacks,
            Changes changes,
            Order order,
            SealedContent contents,
            IdGenerator ids,
            JdbcClient jdbc) {
        this.checks = checks;
        this.feedbacks = feedbacks;
        this.changes = changes;
        this.order = order;
        this.contents = contents;
        this.ids = ids;
        this.jdbc = jdbc;
    }

    /** What the officer says. */
    public record Given(
            UUID promptId,
            Feedback.Outcome outcome,
            @Nullable String reason,
            @Nullable String decidedBy,
            @Nullable LocalDate informedSubjectOn,
            List<String> evidence) {}

    /** The same once more changes nothing; something else corrects what was said before. */
    @Transactional
    public void give(CheckId id, Given given, Actor actor) {
        Permission.require(actor, Role.CHECKER);
        var check = checks.get(id, actor);
        Permission.requireAgency(actor, check.agency());
        var prompt = CheckApi.answer(check).prompts().stream()
                .filter(candidate -> candidate.promptId().equals(given.promptId()))
                .findFirst()
                .orElseThrow(() -> new CreditException(JointActionError.PROMPT_NOT_FOUND, given.promptId()));
        require(prompt, given);
        var subject = check.subject();
        if (subject == null) {
            throw new IllegalStateException("prompts about nobody: " + id);
        }
        var content = new Feedback.Content(
                Written.words(given.reason()),
                Written.words(given.decidedBy()),
                given.evidence().stream().map(IdentifierScan::mask).toList());
        var before = feedbacks.of(id).get(given.promptId());
        if (before != null
                && before.outcome() == given.outcome()
                && content.equals(before.content())
                && Objects.equals(before.informedSubjectOn(), given.informedSubjectOn())) {
            return;
        }
        var change = changes.open(actor);
        var own = ids.next();
        jdbc.sql("""
                        insert into jointaction.feedback
                            (month, check_id, prompt_id, version, id, change_id, outcome, informed_on, content)
                        values (:month, :check, :prompt, :version, :id, :change, :outcome, :informed, :content)
                        """)
                .param("month", CheckEntry.month(id))
                .param("check", id.value())
                .param("prompt", given.promptId())
                .param("version", before == null ? 1 : before.version() + 1)
                .param("id", own)
                .param("change", change.id().value())
                .param("outcome", given.outcome().name())
                .param("informed", given.informedSubjectOn())
                .param("content", contents.seal(own, content))
                .update();
        change.publish(new FeedbackGiven(
                subject,
                id,
                given.promptId(),
                prompt.because().listing(),
                prompt.measure(),
                check.matter(),
                check.agency(),
                given.outcome(),
                given.informedSubjectOn()));
    }

    private void require(Prompt prompt, Given given) {
        boolean applied = given.outcome() != Feedback.Outcome.NOT_APPLIED;
        if (applied
                && prompt.adverse()
                && (isBlank(given.reason()) || isBlank(given.decidedBy()) || given.informedSubjectOn() == null)) {
            throw new CreditException(JointActionError.DECISION_INCOMPLETE);
        }
        if (!applied && prompt.nature() == Nature.MANDATORY && isBlank(given.reason())) {
            throw new CreditException(JointActionError.REASON_REQUIRED);
        }
        var informed = given.informedSubjectOn();
        if (informed != null && informed.isAfter(order.today())) {
            throw new CreditException(JointActionError.DAY_IN_FUTURE, informed);
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
