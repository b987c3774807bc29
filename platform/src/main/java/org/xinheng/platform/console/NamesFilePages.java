package org.xinheng.platform.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.intake.StreamedUpload;
import org.xinheng.platform.jointaction.CheckNames;
import org.xinheng.platform.jointaction.CheckSlip;
import org.xinheng.platform.jointaction.DataAge;
import org.xinheng.platform.jointaction.JointActionError;
import org.xinheng.platform.jointaction.LoggedCheck;
import org.xinheng.platform.jointaction.NameList;
import org.xinheng.platform.jointaction.NameLists;
import org.xinheng.platform.jointaction.NamesFile;
import org.xinheng.platform.jointaction.Outcome;
import org.xinheng.platform.measure.Measures;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.MatterId;
import org.xinheng.platform.shared.Role;

/** A file of codes and names, checked in one go (名单核查): results in a table, slips as one PDF or a ZIP. */
@Controller
@RequestMapping("/console/check/names")
class NamesFilePages {

    private static final int LATEST = 10;

    private final CheckNames checkNames;
    private final NameLists lists;
    private final CheckSlip slip;
    private final Packs packs;
    private final Measures measures;
    private final DataAge dataAge;
    private final RefusalWords words;

    NamesFilePages(
            CheckNames checkNames,
            NameLists lists,
            CheckSlip slip,
            Packs packs,
            Measures measures,
            DataAge dataAge,
            RefusalWords words) {
        this.checkNames = checkNames;
        this.lists = lists;
        this.slip = slip;
        this.packs = packs;
        this.measures = measures;
        this.dataAge = dataAge;
        this.words = words;
    }

    @GetMapping
    String form(Actor actor, Model model) {
        return form(null, actor, model);
    }

    private String form(@Nullable String refusal, Actor actor, Model model) {
        Permission.require(actor, Role.CHECKER);
        var latest = lists.latest(actor.requiredAgency(), LATEST);
        var numbers = new HashMap<UUID, String>();
        latest.forEach(list -> numbers.put(list.id(), slip.number(list)));
        var age = dataAge.now();
        model.addAttribute("rows", NamesFile.ROWS);
        model.addAttribute("refusal", refusal);
        model.addAttribute("staleHours", dataAge.stale(age) ? age.toHours() : null);
        model.addAttribute(
                "matters",
                packs.today().matters().values().stream()
                        .filter(matter -> measures.isOwn(actor, matter))
                        .toList());
        model.addAttribute("latest", latest);
        model.addAttribute("numbers", numbers);
        return "console/names";
    }

    @GetMapping("/template.csv")
    ResponseEntity<byte[]> template() {
        // The mark tells spreadsheets that it is UTF-8.
        return Download.named("names.csv", new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body("\uFEFF统一社会信用代码,名称\r\n".getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping
    String check(
            @RequestAttribute("org.xinheng.platform.intake.StreamedUpload") StreamedUpload upload,
            Actor actor,
            Locale locale,
            Model model) {
        Permission.require(actor, Role.CHECKER);
        try {
            var reference = upload.field("reference");
            var occasion = new CheckNames.Occasion(
                    new MatterId(required(upload, "matter")),
                    required(upload, "purpose"),
                    reference == null || reference.isBlank() ? null : reference,
                    actor.name());
            return "redirect:/console/check/names/" + checkNames.check(NamesFile.read(upload.file()), occasion, actor);
        } catch (CreditException refusal) {
            return form(words.of(refusal, locale), actor, model);
        }
    }

    private static String required(StreamedUpload upload, String field) {
        var value = upload.field(field);
        if (value == null || value.isBlank()) {
            throw new CreditException(JointActionError.FIELD_REQUIRED, field);
        }
        return value;
    }

    @GetMapping("/{id}")
    String result(@PathVariable UUID id, Actor actor, Model model, Locale locale) {
        var list = lists.get(id, actor);
        var refusals = new HashMap<Integer, String>();
        for (var line : list.lines()) {
            if (line.refusal() != null) {
                refusals.put(line.line(), words.of(line.refusal(), line.arguments(), locale));
            }
        }
        model.addAttribute("list", list);
        model.addAttribute("number", slip.number(list));
        model.addAttribute("prompts", list.count(Outcome.PROMPTS));
        model.addAttribute("none", list.count(Outcome.NO_PROMPT));
        model.addAttribute("unknown", list.count(Outcome.NOT_IDENTIFIED));
        model.addAttribute("refusals", refusals);
        return "console/names-result";
    }

    @GetMapping("/{id}/slips.pdf")
    ResponseEntity<byte[]> slips(@PathVariable UUID id, Actor actor) {
        var list = lists.get(id, actor);
        return Download.named(slip.number(list) + ".pdf", MediaType.APPLICATION_PDF)
                .body(slip.pdf(list, lists.checks(list, actor)));
    }

    @GetMapping("/{id}/slips.zip")
    ResponseEntity<StreamingResponseBody> archive(@PathVariable UUID id, Actor actor) {
        NameList list = lists.get(id, actor);
        var checks = lists.checks(list, actor);
        return Download.named(slip.number(list) + ".zip", MediaType.parseMediaType("application/zip"))
                .body(out -> write(checks, out));
    }

    private void write(List<LoggedCheck> checks, OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (var check : checks) {
                zip.putNextEntry(new ZipEntry(slip.number(check) + ".pdf"));
                zip.write(slip.pdf(check));
                zip.closeEntry();
            }
        }
    }
}
