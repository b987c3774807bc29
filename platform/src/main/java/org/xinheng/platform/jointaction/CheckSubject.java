package org.xinheng.platform.jointaction;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.identifier.IdentifierScan;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.AsOf;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.disclosure.Authority;
import org.xinheng.platform.disclosure.DisclosureError;
import org.xinheng.platform.listing.Listings;
import org.xinheng.platform.measure.Measures;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.CheckId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.subject.Identity;
import org.xinheng.platform.subject.Subject;
import org.xinheng.platform.subject.Subjects;
import org.xinheng.platform.vault.Vault;

/**
 * Answers what applies to a subject at a matter today (核查). It only prompts; the officer decides. The answer is on disk
 * before it leaves.
 */
@Component
public class CheckSubject {

    private final Order order;
    private final Packs packs;
    private final Measures measures;
    private final Subjects subjects;
    private final Listings listings;
    private final Prompting prompting;
    private final CheckLog log;
    private final Vault vault;
    private final IdGenerator ids;
    private final Clock clock;

    CheckSubject(
            Order order,
            Packs packs,
            Measures measures,
            Subjects subjects,
            Listings listings,
            Prompting prompting,
            CheckLog log,
            Vault vault,
            IdGenerator ids,
            Clock clock) {
        this.order = order;
        this.packs = packs;
        this.measures = measures;
        this.subjects = subjects;
        this.listings = listings;
        this.prompting = prompting;
        this.log = log;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    /** What all answers of one moment share. */
    private record Moment(AsOf asOf, Pack rules) {}

    public Answer check(Question question, Actor actor) {
        var entry = answer(question, actor, moment());
        log.append(List.of(entry));
        return entry.content().answer();
    }

    /** One line of a batch: its answer or why it has none. */
    public sealed interface Line {

        record Answered(Answer answer) implements Line {}

        record Refused(CreditException refusal) implements Line {}
    }

    /** Many questions about organisations, answered in their order and written down together. */
    public List<Line> checkAll(List<Question> questions, Actor actor) {
        var moment = moment();
        var entries = new ArrayList<CheckEntry>();
        var lines = new ArrayList<Line>();
        for (var question : questions) {
            try {
                if (question.subject().personal()) {
                    throw new CreditException(JointActionError.ORGANISATIONS_ONLY);
                }
                var entry = answer(question, actor, moment);
                entries.add(entry);
                lines.add(new Line.Answered(entry.content().answer()));
            } catch (CreditException refusal) {
                lines.add(new Line.Refused(refusal));
            }
        }
        if (!entries.isEmpty()) {
            log.append(entries);
        }
        return lines;
    }

    private Moment moment() {
        var asOf = order.now();
        return new Moment(asOf, packs.inForce(asOf));
    }

    private CheckEntry answer(Question question, Actor actor, Moment moment) {
        Permission.require(actor, Role.CHECKER);
        var matter = measures.matter(question.matter(), moment.rules());
        measures.requireOwn(actor, matter);
        var agency = moment.rules().agencies().get(actor.requiredAgency().value());
        boolean guest = agency != null && agency.guest();
        var authority = requireAuthority(question, guest);

        var asked = question.subject();
        var hash = subjects.hash(asked.identity());
        var shownId = opaque(hash, actor);
        var found = find(asked);
        // A person nobody knows takes the same way as one about whom nothing applies.
        var id = found == null ? new SubjectId(shownId) : found.id();
        var prompts = prompting.prompts(
                moment.rules(),
                listings.inForce(id, moment.asOf()),
                question.matter(),
                asked.identity().kind(),
                guest,
                moment.asOf().day());
        var answer = new Answer(
                new CheckId(ids.next()),
                outcome(asked, found, prompts),
                shown(asked, found, shownId, prompts),
                question.matter(),
                matter.label(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                moment.asOf().knownAt(),
                moment.rules().release(),
                prompts);
        var reference = question.reference();
        return new CheckEntry(
                answer.checkId(),
                actor,
                hash,
                found == null ? null : found.id(),
                new LoggedCheck.Content(
                        IdentifierScan.mask(question.purpose()),
                        reference == null ? null : IdentifierScan.mask(reference),
                        IdentifierScan.mask(question.officer()),
                        authority,
                        answer));
    }

    /** The ground of a question about a person, in one line; null for organisations. */
    private static @Nullable String requireAuthority(Question question, boolean guest) {
        if (!question.subject().personal()) {
            return null;
        }
        if (question.reference() == null || question.reference().isBlank()) {
            throw new CreditException(JointActionError.FIELD_REQUIRED, "reference");
        }
        return switch (question.authority()) {
            case null -> throw new CreditException(DisclosureError.AUTHORITY_REQUIRED);
            // No consent is kept here yet, so none can be relied on.
            case Authority.Consent _ -> throw new CreditException(DisclosureError.CONSENT_NOT_FOUND);
            case Authority.Statute statute -> {
                if (guest) {
                    throw new CreditException(DisclosureError.CONSENT_NOT_FOUND);
                }
                if (statute.basis().isBlank()) {
                    throw new CreditException(DisclosureError.AUTHORITY_REQUIRED);
                }
                yield IdentifierScan.mask(statute.basis());
            }
        };
    }

    /** Whom the question means; null when nobody here, or of a person another name. */
    private @Nullable Subject find(Asked asked) {
        var id = subjects.find(asked.identity()).orElse(null);
        if (id == null) {
            return null;
        }
        if (asked.identity() instanceof Identity.Person) {
            return subjects.get(id);
        }
        if (asked.name() != null && !subjects.isNamed(id, asked.name())) {
            if (asked.personal()) {
                return null;
            }
            throw new CreditException(JointActionError.SUBJECT_MISMATCH);
        }
        return subjects.get(id);
    }

    private static Outcome outcome(Asked asked, @Nullable Subject found, List<Prompt> prompts) {
        if (!prompts.isEmpty()) {
            return Outcome.PROMPTS;
        }
        return found == null && !asked.personal() ? Outcome.NOT_IDENTIFIED : Outcome.NO_PROMPT;
    }

    private static Answer.Shown shown(Asked asked, @Nullable Subject found, UUID shownId, List<Prompt> prompts) {
        if (asked.personal()) {
            // Only where something applies does the answer say more than the question did.
            return new Answer.Shown(
                    shownId, found == null || prompts.isEmpty() ? asked.openName() : found.name(), null);
        }
        return found == null
                ? new Answer.Shown(null, asked.openName(), asked.openCode())
                : new Answer.Shown(found.id().value(), found.name(), found.code());
    }

    /**
     * Another id for each asking agency, made from the question alone: it neither shows whether anybody is known nor lets
     * two agencies compare.
     */
    private UUID opaque(byte[] subjectHash, Actor actor) {
        var bytes = ByteBuffer.wrap(vault.hash(
                "shown-subject",
                actor.requiredAgency() + "\u0000" + HexFormat.of().formatHex(subjectHash)));
        return new UUID(
                bytes.getLong() & ~0xF000L | 0x8000L,
                bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
    }
}
