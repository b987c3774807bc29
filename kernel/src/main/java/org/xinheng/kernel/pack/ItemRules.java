package org.xinheng.kernel.pack;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of a catalogue item (信息目录项): fields told apart, nothing collected that must not be. */
final class ItemRules {

    private ItemRules() {}

    static void check(EntryRule rule, Item item) {
        if (item.matter() != null) {
            rule.refer("matter", List.of(item.matter()), rule.pack().matters());
        }
        forbidden(rule, "label", item.label(), item.id());
        rule.neverWish("label", item.label());
        rule.faultIf(item.fields().isEmpty(), "fields", "an item has fields");
        rule.faultIf(item.reportingWorkingDays() < 0, "reporting-working-days", "must not be negative");
        var statute = item.personsPublicBy();
        if (statute != null) {
            rule.days()
                    .flatMap(day ->
                            BasisRule.lackForPersons(statute, rule.pack().documents(), day, rule.division()).stream())
                    .findFirst()
                    .ifPresent(lack -> rule.fault(
                            "persons-public-by", "persons are public only by a statute; this " + lack.message()));
        }
        for (var clock : item.publicationClocks()) {
            rule.refer("publication-clocks", clock.agencies(), rule.pack().agencies());
            rule.faultIf(clock.workingDays() < 1, "publication-clocks", "a clock runs for some days");
            rule.faultIf(
                    clock.site() == PublicationClock.Site.CREDIT_SITE
                            && clock.workingDays() != item.reportingWorkingDays(),
                    "publication-clocks",
                    "the credit site's clock is the one of 'reporting-working-days'");
            BasisRule.lack(
                            List.of(clock.basis()),
                            rule.pack().documents(),
                            rule.pack().effective(),
                            rule.division())
                    .ifPresent(lack -> rule.fault("publication-clocks", "a clock " + lack.message()));
        }
        var ids = new HashSet<String>();
        var codes = new HashSet<String>();
        var columns = new HashSet<String>();
        var roles = new HashSet<FieldRole>();
        for (var field : item.fields()) {
            unique(rule, ids, field.id(), "id");
            unique(rule, codes, field.code(), "code");
            unique(rule, columns, field.label().zh(), "column");
            field.aliases().forEach(alias -> unique(rule, columns, alias, "column"));
            rule.faultIf(
                    field.role() != null && !roles.add(field.role()),
                    "fields",
                    "role " + field.role() + " stands twice");
            field(rule, field);
        }
    }

    private static void field(EntryRule rule, Field field) {
        forbidden(rule, "fields", field.label(), field.id());
        field.aliases().forEach(alias -> forbidden(rule, "fields", new Label(alias, null), field.id()));
        var choice = field.type() == FieldType.CHOICE || field.type() == FieldType.CHOICES;
        rule.faultIf(
                choice && field.values().isEmpty(), "fields", "field '" + field.id() + "' is a choice without values");
        rule.faultIf(
                field.open() && field.type() == FieldType.ID_NUMBER,
                "fields",
                "field '" + field.id() + "' holds a personal number and is never open");
    }

    private static void forbidden(EntryRule rule, String key, Label label, String id) {
        Vocabulary.FORBIDDEN_DATA
                .find(label)
                .or(() -> Vocabulary.FORBIDDEN_DATA.find(id))
                .ifPresent(
                        data -> rule.fault(key, "'" + label.zh() + "' would collect " + data + ", which is refused"));
    }

    private static void unique(EntryRule rule, Set<String> seen, @Nullable String value, String what) {
        rule.faultIf(value != null && !seen.add(value), "fields", what + " '" + value + "' stands twice");
    }
}
