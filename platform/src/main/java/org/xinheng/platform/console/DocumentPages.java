package org.xinheng.platform.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.identifier.IdentifierScan;
import org.xinheng.kernel.pack.DocumentLevel;
import org.xinheng.platform.integrity.Campaign;
import org.xinheng.platform.integrity.Campaigns;
import org.xinheng.platform.packs.DocumentRegister;
import org.xinheng.platform.packs.ReleaseError;
import org.xinheng.platform.shared.Actor;

/** The register of documents for officers (依据文件): what holds, and what rests on each. */
@Controller
@RequestMapping("/console/documents")
class DocumentPages {

    private static final int PAGE = 40;

    private final DocumentRegister register;
    private final Campaigns campaigns;

    DocumentPages(DocumentRegister register, Campaigns campaigns) {
        this.register = register;
        this.campaigns = campaigns;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable DocumentLevel level,
            @RequestParam(required = false) DocumentRegister.@Nullable State state,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var words = q == null || IdentifierScan.hasNumber(q) ? "" : q.strip();
        var lines = register.find(words, level, state);
        model.addAttribute("page", DocumentRegister.Page.of(lines, after, PAGE));
        model.addAttribute(
                "lapsed", lines.stream().filter(DocumentRegister.Line::lapsed).toList());
        model.addAttribute("q", words);
        model.addAttribute("level", level);
        model.addAttribute("state", state);
        model.addAttribute("levels", DocumentLevel.values());
        model.addAttribute("states", DocumentRegister.State.values());
        return "console/documents";
    }

    @GetMapping("/{id}")
    String one(@PathVariable String id, Actor actor, Model model) {
        model.addAttribute(
                "detail", register.get(id).orElseThrow(() -> new CreditException(ReleaseError.DOCUMENT_NOT_FOUND, id)));
        List<Campaign.Content> resting =
                actor.kind() == Actor.Kind.OFFICER ? campaigns.restingOn(id, actor) : List.of();
        model.addAttribute("campaigns", resting);
        return "console/document";
    }
}
