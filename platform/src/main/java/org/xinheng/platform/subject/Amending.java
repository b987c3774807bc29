package org.xinheng.platform.subject;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.kernel.pack.SubjectKind;
import org.xinheng.platform.audit.Change;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.vault.Opened;
import org.xinheng.platform.vault.Vault;

/** What an amendment demands of a subject, and what it writes. */
@Component
class Amending {

    private final JdbcClient jdbc;
    private final Subjects subjects;
    private final SubjectLife life;
    private final Relations relations;
    private final Vault vault;
    private final Order order;

    Amending(JdbcClient jdbc, Subjects subjects, SubjectLife life, Relations relations, Vault vault, Order order) {
        this.jdbc = jdbc;
        this.subjects = subjects;
        this.life = life;
        this.relations = relations;
        this.vault = vault;
        this.order = order;
    }

    /** Held until this transaction ends, so that a subject changes once at a time. */
    void hold(SubjectId id) {
        var held = jdbc.sql("select id from subject.subject where id = :id for update")
                .param("id", id.value())
                .query(UUID.class)
                .optional();
        if (held.isEmpty()) {
            throw new CreditException(SubjectError.SUBJECT_NOT_FOUND);
        }
    }

    /** Refuses an amendment that does not fit the subject as it stands. */
    void require(Subject subject, Amendment amendment) {
        var now = life.of(subject.id(), order.head().moment());
        switch (amendment) {
            case Amendment.Rename rename -> requireName(subject, rename);
            case Amendment.CodeChange change -> requireCode(subject, change);
            case Amendment.Continuation continuation -> {
                var company = subjects.get(continuation.other());
                fits(subject.kind() == SubjectKind.SOLE_TRADER
                        && !company.kind().personal());
            }
            case Amendment.Merge merge -> requireOne(subject, now, subjects.get(merge.other()));
            case Amendment.Split _ -> fits(now.mergedInto() != null);
            case Amendment.Closure closure ->
                fits(now.closed() == null && !closure.on().isAfter(order.today()));
            case Amendment.Reopening _ -> fits(now.closed() != null);
        }
    }

    private static void fits(boolean fitting) {
        if (!fitting) {
            throw new CreditException(SubjectError.AMENDMENT_DOES_NOT_FIT);
        }
    }

    private void requireName(Subject subject, Amendment.Rename rename) {
        if (rename.name().isBlank()) {
            throw new CreditException(SubjectError.AMENDMENT_INCOMPLETE);
        }
        fits(!rename.from().isAfter(order.today()));
        if (subject.kind() != SubjectKind.PERSON) {
            return;
        }
        var person = person(rename, clearName(subject.id()));
        if (!subjects.find(person).filter(subject.id()::equals).isPresent()) {
            throw new CreditException(SubjectError.NOT_THIS_PERSON);
        }
        subjects.find(person(rename, rename.name().strip()))
                .filter(found -> !found.equals(subject.id()))
                .ifPresent(_ -> {
                    throw new CreditException(SubjectError.ALREADY_ANOTHERS);
                });
    }

    private static Identity.Person person(Amendment.Rename rename, String name) {
        var type = rename.idType();
        var number = rename.number();
        if (type == null || number == null || number.isBlank()) {
            throw new CreditException(SubjectError.AMENDMENT_INCOMPLETE);
        }
        return new Identity.Person(type, number, name);
    }

    private void requireCode(Subject subject, Amendment.CodeChange change) {
        var code = CreditCode.parse(change.code());
        // A sole trader's code is a sole trader's; whoever becomes a company is another subject.
        if (subject.kind().personal() || code.subjectKind().personal()) {
            throw new CreditException(SubjectError.NEVER_ONE);
        }
        fits(!code.value().equals(subject.code()) && !change.from().isAfter(order.today()));
        subjects.find(new Identity.Organisation(code, ""))
                .filter(found -> !found.equals(subject.id()))
                .ifPresent(_ -> {
                    throw new CreditException(SubjectError.ALREADY_ANOTHERS);
                });
    }

    private void requireOne(Subject subject, SubjectLife.Life now, Subject other) {
        fits(!subject.id().equals(other.id()));
        boolean bothPersons = subject.kind() == SubjectKind.PERSON && other.kind() == SubjectKind.PERSON;
        boolean bothTraders = subject.kind() == SubjectKind.SOLE_TRADER && other.kind() == SubjectKind.SOLE_TRADER;
        boolean neitherPersonal = !subject.kind().personal() && !other.kind().personal();
        if (!bothPersons && !bothTraders && !neitherPersonal) {
            throw new CreditException(SubjectError.NEVER_ONE);
        }
        // One step only: whoever is one with others already is merged into the one they are.
        fits(now.group().size() == 1 && !life.isMergedAway(other.id()));
    }

