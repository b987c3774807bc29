package org.xinheng.platform.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.xinheng.kernel.IdGenerator;
import org.xinheng.kernel.item.Finding;
import org.xinheng.kernel.pack.FieldRole;
import org.xinheng.kernel.pack.Item;
import org.xinheng.kernel.pack.ItemKind;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.catalogue.Catalogue;
import org.xinheng.platform.intake.CheckTypedRow;
import org.xinheng.platform.intake.OwnRecords;
import org.xinheng.platform.intake.ReceiveSubmission;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.record.StoredRecord;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.Role;

/** One row typed into a form made from the item's fields, for who has three decisions a month. */
@Controller
@RequestMapping("/console/submissions/new")
class TypedRowPages {

    /** What a revocation takes over from the decision it revokes. */
    private static final List<FieldRole> OF_THE_SUBJECT = List.of(
            FieldRole.SUBJECT_NAME,
            FieldRole.SUBJECT_CATEGORY,
            FieldRole.SUBJECT_CREDIT_CODE,
            FieldRole.LEGAL_REPRESENTATIVE);

    /** What is the same in every row an agency types. */
    private static final List<FieldRole> OF_THE_AGENCY =
            List.of(FieldRole.AUTHORITY_NAME, FieldRole.AUTHORITY_CODE, FieldRole.SOURCE_NAME, FieldRole.SOURCE_CODE);

    private final Catalogue catalogue;
    private final Packs packs;
    private final CheckTypedRow check;
    private final ReceiveSubmission receive;
    private final OwnRecords own;
    private final RowForm rowForm;
    private final IdGenerator ids;

    TypedRowPages(
            Catalogue catalogue,
            Packs packs,
            CheckTypedRow check,
            ReceiveSubmission receive,
            OwnRecords own,
            RowForm rowForm,
            IdGenerator ids) {
        this.catalogue = catalogue;
        this.packs = packs;
        this.check = check;
        this.receive = receive;
        this.own = own;
        this.rowForm = rowForm;
        this.ids = ids;
    }

    /** @param revokes the record a revocation is about, to begin with what it says; null = an empty form */
    @GetMapping
    String form(
            @RequestParam String item,
            @RequestParam(required = false) @Nullable RecordId revokes,
            Actor actor,
            Model model) {
        Permission.require(actor, Role.REPORTER);
        var known = catalogue.item(new ItemId(item));
        var values = prefilled(known, actor);
        if (revokes != null && known.kind() == ItemKind.REVOCATION) {
            takeOver(known, own.get(revokes, actor), values);
        }
        show(known, values, List.of(), ids.next().toString(), actor, model);
        return "console/submission-new";
    }

    /** With an error, the form again with all that was typed and the reasons at their fields. */
    @PostMapping
    ModelAndView send(@RequestParam MultiValueMap<String, String> form, Actor actor, Model model) {
        var item = catalogue.item(new ItemId(String.valueOf(form.getFirst("item"))));
        var values = RowForm.typed(item, form);
        var key = form.getFirst("key");
        var errors = check.errors(actor, new ItemId(item.id()), values);
        if (errors.isEmpty()) {
            var id = receive.receive(actor, new ItemId(item.id()), List.of(values), key);
            return new ModelAndView("redirect:/console/submissions/" + id);
        }
        show(item, values, errors, key == null ? "" : key, actor, model);
        return new ModelAndView("console/submission-new", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private void show(
            Item item,
            Map<String, @Nullable String> values,
            List<Finding> errors,
            String key,
            Actor actor,
            Model model) {
        rowForm.show(item, values, errors, Set.of(), key, actor, model);
    }

    /**
     * The agency's own name and code, where the row asks who decided and who sends: as in its newest record of the item,
     * where the packs know no code, else as the packs say. All of it can be typed over.
     */
    private Map<String, @Nullable String> prefilled(Item item, Actor actor) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        own.list(new ItemId(item.id()), null, 1, actor).stream()
                .filter(newest -> newest.deleted() == null)
                .forEach(newest -> OF_THE_AGENCY.forEach(role -> {
                    var field = item.field(role);
                    put(item, role, field == null ? null : newest.fields().get(field.id()), values);
                }));
        var agency = packs.today().agencies().get(actor.requiredAgency().value());
        if (agency == null) {
            return values;
        }
        for (var role : List.of(FieldRole.AUTHORITY_NAME, FieldRole.SOURCE_NAME)) {
            put(item, role, agency.label().zh(), values);
        }
        for (var role : List.of(FieldRole.AUTHORITY_CODE, FieldRole.SOURCE_CODE)) {
            put(item, role, agency.creditCode(), values);
        }
        return values;
    }

    /** What a mask stands for is typed anew. */
    private void takeOver(Item item, StoredRecord record, Map<String, @Nullable String> values) {
        var of = catalogue.item(record.item());
        for (var role : OF_THE_SUBJECT) {
            var field = of.field(role);
            var value = field == null ? null : record.fields().get(field.id());
            put(item, role, value == null || value.indexOf('*') >= 0 ? null : value, values);
        }
        var number = of.field(FieldRole.DOCUMENT_NUMBER);
        if (number != null) {
            put(item, FieldRole.REVOKED_DOCUMENT_NUMBER, record.fields().get(number.id()), values);
        }
    }

    private static void put(Item item, FieldRole role, @Nullable String value, Map<String, @Nullable String> values) {
        var field = item.field(role);
        if (field != null && value != null && !value.isBlank()) {
            values.put(field.id(), value);
        }
    }
}
