package org.xinheng.platform.console;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.access.AccessError;
import org.xinheng.platform.console.PersonDoor.Grounds;
import org.xinheng.platform.shared.Actor;

/** Where an officer states why something about a person is looked at; the page then opens and logs it. */
@Controller
class PersonDoorPages {

    /** A console page; no other site, no other part of this one. */
    private static final Pattern CONSOLE = Pattern.compile("/console/[a-zA-Z0-9/_-]+(\\?[a-zA-Z0-9=&_-]*)?");

    private final PersonDoor door;
    private final MessageSource messages;

    PersonDoorPages(PersonDoor door, MessageSource messages) {
        this.door = door;
        this.messages = messages;
    }

    @PostMapping("/console/grounds/{thing}")
    String state(
            @PathVariable UUID thing,
            @RequestParam String purpose,
            @RequestParam String matter,
            @RequestParam String basis,
            @RequestParam String back,
            Actor actor,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        if (actor.kind() != Actor.Kind.OFFICER) {
            throw new CreditException(AccessError.NOT_PERMITTED, Actor.Kind.OFFICER);
        }
        var grounds = new Grounds(purpose.strip(), matter.strip(), basis.strip());
        var page = CONSOLE.matcher(back).matches() ? back : "/console";
        if (!grounds.complete()) {
            response.setStatus(422);
            model.addAttribute(
                    "faults", List.of(messages.getMessage("console.subjects.purpose.incomplete", null, locale)));
            PersonDoor.ask(thing, grounds, page, model);
            return PersonDoor.PAGE;
        }
        door.state(thing, grounds);
        return "redirect:" + page;
    }
}
