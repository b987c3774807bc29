package org.xinheng.kernel.pack;

import java.util.stream.Stream;

/** The rules of a behaviour (失信行为): a list it leads to, or the reason why none; speech and trivia have no effect. */
final class BehaviourRules {

    private BehaviourRules() {}

    static void check(EntryRule rule, Behaviour behaviour) {
        var pack = rule.pack();
        rule.refer("lists", behaviour.lists(), pack.lists());
        rule.refer("items", behaviour.items(), pack.items());
        rule.faultIf(behaviour.namedAs().isEmpty(), "named-as", "a behaviour says what documents call it");
        boolean listable = behaviour.disposition() == Disposition.LISTABLE;
        rule.faultIf(listable && behaviour.lists().isEmpty(), "lists", "names no list it may lead to");
        rule.faultIf(!listable && !behaviour.lists().isEmpty(), "lists", "only a listable behaviour leads to a list");
        rule.faultIf(
                listable
                        && behaviour.lists().stream()
                                .map(pack.lists()::get)
                                .anyMatch(list -> list != null
                                        && (list.kind() != ListKind.SERIOUS || list.state() != EntryState.ACTIVE)),
                "lists",
                "a behaviour leads to active serious lists only");
        rule.faultIf(!listable && behaviour.reason() == null, "reason", "says the reason why it leads to no list");
        rule.faultIf(
                behaviour.disposition() == Disposition.RECORDED
                        && behaviour.items().isEmpty(),
                "items",
                "names no item whose records show it");
        if (behaviour.disposition().hasEffect()) {
            Stream.concat(Stream.of(behaviour.label().zh()), behaviour.namedAs().stream())
                    .flatMap(name -> Vocabulary.BARRED_CONDUCT.find(name).stream())
                    .findFirst()
                    .ifPresent(barred -> rule.fault(
                            "disposition", "is " + barred + ", which no pack may give an effect: dormant or refused"));
        }
    }
}
