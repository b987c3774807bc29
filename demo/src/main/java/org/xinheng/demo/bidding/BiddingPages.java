package org.xinheng.demo.bidding;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.demo.DemoCast;
import org.xinheng.demo.population.Party;

/** The tender evaluation form: choose a bidder, see what its credit check says, enter scores. */
@Controller
class BiddingPages {

    private static final List<Party.Organisation> BIDDERS =
            List.of(DemoCast.LISTED, DemoCast.PENALISED, DemoCast.MODEL, DemoCast.DEFAULTER, DemoCast.PLAIN);

    /** A bidder of the sample project. */
    record Bidder(String code, String name) {}

    /** What a careful site sends with its pages; the widget has to work under it. */
    private static final String POLICY = "default-src 'self'";

    @GetMapping("/demo/bidding")
    String form(@RequestParam(required = false) @Nullable String code, Model page, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        var bidders = BIDDERS.stream()
                .map(bidder -> new Bidder(bidder.code(), bidder.name()))
                .toList();
        var chosen = code == null || code.isBlank()
                ? bidders.getFirst()
                : bidders.stream()
                        .filter(bidder -> bidder.code().equals(code.strip()))
                        .findFirst()
                        .orElse(new Bidder(code.strip(), "其他投标人"));
        page.addAttribute("bidders", bidders);
        page.addAttribute("chosen", chosen);
        return "demo/bidding";
    }
}
