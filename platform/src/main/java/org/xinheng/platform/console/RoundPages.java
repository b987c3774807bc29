package org.xinheng.platform.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.integrity.Round;
import org.xinheng.platform.integrity.Rounds;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.Role;

/** Third-party evaluation rounds (第三方评价): scores with evidence, and a workbook for those who use them as reference. */
@Controller
@RequestMapping("/console/integrity/rounds")
class RoundPages {

    private static final int PAGE = 20;
    private static final List<String> COLUMNS = List.of("body", "score", "evaluator", "evidence", "note");

    /** Bodies with a score first, the highest first; the others in the order of the group. */
    private static final Comparator<Round.Score> BY_SCORE = Comparator.comparing(
            (Round.Score score) -> score.given() == null ? null : score.given().score(),
            Comparator.nullsLast(Comparator.reverseOrder()));

    private final Rounds rounds;
    private final Packs packs;
    private final Order order;
    private final MessageSource messages;
    private final IntegrityWords words;

    RoundPages(Rounds rounds, Packs packs, Order order, MessageSource messages, IntegrityWords words) {
        this.rounds = rounds;
        this.packs = packs;
        this.order = order;
        this.messages = messages;
        this.words = words;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable UUID before, Actor actor, Model model) {
        return list(before, null, Map.of(), actor, model);
    }

    private String list(
            @Nullable UUID before, @Nullable String refusal, Map<String, String> typed, Actor actor, Model model) {
        var page = LedgerPage.of(rounds.newest(actor, before, PAGE + 1), PAGE, "/console/integrity/rounds", Round::id);
        model.addAttribute("rounds", page.entries());
        model.addAttribute("groups", packs.today().groups());
        model.addAttribute("mayOpen", actor.may(Role.CREDIT_OFFICE));
        model.addAttribute("today", order.today());
        model.addAttribute("refusal", refusal);
        model.addAttribute("typed", typed);
        model.addAttribute("next", page.next());
        return "console/integrity-rounds";
    }

    @PostMapping
    String open(
            @RequestParam Map<String, String> typed,
            Actor actor,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var form = new IntegrityForm(typed);
        try {
            var id = rounds.open(
                    new Rounds.Commissioned(
                            form.text("title"),
                            form.text("group"),
                            form.text("evaluator"),
                            form.text("contract"),
                            form.day("from"),
                            form.day("until")),
                    actor);
            return "redirect:/console/integrity/rounds/" + id;
        } catch (CreditException refusal) {
            return list(null, words.refused(refusal, response, locale), typed, actor, model);
        }
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Actor actor, Model model) {
        return one(id, null, Map.of(), actor, model);
    }

    private String one(UUID id, @Nullable String refusal, Map<String, String> typed, Actor actor, Model model) {
        var round = rounds.get(id, actor);
        model.addAttribute("round", round);
        model.addAttribute("scores", round.scores().stream().sorted(BY_SCORE).toList());
        model.addAttribute("groups", packs.today().groups());
        model.addAttribute(
                "mayScore",
                actor.may(Role.CREDIT_OFFICE) && round.agency().equals(actor.agency()) && round.closedOn() == null);
        model.addAttribute("refusal", refusal);
        model.addAttribute("typed", typed);
        return "console/integrity-round";
    }

    @PostMapping("/{id}/scores")
    String score(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            Actor actor,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var form = new IntegrityForm(typed);
        try {
            rounds.score(
                    id,
                    new AgencyId(typed.getOrDefault("body", "")),
                    form.number("score"),
                    form.text("evaluator"),
                    form.lines("evidence"),
                    form.text("note"),
                    actor);
            return "redirect:/console/integrity/rounds/" + id;
        } catch (CreditException refusal) {
            return one(id, words.refused(refusal, response, locale), typed, actor, model);
        }
    }

    @PostMapping("/{id}/closing")
    String close(@PathVariable UUID id, Actor actor, Model model, Locale locale, HttpServletResponse response) {
        try {
            rounds.close(id, actor);
            return "redirect:/console/integrity/rounds/" + id;
        } catch (CreditException refusal) {
            return one(id, words.refused(refusal, response, locale), Map.of(), actor, model);
        }
    }

    /** For the evaluations of performance and of the business environment; says itself that it is reference. */
    @GetMapping("/{id}/scores.xlsx")
    ResponseEntity<byte[]> workbook(@PathVariable UUID id, Actor actor, Locale locale) {
        var round = rounds.get(id, actor);
        return Download.named("evaluation-" + id + ".xlsx", Download.WORKBOOK).body(workbook(round, locale));
    }

    private byte[] workbook(Round round, Locale locale) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Xinheng", null)) {
            var sheet = workbook.newWorksheet(text("console.rounds.sheet", locale));
            var content = round.content();
            sheet.value(0, 0, content == null ? "" : content.title());
            sheet.value(
                    1,
                    0,
                    content == null
                            ? ""
                            : text(
                                    "console.rounds.sheet.about",
                                    locale,
                                    content.evaluator(),
                                    content.contract(),
                                    content.from(),
                                    content.until()));
            sheet.value(
                    2,
                    0,
                    text(
                            round.closedOn() == null ? "console.rounds.sheet.running" : "console.rounds.reference",
                            locale));
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(3, column, text("console.rounds." + COLUMNS.get(column), locale));
            }
            sheet.range(3, 0, 3, COLUMNS.size() - 1).style().bold().set();
            sheet.freezePane(1, 4);
            sheet.width(0, 36);
            sheet.width(3, 48);
            int row = 4;
            for (var score : round.scores().stream().sorted(BY_SCORE).toList()) {
                sheet.value(row, 0, agency(score.body()));
                var given = score.given();
                if (given != null) {
                    sheet.value(row, 1, given.score());
                    sheet.value(row, 2, given.evaluator());
                    sheet.value(row, 3, String.join("；", given.evidence()));
                    sheet.value(row, 4, given.note() == null ? "" : given.note());
                }
                row++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private String agency(AgencyId id) {
        var agency = packs.today().agencies().get(id.value());
        return agency == null ? id.value() : agency.label().zh();
    }

    private String text(String key, Locale locale, Object... arguments) {
        var texts = new Object[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = String.valueOf(arguments[i]);
        }
        return messages.getMessage(key, texts, locale);
    }
}
