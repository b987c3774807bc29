package org.xinheng.platform.console;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.identifier.IdType;
import org.xinheng.platform.access.AccessError;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.disclosure.SubjectAsked;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.subject.CheckIdentity;
import org.xinheng.platform.subject.Identity;

/** Asks the population register whether a number and a name belong together (身份信息核查). */
@Controller
@RequestMapping("/console/subjects/identity")
class IdentityPages {

    private final CheckIdentity check;
    private final Order order;
    private final RefusalWords refusals;

    IdentityPages(CheckIdentity check, Order order, RefusalWords refusals) {
        this.check = check;
        this.order = order;
        this.refusals = refusals;
    }

    @GetMapping
    String form(Actor actor, Model model) {
        if (actor.kind() != Actor.Kind.OFFICER) {
            throw new CreditException(AccessError.NOT_PERMITTED, Actor.Kind.OFFICER);
        }
        model.addAttribute("connected", check.isConnected());
        model.addAttribute("idTypes", IdType.values());
        return "console/subject-identity";
    }

    /** The answer stands on the page that comes back; nothing that was typed about the person does. */
    @PostMapping
    String ask(
            @RequestParam IdType idType,
            @RequestParam String number,
            @RequestParam String name,
            @RequestParam String purpose,
            @RequestParam String matter,
            @RequestParam String basis,
            Actor actor,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        try {
            var asked = new SubjectAsked(null, idType, number, name).identity(order.today());
            if (!(asked instanceof Identity.Person person)) {
                throw new IllegalStateException("a certificate that is no person's: " + idType);
            }
            model.addAttribute("reply", check.ask(person, purpose, matter, basis, actor));
        } catch (CreditException refusal) {
            response.setStatus(422);
            model.addAttribute("refusal", refusals.of(refusal, locale));
        }
        model.addAttribute("purpose", purpose);
        model.addAttribute("matter", matter);
        model.addAttribute("basis", basis);
        return form(actor, model);
    }
}
