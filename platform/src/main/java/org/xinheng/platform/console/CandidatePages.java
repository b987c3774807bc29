package org.xinheng.platform.console;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.listing.Candidates;
import org.xinheng.platform.listing.ListingError;
import org.xinheng.platform.listing.PublicNotices;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.SubjectId;

/** Whom a list's rule finds among the records, and what stands in public before its decision (候选、公示). */
@Controller
@RequestMapping("/console/lists")
class CandidatePages {

    private static final int PAGE = 20;
    private static final int NOTICES = 200;

    private final Candidates candidates;
    private final PublicNotices notices;
    private final Packs packs;

    CandidatePages(Candidates candidates, PublicNotices notices, Packs packs) {
        this.candidates = candidates;
        this.notices = notices;
        this.packs = packs;
    }

    @GetMapping("/{list}/candidates")
    String candidates(
            @PathVariable String list, @RequestParam(required = false) @Nullable UUID after, Actor actor, Model model) {
        ListDefinitionPages.requireOfficer(actor);
        var definition = packs.today().lists().get(list);
        if (definition == null) {
            throw new CreditException(ListingError.LIST_NOT_FOUND, list);
        }
        var page = candidates.page(new ListId(list), after == null ? null : new SubjectId(after), PAGE, actor);
        model.addAttribute("list", definition);
        model.addAttribute("candidates", page.candidates());
        model.addAttribute(
                "next", page.last() == null ? null : "/console/lists/" + list + "/candidates?after=" + page.last());
        return "console/list-candidates";
    }

    /** All public notices that run today. */
    @GetMapping("/notices")
    String notices(Actor actor, Model model) {
        ListDefinitionPages.requireOfficer(actor);
        model.addAttribute("notices", notices.running(NOTICES));
        return "console/list-notices";
    }
}
