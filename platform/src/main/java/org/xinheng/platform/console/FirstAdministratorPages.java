package org.xinheng.platform.console;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.platform.access.FirstAdministrator;

/** The page behind the one-time link that the first start prints. */
@Controller
class FirstAdministratorPages {

    private final FirstAdministrator firstAdministrator;

    FirstAdministratorPages(FirstAdministrator firstAdministrator) {
        this.firstAdministrator = firstAdministrator;
    }

    @GetMapping("/first-administrator")
    String form(@RequestParam String invitation, Model model) {
        firstAdministrator.require(invitation);
        model.addAttribute("invitation", invitation);
        return "first-administrator";
    }

    @PostMapping("/first-administrator")
    String open(
            @RequestParam String invitation,
            @RequestParam String account,
            @RequestParam String name,
            @RequestParam String password) {
        firstAdministrator.open(invitation, account, name, password);
        return "redirect:/sign-in";
    }
}
