package org.xinheng.platform.console;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.PackError;
import org.xinheng.platform.access.AccessError;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.packs.PackFolder;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.packs.ReleasePack;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.Role;

/** Releases of the rules: one officer of the credit office proposes, another activates (规则包). */
@Controller
@RequestMapping("/console/packs")
class PackPages {

    private static final String BACK = "redirect:/console/packs";

    private final Packs packs;
    private final PackFolder folder;
    private final ReleasePack release;
    private final Order order;

    PackPages(Packs packs, PackFolder folder, ReleasePack release, Order order) {
        this.packs = packs;
        this.folder = folder;
        this.release = release;
        this.order = order;
    }

    @GetMapping
    String releases(Actor actor, Model model) {
        if (!actor.may(Role.CREDIT_OFFICE) && !actor.may(Role.AUDITOR)) {
            throw new CreditException(AccessError.NOT_PERMITTED, Role.CREDIT_OFFICE);
        }
        model.addAttribute("rules", packs.today());
        model.addAttribute("releases", packs.releases());
        model.addAttribute("today", order.today());
        model.addAttribute("account", actor.id());
        model.addAttribute("mayRelease", Permission.isCitysOffice(actor));
        return "console/packs";
    }

    /** Proposes what stands in the folder of packs; with faults, shows all of them and proposes nothing. */
    @PostMapping("/releases")
    String propose(Actor actor, Model model) {
        Permission.requireCitysOffice(actor);
        try {
            release.propose(folder.read(), actor);
        } catch (CreditException refusal) {
            if (refusal.code() != PackError.PACK_FAULTY) {
                throw refusal;
            }
            model.addAttribute("faults", refusal.arguments());
            return releases(actor, model);
        }
        return BACK;
    }

    @PostMapping("/releases/{id}/activation")
    String activate(@PathVariable UUID id, Actor actor) {
        Permission.requireCitysOffice(actor);
        release.activate(id, actor);
        return BACK;
    }
}
