package org.xinheng.platform.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.item.Finding;
import org.xinheng.kernel.pack.FieldRole;
import org.xinheng.kernel.pack.Item;
import org.xinheng.kernel.pack.ItemKind;
import org.xinheng.kernel.pack.Label;
import org.xinheng.platform.catalogue.Catalogue;
import org.xinheng.platform.console.PersonDoor.Grounds;
import org.xinheng.platform.intake.CorrectRecord;
import org.xinheng.platform.intake.OwnRecords;
import org.xinheng.platform.intake.WithdrawRecord;
import org.xinheng.platform.intake.WithdrawalCause;
import org.xinheng.platform.intake.Withdrawals;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.record.RecordState;
import org.xinheng.platform.record.StoredRecord;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.subject.Subjects;

/** The records an agency answers for: to look at, correct, take back (本单位信息). */
@Controller
@RequestMapping("/console/records")
class RecordPages {

    private static final int PAGE = 30;
    private static final String HANDLING = "办理本单位信息";

    /** What makes a record the one it is: not to be changed by a correction. */
    private static final List<FieldRole> KEY = List.of(
            FieldRole.DOCUMENT_NUMBER,
            FieldRole.DECIDED_ON,
            FieldRole.AUTHORITY_NAME,
            FieldRole.AUTHORITY_CODE,
            FieldRole.SUBJECT_CREDIT_CODE,
            FieldRole.SUBJECT_CATEGORY);

    private final OwnRecords own;
    private final CorrectRecord correct;
    private final WithdrawRecord withdraw;
    private final Withdrawals withdrawals;
    private final Catalogue catalogue;
    private final Subjects subjects;
    private final RowForm rowForm;
    private final RefusalWords refusalWords;
    private final IdGenerator ids;
    private final PersonDoor door;
    private final Packs packs;

    RecordPages(
            OwnRecords own,
            CorrectRecord correct,
            WithdrawRecord withdraw,
            Withdrawals withdrawals,
            Catalogue catalogue,
            Subjects subjects,
            RowForm rowForm,
            RefusalWords refusalWords,
            IdGenerator ids,
            PersonDoor door,
            Packs packs) {
        this.own = own;
        this.correct = correct;
        this.withdraw = withdraw;
        this.withdrawals = withdrawals;
        this.catalogue = catalogue;
        this.subjects = subjects;
        this.rowForm = rowForm;
        this.refusalWords = refusalWords;
        this.ids = ids;
        this.door = door;
        this.packs = packs;
    }

    /** A line of the list; of persons only the document number stands here. */
    record Line(
            StoredRecord record,
            String documentNumber,
            @Nullable String subject) {}

