package org.xinheng.platform.console;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.identifier.CreditCode;
import org.xinheng.kernel.pack.CreditList;
import org.xinheng.kernel.pack.SubjectKind;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.console.PersonDoor.Grounds;
import org.xinheng.platform.listing.Conduct;
import org.xinheng.platform.listing.DeterminationQueries;
import org.xinheng.platform.listing.ListingError;
import org.xinheng.platform.listing.ProposeDetermination;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.record.Records;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.RecordId;
import org.xinheng.platform.shared.Role;
import org.xinheng.platform.shared.SubjectId;
import org.xinheng.platform.subject.Identity;
import org.xinheng.platform.subject.SubjectError;
import org.xinheng.platform.subject.Subjects;

/** Proposes a subject for a list: from one of its records, or from the list by a code. */
@Controller
@RequestMapping("/console/determinations")
class ProposalPages {

    private static final String PROPOSING = "提出名单认定";

    private final ProposeDetermination propose;
    private final DeterminationQueries queries;
    private final Records records;
    private final Subjects subjects;
    private final Packs packs;
    private final Order order;
    private final RefusalWords refusals;
    private final PersonDoor door;

    ProposalPages(
            ProposeDetermination propose,
            DeterminationQueries queries,
            Records records,
            Subjects subjects,
            Packs packs,
            Order order,
            RefusalWords refusals,
            PersonDoor door) {
        this.propose = propose;
        this.queries = queries;
        this.records = records;
        this.subjects = subjects;
        this.packs = packs;
        this.order = order;
        this.refusals = refusals;
        this.door = door;
    }

    /** The link other pages use: propose the subject of this record. */
    @GetMapping("/new")
    String fromRecord(@RequestParam UUID record, Actor actor, Model model) {
        Permission.require(actor, Role.DETERMINER);
        var ground = records.get(new RecordId(record), order.now());
        var lists = queries.proposable(ground, actor);
        return form(ground.subject(), lists, List.of(record), Set.of(), "", null, actor, model);
    }

    /** From a list, by the code of an organisation or sole trader; sent, not in an address. */
    @PostMapping("/new")
    String fromList(
            @RequestParam String list,
            @RequestParam String code,
            @RequestParam(required = false) @Nullable List<UUID> record,
            Actor actor,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        Permission.require(actor, Role.DETERMINER);
        try {
            var chosen = record == null ? List.<UUID>of() : record;
            var definition = list(list);
            if (!ProposeDetermination.mayPropose(definition, actor)) {
                throw new CreditException(ListingError.LIST_NOT_YOURS, list);
            }
            return form(find(code, definition, actor), List.of(definition), chosen, Set.of(), "", null, actor, model);
        } catch (CreditException refusal) {
            response.setStatus(422);
            model.addAttribute("refusal", refusals.of(refusal, locale));
            model.addAttribute("list", list(list));
            return "console/proposal-not-found";
        }
    }

    @PostMapping
    String propose(
            @RequestParam UUID subject,
            @RequestParam String list,
            @RequestParam(required = false) @Nullable List<UUID> record,
            @RequestParam(required = false) @Nullable Set<String> behaviour,
            @RequestParam String facts,
            Actor actor,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var chosen = record == null ? List.<UUID>of() : record;
        var behaviours = behaviour == null ? Set.<String>of() : behaviour;
        try {
            var id = propose.propose(
                    new SubjectId(subject),
                    new ListId(list),
                    chosen.stream().map(RecordId::new).toList(),
                    behaviours,
                    facts,
                    actor);
            return "redirect:/console/determinations/" + id;
        } catch (CreditException refusal) {
            Permission.require(actor, Role.DETERMINER);
            response.setStatus(422);
            return form(
                    new SubjectId(subject),
                    List.of(list(list)),
                    chosen,
                    behaviours,
                    facts,
                    refusals.of(refusal, locale),
                    actor,
                    model);
        }
    }

    private String form(
            SubjectId subject,
            List<CreditList> lists,
            List<UUID> chosen,
            Set<String> behaviours,
            String facts,
            @Nullable String refusal,
            Actor actor,
            Model model) {
        var whom = subjects.get(subject);
        if (whom.kind().personal() && !door.opens(subject.value(), subject, ground(lists, actor), actor, model)) {
            return PersonDoor.PAGE;
        }
        model.addAttribute("subject", whom);
        model.addAttribute("lists", lists);
        model.addAttribute(
                "grounds",
                lists.stream()
                        .flatMap(list -> queries.grounds(subject, list, actor).stream())
                        .distinct()
                        .toList());
        model.addAttribute("chosen", chosen);
        model.addAttribute(
                "conduct",
                lists.stream()
                        .flatMap(list -> Conduct.of(list, packs.today()).stream())
                        .distinct()
                        .toList());
        model.addAttribute("behaviours", behaviours);
        model.addAttribute("facts", facts);
        model.addAttribute("refusal", refusal);
        return "console/proposal";
    }

    private CreditList list(String id) {
        var list = packs.today().lists().get(id);
        if (list == null) {
            throw new CreditException(ListingError.LIST_NOT_FOUND, id);
        }
        return list;
    }

    /** Refuses whom nobody here knows; that a sole trader was asked for is logged either way. */
    private SubjectId find(String text, CreditList list, Actor actor) {
        var code = CreditCode.parse(text);
        boolean trader = code.subjectKind() == SubjectKind.SOLE_TRADER;
        var found = subjects.find(trader ? new Identity.SoleTrader(code, "") : new Identity.Organisation(code, ""));
        if (trader && found.isEmpty()) {
            door.log(null, ground(List.of(list), actor), actor);
        }
        return found.orElseThrow(() -> new CreditException(SubjectError.SUBJECT_NOT_FOUND));
    }

    /** Proposing is its own ground, resting on what the lists rest on. */
    private Grounds ground(List<CreditList> lists, Actor actor) {
        var own = lists.stream()
                .filter(list -> ProposeDetermination.mayPropose(list, actor))
                .toList();
        return Grounds.of(
                PROPOSING,
                own.stream().map(list -> list.label().zh()).collect(Collectors.joining("、")),
                own.stream().flatMap(list -> list.basis().stream()).toList(),
                packs.today());
    }
}
