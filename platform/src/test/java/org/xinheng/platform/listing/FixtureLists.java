package org.xinheng.platform.listing;

import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.xinheng.kernel.pack.CreditList;
import org.xinheng.kernel.pack.ListKind;
import org.xinheng.kernel.pack.Procedure;
import org.xinheng.kernel.pack.RecordCondition;
import org.xinheng.kernel.pack.ResponsibleRole;
import org.xinheng.kernel.pack.SeriousField;
import org.xinheng.platform.SettableClock;
import org.xinheng.platform.packs.NextRelease;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.packs.ReleasePack;
import org.xinheng.platform.shared.ListId;

/** Lists of the market regulator that ask for every step a pack can ask for; in force from a day of their own. */
public final class FixtureLists {

    /** First day of the release that holds them; a Monday. */
    public static final LocalDate DAY = LocalDate.parse("2027-01-04");

    /** Serious, with hearing and responsible persons, decided by a meeting. */
    public static final ListId HEARD = new ListId("fixture-heard");
    /** Serious, its rules to be put to the public first. */
    public static final ListId CONSULTED = new ListId("fixture-consulted");

    public static final ListId CONSULTED_ON_PAGES = new ListId("fixture-consulted-on-pages");
    public static final ListId WATCH = new ListId("fixture-watch");
    /** Incentive, with a rule that finds candidates and a public notice. */
    public static final ListId FOUND = new ListId("fixture-found");

    private FixtureLists() {}

    /** Releases them once, sets the clock to their first day. */
    public static void release(ApplicationContext context) {
        var clock = context.getBean(SettableClock.class);
        clock.set(DAY);
        var packs = context.getBean(Packs.class);
        if (packs.today().lists().containsKey(HEARD.value())) {
            return;
        }
        clock.set(SettableClock.START);
        var now = packs.today();
        var model = now.lists().get("market-regulation-serious");
        var lists = new LinkedHashMap<>(now.lists());
        var hearing = new Procedure.Hearing(5, 7);
        add(
                lists,
                list(
                        model,
                        HEARD,
                        ListKind.SERIOUS,
                        new Procedure(3, 0, true, true, hearing, null, List.of(ResponsibleRole.values()), List.of())));
        for (var id : List.of(CONSULTED, CONSULTED_ON_PAGES)) {
            add(
                    lists,
                    list(
                            model,
                            id,
                            ListKind.SERIOUS,
                            new Procedure(
                                    3, 0, true, false, null, new Procedure.Consultation(10), List.of(), List.of())));
        }
        add(lists, list(model, WATCH, ListKind.WATCH, new Procedure(3, 0, true, false)));
        add(
                lists,
                list(
                        model,
                        FOUND,
                        ListKind.INCENTIVE,
                        new Procedure(
                                0,
                                5,
                                false,
                                false,
                                null,
                                null,
                                List.of(),
                                List.of(
                                        new RecordCondition(
                                                "honour",
                                                RecordCondition.Operator.AT_LEAST,
                                                2,
                                                Period.ofYears(3),
                                                null,
                                                null,
                                                List.of()),
                                        new RecordCondition(
                                                "administrative-penalty",
                                                RecordCondition.Operator.AT_MOST,
                                                0,
                                                Period.ofYears(3),
                                                null,
                                                null,
                                                List.of())))));
        NextRelease.after(now, "2027.fixture", DAY).lists(lists).activate(context.getBean(ReleasePack.class));
        clock.set(DAY);
    }

    private static void add(LinkedHashMap<String, CreditList> lists, CreditList list) {
        lists.put(list.id(), list);
    }

    private static CreditList list(@Nullable CreditList model, ListId id, ListKind kind, Procedure procedure) {
        if (model == null) {
            throw new IllegalStateException("the shipped packs lost their list");
        }
        return new CreditList(
                id.value(),
                model.label(),
                model.namedAs(),
                kind,
                model.origin(),
                model.state(),
                model.nationwide(),
                model.owner(),
                kind == ListKind.SERIOUS ? SeriousField.FAIR_COMPETITION_AND_SOCIAL_ORDER : null,
                model.targets(),
                model.basis(),
                kind == ListKind.INCENTIVE ? List.of("honour") : model.evidence(),
                Period.ofYears(3),
                Period.ofYears(1),
                model.entry(),
                model.exit(),
                model.remedy(),
                procedure,
                model.reason(),
                model.source(),
                false);
    }
}
