package org.xinheng.platform.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.audit.VerifyChain;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.Role;

/** What happened, newest first, and whether the chain is whole (审计). */
@Controller
@RequestMapping("/console/audit")
class AuditPages {

    private static final int PAGE = 50;

    private final Order order;
    private final VerifyChain chain;

    AuditPages(Order order, VerifyChain chain) {
        this.order = order;
        this.chain = chain;
    }

    /** @param upTo newest position shown; null for the newest there is */
    @GetMapping
    String facts(@RequestParam(required = false) @Nullable Long upTo, Actor actor, Model model) {
        Permission.require(actor, Role.AUDITOR);
        var head = order.head();
        var newest = upTo == null ? head.position() : Math.clamp(upTo, 0, head.position());
        var before = Math.max(0, newest - PAGE);
        List<Order.Entry> entries = order.tail(before, (int) (newest - before)).reversed();
        model.addAttribute("head", head);
        model.addAttribute("entries", entries);
        model.addAttribute("next", before == 0 ? null : "/console/audit?upTo=" + before);
        return "console/audit";
    }

    @PostMapping("/verification")
    String verify(Actor actor, Model model) {
        Permission.require(actor, Role.AUDITOR);
        model.addAttribute("verification", chain.verify());
        return facts(null, actor, model);
    }
}