    /** A value of a record under the name of its column. */
    record Value(Label label, String value) {}

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable ItemId item,
            @RequestParam(required = false) @Nullable String document,
            @RequestParam(required = false) @Nullable RecordId after,
            Actor actor,
            Model model) {
        var shown = item == null || item.value().isBlank() ? firstItem() : item;
        boolean searched = document != null && !document.isBlank();
        var found = searched
                ? own.byDocumentNumber(String.valueOf(document), actor)
                : own.list(shown, after, PAGE + 1, actor);
        var page = searched ? found : found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("lines", lines(page));
        model.addAttribute("items", catalogue.items());
        model.addAttribute("shown", shown);
        model.addAttribute("document", document);
        model.addAttribute(
                "next",
                !searched && found.size() > PAGE
                        ? "/console/records?item=" + shown + "&after="
                                + page.getLast().id()
                        : null);
        return "console/records";
    }

    private ItemId firstItem() {
        return new ItemId(catalogue.items().stream()
                .filter(item -> item.kind() == ItemKind.PENALTY)
                .findFirst()
                .orElseGet(() -> catalogue.items().iterator().next())
                .id());
    }

    private List<Line> lines(List<StoredRecord> records) {
        var about = subjects.get(
                records.stream().map(StoredRecord::subject).distinct().toList());
        return records.stream()
                .map(record -> {
                    var subject = about.get(record.subject());
                    return new Line(
                            record,
                            value(record, FieldRole.DOCUMENT_NUMBER),
                            subject == null || subject.kind().personal() ? null : subject.name());
                })
                .toList();
    }

    private String value(StoredRecord record, FieldRole role) {
        var field = catalogue.item(record.item()).field(role);
        return field == null ? "" : record.fields().getOrDefault(field.id(), "");
    }

    @GetMapping("/{id}")
    String one(@PathVariable RecordId id, Actor actor, Model model) {
        var record = withdraw.record(id, actor);
        var item = catalogue.item(record.item());
        if (!opens(record, item, actor, model)) {
            return PersonDoor.PAGE;
        }
        var values = new ArrayList<Value>();
        for (var field : item.fields()) {
            var value = record.fields().get(field.id());
            if (value != null && !value.isEmpty()) {
                values.add(new Value(field.label(), value));
            }
        }
        var past = withdrawals.of(id);
        var open = past.stream()
                .filter(one -> one.standing() == Withdrawals.Standing.PROPOSED)
                .findFirst();
        model.addAttribute("record", record);
        model.addAttribute("item", item);
        model.addAttribute("values", values);
        model.addAttribute("corrections", correct.of(id));
        model.addAttribute("withdrawals", past);
        model.addAttribute("proposed", open.orElse(null));
        model.addAttribute("causes", WithdrawalCause.values());
        boolean inForce = record.state() == RecordState.IN_FORCE;
        model.addAttribute(
                "changeable",
                inForce && actor.may(Role.REPORTER) && record.deleted() == null && own.isOf(record, actor));
        model.addAttribute("decidable", inForce && withdraw.mayDecide(id, actor));
        model.addAttribute(
                "revocation",
                catalogue.items().stream()
                        .filter(one -> one.kind() == ItemKind.REVOCATION)
                        .map(Item::id)
                        .findFirst()
                        .orElse(null));
        return "console/record";
    }

    /** To keep a decision right is its agency's own work, resting on what the item rests on. */
    private boolean opens(StoredRecord record, Item item, Actor actor, Model model) {
        var subject = subjects.get(record.subject());
        if (!subject.kind().personal()) {
            return true;
        }
        var matter = item.label().zh() + " " + value(record, FieldRole.DOCUMENT_NUMBER);
        var ground = Grounds.of(HANDLING, matter.strip(), item.basis(), packs.today());
        return door.opens(record.id().value(), subject.id(), ground, actor, model);
    }

    @PostMapping("/{id}/withdrawal")
    String propose(
            @PathVariable RecordId id, @RequestParam WithdrawalCause cause, @RequestParam String ground, Actor actor) {
        withdraw.propose(id, cause, ground, actor);
        return "redirect:/console/records/" + id;
    }

    @PostMapping("/{id}/withdrawal/decision")
    String decide(@PathVariable RecordId id, @RequestParam boolean approved, Actor actor) {
        boolean own = this.own.isOf(withdraw.record(id, actor), actor);
        withdraw.decide(id, approved, actor);
        // Another agency's record is open only while there is something to decide.
        return own ? "redirect:/console/records/" + id : "redirect:/console/inbox";
    }

    /** The one-row form with what the record says; what is masked is typed anew. */
    @GetMapping("/{id}/correction")
    String correction(@PathVariable RecordId id, Actor actor, Model model) {
        var record = own.get(id, actor);
        var item = catalogue.item(record.item());
        if (!opens(record, item, actor, model)) {
            return PersonDoor.PAGE;
        }
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        item.fields().forEach(field -> {
            var value = record.fields().getOrDefault(field.id(), "");
            values.put(field.id(), value.indexOf('*') >= 0 ? "" : value);
        });
        show(record, item, values, List.of(), "", ids.next().toString(), actor, model);
        return "console/submission-new";
    }

    @PostMapping("/{id}/correction")
    ModelAndView correct(
            @PathVariable RecordId id,
            @RequestParam MultiValueMap<String, String> form,
            Actor actor,
            Locale locale,
            Model model) {
        var record = own.get(id, actor);
        var item = catalogue.item(record.item());
        if (!opens(record, item, actor, model)) {
            return new ModelAndView(PersonDoor.PAGE, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var values = RowForm.typed(item, form);
        var key = String.valueOf(form.getFirst("key"));
        var ground = form.getFirst("ground");
        List<Finding> errors;
        try {
            switch (correct.correct(id, values, ground == null ? "" : ground, key, actor)) {
                case CorrectRecord.Result.Sent sent -> {
                    return new ModelAndView("redirect:/console/submissions/" + sent.submission());
                }
                case CorrectRecord.Result.Wrong wrong -> errors = wrong.errors();
            }
        } catch (CreditException refusal) {
            errors = List.of();
            model.addAttribute("refusal", refusalWords.of(refusal, locale));
        }
        show(record, item, values, errors, ground == null ? "" : ground, key, actor, model);
        return new ModelAndView("console/submission-new", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private void show(
            StoredRecord record,
            Item item,
            Map<String, @Nullable String> values,
            List<Finding> errors,
            String ground,
            String key,
            Actor actor,
            Model model) {
        Set<String> locked = new LinkedHashSet<>();
        for (var role : KEY) {
            var field = item.field(role);
            var value = field == null ? null : record.fields().get(field.id());
            if (field != null && value != null && !value.isEmpty() && value.indexOf('*') < 0) {
                locked.add(field.id());
            }
        }
        rowForm.show(item, values, errors, locked, key, actor, model);
        model.addAttribute("corrects", record.id());
        model.addAttribute("ground", ground);
    }
}
