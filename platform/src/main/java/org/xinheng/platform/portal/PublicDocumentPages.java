package org.xinheng.platform.portal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.identifier.IdentifierScan;
import org.xinheng.kernel.pack.DocumentLevel;
import org.xinheng.platform.packs.DocumentRegister;
import org.xinheng.platform.packs.ReleaseError;

/** The register of documents for everyone (依据文件): by what law and notice anything here is done. */
@Controller
class PublicDocumentPages {

    private static final int PAGE = 40;

    private final DocumentRegister register;

    PublicDocumentPages(DocumentRegister register) {
        this.register = register;
    }

    @GetMapping("/documents")
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable DocumentLevel level,
            @RequestParam(required = false) DocumentRegister.@Nullable State state,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var words = q == null || IdentifierScan.hasNumber(q) ? "" : q.strip();
        model.addAttribute("page", DocumentRegister.Page.of(register.find(words, level, state), after, PAGE));
        model.addAttribute("q", words);
        model.addAttribute("level", level);
        model.addAttribute("state", state);
        model.addAttribute("levels", DocumentLevel.values());
        model.addAttribute("states", DocumentRegister.State.values());
        return "portal/documents";
    }

    @GetMapping("/documents/{id}")
    String one(@PathVariable String id, Model model) {
        model.addAttribute(
                "detail", register.get(id).orElseThrow(() -> new CreditException(ReleaseError.DOCUMENT_NOT_FOUND, id)));
        return "portal/document";
    }
}
