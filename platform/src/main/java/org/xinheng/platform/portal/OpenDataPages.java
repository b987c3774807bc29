package org.xinheng.platform.portal;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.xinheng.platform.disclosure.OpenDataset;

/** What everyone may take as a whole, and under what terms (开放数据). */
@Controller
class OpenDataPages {

    private final List<OpenDataset> datasets;
    private final String licence;

    OpenDataPages(List<OpenDataset> datasets, @Value("${xinheng.open-data-licence:CC-BY-4.0}") String licence) {
        this.datasets = datasets;
        this.licence = licence;
    }

    @GetMapping("/open-data")
    String openData(Model model) {
        model.addAttribute("datasets", datasets);
        model.addAttribute("licence", licence);
        return "portal/open-data";
    }
}
