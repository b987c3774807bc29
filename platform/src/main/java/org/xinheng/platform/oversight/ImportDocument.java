package org.xinheng.platform.oversight;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.policy.PolicyDocument;
import org.xinheng.kernel.policy.PolicyFile;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Changes;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.FileId;
import org.xinheng.platform.shared.PolicyDocumentId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.Written;
import org.xinheng.platform.vault.EncryptedFiles;

/** Reads a policy document in and lets the office correct what was understood, until it confirms or discards it. */
@Component
public class ImportDocument {

    private static final long LARGEST = 50L << 20;

    private final JdbcClient jdbc;
    private final PolicyDocuments documents;
    private final PolicyTasks tasks;
    private final Reissues reissues;
    private final EncryptedFiles files;
    private final Packs packs;
    private final Changes changes;
    private final IdGenerator ids;
    private final TransactionOperations transaction;

    ImportDocument(
            JdbcClient jdbc,
            PolicyDocuments documents,
            PolicyTasks tasks,
            Reissues reissues,
            EncryptedFiles files,
            Packs packs,
            Changes changes,
            IdGenerator ids,
            TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.tasks = tasks;
        this.reissues = reissues;
        this.files = files;
        this.packs = packs;
        this.changes = changes;
        this.ids = ids;
        this.transaction = transaction;
    }

    /** Stores the file sealed and reads it. What cannot be read is refused with its reason, and the file is not kept. */
    public PolicyDocumentId read(InputStream content, String fileName, Actor actor) {
        Permission.require(actor, Role.CREDIT_OFFICE);
        var file = files.store(content, LARGEST);
        try {
            var draft = draft(parse(file));
            return transaction.execute(_ -> add(file, fileName, draft, actor));
        } catch (RuntimeException e) {
            files.discard(file);
            throw e;
        }
    }

    private PolicyDocument parse(FileId file) {
        try (var content = files.open(file)) {
            return PolicyFile.read(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PolicyDocumentId add(FileId file, String fileName, Draft draft, Actor actor) {
        oneAtATime();
        documents.same(draft).ifPresent(same -> {
            throw new CreditException(OversightError.DOCUMENT_ALREADY_IMPORTED, same.name());
        });
        var id = new PolicyDocumentId(ids.next());
        documents.add(id, file, fileName, draft, actor, changes.open(actor));
        files.keep(file);
        return id;
    }

    /** Of two that import or confirm the same at once, the second must see what the first did. */
    private void oneAtATime() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('oversight.document'))")
                .query(String.class)
                .list();
    }

    private Draft draft(PolicyDocument read) {
        var names = new UnitNames(packs.today());
        var entries = read.tasks().stream()
                .map(task -> new Draft.Entry(
                        task.line(),
                        task.number(),
                        task.sectionPath(),
                        task.title(),
                        task.text(),
                        task.units().stream().map(names::find).toList(),
                        task.openEnded(),
                        task.deadline() == null ? null : task.deadline().text(),
                        task.deadline() == null ? null : task.deadline().date(),
                        null,
                        task.remark(),
                        null,
                        false))
                .toList();
        var draft = new Draft(
                read.title(),
                read.documentNumber(),
                read.issuer(),
                read.issueDate(),
                entries,
                read.groups(),
                read.safeguards(),
                read.passages(),
                read.doubts(),
                List.of());
        return reissues.linked(draft);
    }

    /** Title, number, issuer and day as the officer reads them. */
    @Transactional
    public void correctHead(
            PolicyDocumentId id,
            int version,
            @Nullable String title,
            @Nullable String number,
            @Nullable String issuer,
            @Nullable LocalDate issued,
            Actor actor) {
        var imported = inReview(id, actor);
        save(
                imported,
                version,
                imported.draft().headed(Written.words(title), Written.words(number), Written.words(issuer), issued),
                actor);
    }

    /** A task as the officer reads it; {@code index} behind the last adds one that was not recognised. */
    @Transactional
    public void correctTask(PolicyDocumentId id, int version, int index, Draft.Entry entry, Actor actor) {
        var imported = inReview(id, actor);
        if (index < 0 || index > imported.draft().tasks().size()) {
            throw new CreditException(OversightError.POLICY_TASK_NOT_FOUND, index);
        }
        Said.required(entry.text(), "text");
        if (entry.reissues() != null
                && !entry.reissues().equals(imported.draft().alike(index))) {
            throw new CreditException(OversightError.POLICY_TASK_NOT_FOUND, entry.reissues());
        }
        var rules = packs.today();
        for (var unit : entry.units()) {
            for (var agency : unit.agencies()) {
                requireKnown(agency);
            }
            if (unit.group() != null && !rules.groups().containsKey(unit.group())) {
                throw new CreditException(OversightError.UNKNOWN_AGENCY, unit.group());
            }
        }
        save(imported, version, imported.draft().corrected(index, entry), actor);
    }

    private void requireKnown(AgencyId agency) {
        if (!packs.today().agencies().containsKey(agency.value())) {
            throw new CreditException(OversightError.UNKNOWN_AGENCY, agency);
        }
    }

    @Transactional
    public void discard(PolicyDocumentId id, Actor actor) {
        var imported = inReview(id, actor);
        documents.addState(id, imported.stateVersion() + 1, DocumentState.DISCARDED, changes.open(actor));
    }

    /**
     * Links what other documents brought since this one was read, for an officer to look at before it is confirmed; how
     * many tasks that are.
     */
    @Transactional
    public int recognise(PolicyDocumentId id, int version, Actor actor) {
        oneAtATime();
        var imported = inReview(id, actor);
        var linked = reissues.linked(imported.draft());
        int found = Reissues.count(linked) - Reissues.count(imported.draft());
        if (found > 0) {
            save(imported, version, linked, actor);
        }
        return found;
    }

    /**
     * Its tasks are in work from now on; how many there are. Fails where somebody corrected it after {@code version}, and
     * where another document brought some of its tasks meanwhile that nobody looked at: see {@link #recognise}.
     */
    @Transactional
    public int confirm(PolicyDocumentId id, int version, Actor actor) {
        oneAtATime();
        var imported = inReview(id, actor);
        if (imported.version() != version) {
            throw new CreditException(OversightError.DRAFT_CHANGED_MEANWHILE, id);
        }
        var kept = imported.draft().kept();
        if (kept.isEmpty()) {
            throw new CreditException(OversightError.NO_TASK_TO_CONFIRM);
        }
        int unseen = Reissues.count(reissues.linked(imported.draft())) - Reissues.count(imported.draft());
        if (unseen > 0) {
            throw new CreditException(OversightError.TASKS_IN_WORK_MEANWHILE, unseen);
        }
        var change = changes.open(actor);
        documents.addState(id, imported.stateVersion() + 1, DocumentState.CONFIRMED, change);
        tasks.begin(id, kept, actor.requiredAgency(), change);
        return kept.size();
    }

    private PolicyDocuments.Imported inReview(PolicyDocumentId id, Actor actor) {
        Permission.require(actor, Role.CREDIT_OFFICE);
        var imported = documents.get(id);
        Permission.requireAgency(actor, imported.owner());
        if (imported.state() != DocumentState.IN_REVIEW) {
            throw new CreditException(OversightError.DOCUMENT_NOT_IN_REVIEW, id);
        }
        return imported;
    }

    private void save(PolicyDocuments.Imported imported, int version, Draft draft, Actor actor) {
        if (imported.version() != version) {
            throw new CreditException(OversightError.DRAFT_CHANGED_MEANWHILE, imported.id());
        }
        documents.addDraft(imported.id(), version + 1, draft, changes.open(actor));
    }
}
