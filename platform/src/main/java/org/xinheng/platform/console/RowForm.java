package org.xinheng.platform.console;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.xinheng.kernel.identifier.IdType;
import org.xinheng.kernel.item.Finding;
import org.xinheng.kernel.pack.Field;
import org.xinheng.kernel.pack.FieldRole;
import org.xinheng.kernel.pack.Item;
import org.xinheng.kernel.pack.Label;
import org.xinheng.kernel.pack.Requirement;
import org.xinheng.platform.intake.ListsToReport;
import org.xinheng.platform.shared.Actor;

/** The form of one row, made from an item's fields: the same for every item of the catalogue. */
@Component
class RowForm {

    private static final int LONGEST_LINE = 200;

    private final ListsToReport lists;

    RowForm(ListsToReport lists) {
        this.lists = lists;
    }

    /**
     * A field of the form.
     *
     * @param control one of {@code line, text, date, choice, choices}
     * @param errors sentences that stand at the field
     * @param locked whether what stands there is not to be changed
     */
    record Entry(Field field, String control, List<String> choices, String value, List<String> errors, boolean locked) {

        public boolean isChosen(String choice) {
            return List.of(value.split(";")).contains(choice);
        }

        public boolean isRequired() {
            return field.required() == Requirement.ALWAYS;
        }
    }

    /**
     * Puts the form into the model.
     *
     * @param values what stands in it, by field id
     * @param locked ids of fields that are not to be changed
     */
    void show(
            Item item,
            Map<String, @Nullable String> values,
            List<Finding> errors,
            Set<String> locked,
            String key,
            Actor actor,
            Model model) {
        var offered = lists.of(item, actor);
        var entries = item.fields().stream()
                .map(field -> entry(field, values.get(field.id()), errors, locked, offered))
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
                        .map(error -> words(error.said()))
                        .toList());
    }

    /** What was typed, by field id. */
    static Map<String, @Nullable String> typed(Item item, MultiValueMap<String, String> form) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        for (var field : item.fields()) {
            var typed = form.get("f." + field.id());
            values.put(field.id(), typed == null ? "" : String.join(";", typed));
        }
        return values;
    }

    private static Entry entry(
            Field field, @Nullable String value, List<Finding> errors, Set<String> locked, List<String> lists) {
        var said = errors.stream()
                .filter(error -> error.field().equals(field.label().zh()))
                .map(error -> words(error.said()))
                .distinct()
                .toList();
        var choices = choices(field, lists);
        return new Entry(
                field, control(field, choices), choices, value == null ? "" : value, said, locked.contains(field.id()));
    }

    /** In the reader's language. */
    private static String words(Label said) {
        var english = said.en();
        return english != null && LocaleContextHolder.getLocale().getLanguage().equals("en") ? english : said.zh();
    }

    private static String control(Field field, List<String> choices) {
        return switch (field.type()) {
            case DATE -> "date";
            case CHOICES -> "choices";
            default -> !choices.isEmpty() ? "choice" : field.length() > LONGEST_LINE ? "text" : "line";
        };
    }

    private static List<String> choices(Field field, List<String> lists) {
        if (field.role() == FieldRole.LIST) {
            return lists;
        }
        return switch (field.type()) {
            case ID_TYPE -> Arrays.stream(IdType.values()).map(IdType::label).toList();
            case CHOICE, CHOICES -> field.values();
            default -> List.of();
        };
    }
}
