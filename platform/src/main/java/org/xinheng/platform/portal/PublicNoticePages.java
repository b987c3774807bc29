package org.xinheng.platform.portal;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.xinheng.platform.listing.PublicConsultations;
import org.xinheng.platform.listing.PublicNotices;

/** What the public is asked now: proposals for honours before their decision, rules of lists before their first use. */
@Controller
class PublicNoticePages {

    private static final int LIMIT = 200;

    private final PublicNotices notices;
    private final PublicConsultations consultations;

    PublicNoticePages(PublicNotices notices, PublicConsultations consultations) {
        this.notices = notices;
        this.consultations = consultations;
    }

    @GetMapping("/lists/notices")
    String notices(Model model) {
        model.addAttribute("notices", notices.running(LIMIT));
        model.addAttribute("consultations", consultations.running());
        return "portal/notices";
    }
}
