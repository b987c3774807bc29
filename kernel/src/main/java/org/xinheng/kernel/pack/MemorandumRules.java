package org.xinheng.kernel.pack;

import java.util.List;
import java.util.Objects;

/** The rules of a memorandum (合作备忘录): it groups measures of its own lists and grounds none. */
final class MemorandumRules {

    private MemorandumRules() {}

    static void check(EntryRule rule, Memorandum memorandum) {
        var pack = rule.pack();
        rule.refer("lists", memorandum.lists(), pack.lists());
        rule.refer("measures", memorandum.measures(), pack.measures());
        if (memorandum.initiator() != null) {
            rule.refer("initiator", List.of(memorandum.initiator()), pack.agencies());
        }
        rule.faultIf(memorandum.targets().isEmpty(), "targets", "a memorandum names its targets");
        switch (memorandum.state()) {
            case ACTIVE -> {
                rule.faultIf(memorandum.lists().isEmpty(), "lists", "names no list of its targets");
                rule.faultIf(memorandum.measures().isEmpty(), "measures", "groups no measure");
                memorandum.measures().stream()
                        .map(pack.measures()::get)
                        .filter(Objects::nonNull)
                        .filter(measure -> measure.lists().stream()
                                .noneMatch(list -> memorandum.lists().contains(list)))
                        .forEach(measure -> rule.fault(
                                "measures", "'" + measure.id() + "' is brought by none of the memorandum's lists"));
            }
            case DORMANT ->
                rule.faultIf(memorandum.reason() == null, "reason", "what has no effect says the reason why");
            case FORWARDED, REFUSED -> rule.fault("state", "a memorandum is active or dormant");
        }
    }
}
