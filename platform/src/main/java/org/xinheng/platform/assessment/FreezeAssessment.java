package org.xinheng.platform.assessment;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.audit.VerifyChain;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.Digest;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.vault.Opened;
import org.xinheng.platform.vault.Vault;
import tools.jackson.databind.json.JsonMapper;

/**
 * Freezes an assessment and proves later that it is what it was: all it holds, written anew from its rows, has the digest
 * that stands in the order of facts, and the chain of that order is whole.
 */
@Component
public class FreezeAssessment {

    private final JdbcClient jdbc;
    private final Assessments assessments;
    private final ScoreItems items;
    private final Contests contests;
    private final Vault vault;
    private final Order order;
    private final VerifyChain chain;
    private final JsonMapper json;

    FreezeAssessment(
            JdbcClient jdbc,
            Assessments assessments,
            ScoreItems items,
            Contests contests,
            Vault vault,
            Order order,
            VerifyChain chain,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.assessments = assessments;
        this.items = items;
        this.contests = contests;
        this.vault = vault;
        this.order = order;
        this.chain = chain;
        this.json = json;
    }

    /**
     * What a verification found.
     *
     * @param digest as it stands in the order of facts; null where there is no such fact
     * @param found of what the rows hold now
     * @param kept of the text that was kept at closing; null where it was deleted
     * @param chainFaults faults of the whole chain
     */
    public record Verification(
            @Nullable Digest digest, Digest found, @Nullable Digest kept, int chainFaults) {

        public boolean isWhole() {
            return digest != null && digest.equals(found) && digest.equals(kept) && chainFaults == 0;
        }
    }

    void freeze(Assessment closed, Change change) {
        var content = content(closed);
        var digest = Digest.of(content);
        jdbc.sql("""
                        insert into assessment.closing (assessment_id, digest, content, change_id)
                        values (:id, :digest, :content, :change)
                        """)
                .param("id", closed.id())
                .param("digest", digest.value())
                .param("content", vault.seal(closed.id(), content))
                .param("change", change.id().value())
                .update();
        change.publish(new AssessmentClosed(closed.id(), closed.year(), closed.version(), digest));
    }

    /** The digest that was kept at closing; empty while it is open. */
    public Optional<Digest> digest(UUID id) {
        return jdbc.sql("select digest from assessment.closing where assessment_id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(Digest::new);
    }

    /** Proves a closed assessment, or says what does not fit; empty while it is open. */
    public Optional<Verification> verify(UUID id, Actor actor) {
        if (!actor.may(Role.AUDITOR)) {
            Permission.require(actor, Role.CREDIT_OFFICE);
        }
        return assessments
                .find(id)
                .filter(one -> one.state() == AssessmentState.CLOSED)
                .map(closed -> new Verification(
                        fact(id),
                        Digest.of(content(closed)),
                        kept(id),
                        chain.verify().faults().size()));
    }

    private byte[] content(Assessment assessment) {
        return AssessmentContent.of(
                        assessment,
                        items.scores(assessment),
                        items.history(assessment.id()),
                        contests.of(assessment.id(), null))
                .canonical();
    }

    private @Nullable Digest fact(UUID id) {
        return order.of(id).stream()
                .filter(entry -> entry.type().equals("AssessmentClosed"))
                .map(Order.Entry::content)
                .filter(content -> content != null)
                .map(content -> json.readValue(content, AssessmentClosed.class).digest())
                .findFirst()
                .orElse(null);
    }

    private @Nullable Digest kept(UUID id) {
        return jdbc.sql("select content from assessment.closing where assessment_id = :id")
                .param("id", id)
                .query(byte[].class)
                .optional()
                .map(content -> vault.open(id, content))
                .map(opened -> opened instanceof Opened.Clear clear ? Digest.of(clear.bytes()) : null)
                .orElse(null);
    }
}
