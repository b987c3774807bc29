package org.xinheng.platform.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.xinheng.kernel.identifier.IdType;
import org.xinheng.kernel.item.Finding;
import org.xinheng.kernel.pack.Field;
import org.xinheng.kernel.pack.FieldRole;
import org.xinheng.kernel.pack.Item;
import org.xinheng.kernel.pack.Requirement;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.catalogue.Catalogue;
import org.xinheng.platform.intake.CheckTypedRow;
import org.xinheng.platform.intake.ReceiveSubmission;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.Role;

/** One row typed into a form made from the item's fields, for who has three decisions a month. */
@Controller
@RequestMapping("/console/submissions/new")
class TypedRowPages {

    private static final int LONGEST_LINE = 200;

    private final Catalogue catalogue;
    private final Packs packs;
    private final CheckTypedRow check;
    private final ReceiveSubmission receive;
    private final IdGenerator ids;

    TypedRowPages(Catalogue catalogue, Packs packs, CheckTypedRow check, ReceiveSubmission receive, IdGenerator ids) {
        this.catalogue = catalogue;
        this.packs = packs;
        this.check = check;
        this.receive = receive;
        this.ids = ids;
    }

    /**
     * A field of the form.
     *
     * @param control one of {@code line, text, date, choice, choices}
     * @param errors sentences that stand at the field
     */
    record Entry(Field field, String control, List<String> choices, String value, List<String> errors) {

        public boolean isChosen(String choice) {
            return List.of(value.split(";")).contains(choice);
        }

        public boolean isRequired() {
            return field.required() == Requirement.ALWAYS;
        }
    }

    @GetMapping
    String form(@RequestParam String item, Actor actor, Model model) {
        Permission.require(actor, Role.REPORTER);
        var known = catalogue.item(new ItemId(item));
        show(known, prefilled(known, actor), List.of(), ids.next().toString(), model);
        return "console/submission-new";
    }

    /** With an error, the form again with all that was typed and the reasons at their fields. */
    @PostMapping
    ModelAndView send(@RequestParam MultiValueMap<String, String> form, Actor actor, Model model) {
        var item = catalogue.item(new ItemId(String.valueOf(form.getFirst("item"))));
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        for (var field : item.fields()) {
            var typed = form.get("f." + field.id());
            values.put(field.id(), typed == null ? "" : String.join(";", typed));
        }
        var key = form.getFirst("key");
        var errors = check.errors(actor, new ItemId(item.id()), values);
        if (errors.isEmpty()) {
            var id = receive.receive(actor, new ItemId(item.id()), List.of(values), key);
            return new ModelAndView("redirect:/console/submissions/" + id);
        }
        show(item, values, errors, key == null ? "" : key, model);
        return new ModelAndView("console/submission-new", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static void show(
            Item item, Map<String, @Nullable String> values, List<Finding> errors, String key, Model model) {
        var entries = item.fields().stream()
                .map(field -> entry(field, values.get(field.id()), errors))
                .toList();
        model.addAttribute("item", item);
        model.addAttribute("key", key);
        model.addAttribute(
                "asked",
                entries.stream()
                        .filter(entry -> entry.field().required() != Requirement.NEVER)
                        .toList());
        var more = entries.stream()
                .filter(entry -> entry.field().required() == Requirement.NEVER)
                .toList();
        model.addAttribute("more", more);
        model.addAttribute(
                "moreOpen",
                more.stream()
                        .anyMatch(entry ->
                                !entry.errors().isEmpty() || !entry.value().isEmpty()));
        model.addAttribute(
                "wrong",
                entries.stream().filter(entry -> !entry.errors().isEmpty()).toList());
        var labels = item.fields().stream().map(field -> field.label().zh()).toList();
        model.addAttribute(
                "elsewhere",
                errors.stream()
                        .filter(error -> !labels.contains(error.field()))
                        .map(Finding::message)
                        .toList());
    }

    private static Entry entry(Field field, @Nullable String value, List<Finding> errors) {
        var said = errors.stream()
                .filter(error -> error.field().equals(field.label().zh()))
                .map(Finding::message)
                .distinct()
                .toList();
        return new Entry(field, control(field), choices(field), value == null ? "" : value, said);
    }

    private static String control(Field field) {
        return switch (field.type()) {
            case DATE -> "date";
            case CHOICE, ID_TYPE -> "choice";
            case CHOICES -> "choices";
            default -> field.length() > LONGEST_LINE ? "text" : "line";
        };
    }

    private static List<String> choices(Field field) {
        return switch (field.type()) {
            case ID_TYPE -> List.of(IdType.values()).stream().map(IdType::label).toList();
            case CHOICE, CHOICES -> field.values();
            default -> List.of();
        };
    }

    /** The agency's own name and code, where the row asks who decided and who sends. */
    private Map<String, @Nullable String> prefilled(Item item, Actor actor) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        var agency = packs.today().agencies().get(actor.requiredAgency().value());
        if (agency == null) {
            return values;
        }
        for (var role : List.of(FieldRole.AUTHORITY_NAME, FieldRole.SOURCE_NAME)) {
            var field = item.field(role);
            if (field != null) {
                values.put(field.id(), agency.label().zh());
            }
        }
        for (var role : List.of(FieldRole.AUTHORITY_CODE, FieldRole.SOURCE_CODE)) {
            var field = item.field(role);
            if (field != null && agency.creditCode() != null) {
                values.put(field.id(), agency.creditCode());
            }
        }
        return values;
    }
}