    void apply(UUID amendment, SubjectId id, Amendment what, Change change) {
        switch (what) {
            case Amendment.Rename rename -> rename(id, rename, change);
            case Amendment.CodeChange code -> recode(id, code, change);
            case Amendment.Continuation continuation ->
                relations.add(new Relation(id, continuation.other(), Relation.Kind.CONTINUED_AS, amendment), change);
            case Amendment.Merge merge -> merger(id, merge.other(), true, change);
            case Amendment.Split _ -> merger(id, null, false, change);
            case Amendment.Closure closure -> closure(id, true, closure, change);
            case Amendment.Reopening _ -> closure(id, false, new Amendment.Closure(order.today()), change);
        }
    }

    private void rename(SubjectId id, Amendment.Rename rename, Change change) {
        var name = rename.name().strip();
        jdbc.sql("""
                        insert into subject.name_version (subject_id, version, name, sealed, valid_from, change_id)
                        select id, 1, name, sealed, null, change_id from subject.subject s where id = :id
                          and not exists (select 1 from subject.name_version where subject_id = s.id)
                        """).param("id", id.value()).update();
        boolean personal = subjects.get(id).kind().personal();
        var sealed = personal ? vault.seal(id.value(), name.getBytes(StandardCharsets.UTF_8)) : null;
        jdbc.sql("""
                        insert into subject.name_version (subject_id, version, name, sealed, valid_from, change_id)
                        select :id, max(version) + 1, :name, :sealed, :from, :change
                        from subject.name_version where subject_id = :id
                        """)
                .param("id", id.value())
                .param("name", personal ? null : name)
                .param("sealed", sealed)
                .param("from", rename.from())
                .param("change", change.id().value())
                .update();
        // The subject's own row holds the name borne now, for lists and searches; its history stands in the versions.
        jdbc.sql("update subject.subject set name = :name, sealed = :sealed where id = :id")
                .param("id", id.value())
                .param("name", personal ? null : name)
                .param("sealed", sealed)
                .update();
        if (!personal) {
            jdbc.sql("""
                            insert into subject.name (subject_id, name, change_id) values (:id, :name, :change)
                            on conflict do nothing
                            """)
                    .param("id", id.value())
                    .param("name", name)
                    .param("change", change.id().value())
                    .update();
        } else if (rename.idType() != null) {
            subjects.identify(id, person(rename, name));
        }
    }

    private void recode(SubjectId id, Amendment.CodeChange recode, Change change) {
        var code = CreditCode.parse(recode.code()).value();
        jdbc.sql("""
                        insert into subject.former_code (code, subject_id, until, change_id)
                        select code, id, :until, :change from subject.subject where id = :id
                        on conflict (code) do nothing
                        """)
                .param("id", id.value())
                .param("until", recode.from().minusDays(1))
                .param("change", change.id().value())
                .update();
        jdbc.sql("update subject.subject set code = :code where id = :id")
                .param("id", id.value())
                .param("code", code)
                .update();
    }

    private void merger(SubjectId id, @Nullable SubjectId into, boolean merged, Change change) {
        jdbc.sql("""
                        insert into subject.merger (subject_id, version, into_id, merged, change_id)
                        select :id, coalesce(max(version), 0) + 1,
                               coalesce(:into::uuid, (array_agg(into_id order by version desc))[1]), :merged, :change
                        from subject.merger where subject_id = :id
                        """)
                .param("id", id.value())
                .param("into", into == null ? null : into.value())
                .param("merged", merged)
                .param("change", change.id().value())
                .update();
    }

    private void closure(SubjectId id, boolean closed, Amendment.Closure closure, Change change) {
        var kind = subjects.get(id).kind() == SubjectKind.PERSON ? "DEAD" : "CANCELLED";
        jdbc.sql("""
                        insert into subject.closure (subject_id, version, closed, kind, day, change_id)
                        select :id, coalesce(max(version), 0) + 1, :closed, :kind, :day, :change
                        from subject.closure where subject_id = :id
                        """)
                .param("id", id.value())
                .param("closed", closed)
                .param("kind", kind)
                .param("day", closure.on())
                .param("change", change.id().value())
                .update();
    }

    private String clearName(SubjectId id) {
        var sealed = jdbc.sql("select sealed from subject.subject where id = :id and sealed is not null")
                .param("id", id.value())
                .query(byte[].class)
                .single();
        return vault.open(id.value(), sealed) instanceof Opened.Clear clear
                ? new String(clear.bytes(), StandardCharsets.UTF_8)
                : "";
    }
}
