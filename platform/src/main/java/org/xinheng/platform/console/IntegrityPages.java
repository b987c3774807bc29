package org.xinheng.platform.console;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.integrity.Campaigns;
import org.xinheng.platform.integrity.Defaulters;
import org.xinheng.platform.integrity.MajorDecisions;
import org.xinheng.platform.integrity.Promises;
import org.xinheng.platform.integrity.Rounds;
import org.xinheng.platform.shared.Actor;

/** Where the ledgers of government integrity begin (政务诚信): what waits in each. */
@Controller
class IntegrityPages {

    private static final int LOOKED_AT = 500;

    private final MajorDecisions decisions;
    private final Promises promises;
    private final Defaulters defaulters;
    private final Rounds rounds;
    private final Campaigns campaigns;
    private final Order order;

    IntegrityPages(
            MajorDecisions decisions,
            Promises promises,
            Defaulters defaulters,
            Rounds rounds,
            Campaigns campaigns,
            Order order) {
        this.decisions = decisions;
        this.promises = promises;
        this.defaulters = defaulters;
        this.rounds = rounds;
        this.campaigns = campaigns;
        this.order = order;
    }

    @GetMapping("/console/integrity")
    String overview(Actor actor, Model model) {
        var today = order.today();
        model.addAttribute(
                "incomplete",
                decisions.newest(actor, null, LOOKED_AT).stream()
                        .filter(decision -> !decision.complete())
                        .count());
        model.addAttribute(
                "missed",
                promises.newest(actor, null, LOOKED_AT).stream()
                        .filter(promise -> promise.missed(today))
                        .count());
        model.addAttribute(
                "open",
                Defaulters.mayRead(actor)
                        ? defaulters.all(actor).stream()
                                .filter(one -> one.openOn(today))
                                .count()
                        : null);
        model.addAttribute(
                "rounds",
                rounds.newest(actor, null, LOOKED_AT).stream()
                        .filter(round -> round.closedOn() == null)
                        .count());
        model.addAttribute("campaigns", campaigns.running(actor));
        return "console/integrity";
    }
}
