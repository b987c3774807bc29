package org.xinheng.platform.portal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.access.AccessError;
import org.xinheng.platform.access.Accounts;
import org.xinheng.platform.disclosure.Inquiry;
import org.xinheng.platform.disclosure.Ledger;
import org.xinheng.platform.disclosure.QueryLog;
import org.xinheng.platform.disclosure.SubjectFiles;
import org.xinheng.platform.shared.Actor;

/**
 * One's own file (我的信用): all that is kept about whoever is signed in, of today or any day before, who asked about them
 * and who holds a copy. Whose account it is says the account; nothing stands in the address.
 */
@Controller
class OwnPages {

    private static final String OWN = "本人查看";

    private final SubjectFiles files;
    private final QueryLog queries;
    private final Ledger ledger;
    private final Accounts accounts;

    OwnPages(SubjectFiles files, QueryLog queries, Ledger ledger, Accounts accounts) {
        this.files = files;
        this.queries = queries;
        this.ledger = ledger;
        this.accounts = accounts;
    }

    @GetMapping("/my")
    String own(@RequestParam(required = false) @Nullable LocalDate asOf, Actor actor, Model model) {
        var subject = accounts.subjectOf(actor)
                .orElseThrow(() -> new CreditException(AccessError.NOT_PERMITTED, Actor.Kind.SUBJECT));
        model.addAttribute("file", files.own(new Inquiry(OWN, null, null, null, asOf, null), actor));
        model.addAttribute("queries", queries.of(subject));
        model.addAttribute("copies", ledger.copiesOf(subject));
        model.addAttribute("asOf", asOf);
        return "portal/own";
    }
}
