package org.xinheng.platform.portal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.EntryState;
import org.xinheng.platform.disclosure.PublicLists;
import org.xinheng.platform.listing.ListingError;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.ListId;
import org.xinheng.platform.shared.ListingId;

/** The home page and the public lists: what each means and who stands on it today (名单). */
@Controller
class PublicListPages {

    private final PublicLists lists;
    private final Packs packs;

    PublicListPages(PublicLists lists, Packs packs) {
        this.lists = lists;
        this.packs = packs;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("lists", lists.lists());
        return "portal/home";
    }

    @GetMapping("/lists")
    String lists(Model model) {
        model.addAttribute("lists", lists.lists());
        return "portal/lists";
    }

    /** @param after the last entry of the page before; null for the first page */
    @GetMapping("/lists/{list}")
    String list(@PathVariable String list, @RequestParam(required = false) @Nullable String after, Model model) {
        var page = lists.entries(new ListId(list), after == null ? null : listing(after));
        model.addAttribute("list", lists.list(new ListId(list)));
        model.addAttribute("entries", page.entries());
        model.addAttribute("pilots", packs.today().pilots(list));
        model.addAttribute("next", page.next() == null ? null : "/lists/" + list + "?after=" + page.next());
        model.addAttribute(
                "measures",
                packs.today().measures().values().stream()
                        .filter(measure -> measure.state() == EntryState.ACTIVE
                                && measure.lists().contains(list))
                        .toList());
        return "portal/list";
    }

    private static ListingId listing(String after) {
        try {
            return ListingId.of(after);
        } catch (IllegalArgumentException e) {
            throw new CreditException(ListingError.LISTING_NOT_FOUND, "");
        }
    }
}
