package org.xinheng.platform.console;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.xinheng.platform.disclosure.Withdrawals;
import org.xinheng.platform.shared.Actor;

/** Who has yet to say that it took in what was undone (撤回未确认): to be chased by the credit office. */
@Controller
class WithdrawalPages {

    private final Withdrawals withdrawals;

    WithdrawalPages(Withdrawals withdrawals) {
        this.withdrawals = withdrawals;
    }

    @GetMapping("/console/withdrawals")
    String withdrawals(Actor actor, Model model) {
        model.addAttribute("laggards", withdrawals.laggards(actor));
        model.addAttribute("days", withdrawals.days());
        return "console/withdrawals";
    }
}
