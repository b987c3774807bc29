package org.xinheng.platform.portal;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.integrity.Promises;

/** What government bodies promised everyone in published policies, and whether they kept it (政府承诺). */
@Controller
class PublicPromisePages {

    private static final int LIMIT = 200;

    private final Promises promises;
    private final Order order;

    PublicPromisePages(Promises promises, Order order) {
        this.promises = promises;
        this.order = order;
    }

    @GetMapping("/government-promises")
    String promises(Model model) {
        model.addAttribute("promises", promises.published(LIMIT));
        model.addAttribute("today", order.today());
        return "portal/government-promises";
    }
}
