package org.xinheng.platform.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.pack.EntryState;
import org.xinheng.kernel.pack.Measure;
import org.xinheng.kernel.pack.SubjectKind;
import org.xinheng.platform.disclosure.DisclosureError;
import org.xinheng.platform.disclosure.PublicSubjects;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.ListId;

/** Organisations as everyone may find and read them (信用主体). There is nothing here about persons. */
@Controller
class PublicSubjectPages {

    private final PublicSubjects subjects;
    private final Packs packs;

    PublicSubjectPages(PublicSubjects subjects, Packs packs) {
        this.subjects = subjects;
        this.packs = packs;
    }

    /** What was asked is not repeated on the page of a refusal: it may be the number of a person. */
    @GetMapping("/search")
    String search(@RequestParam(defaultValue = "") String q, Model model, HttpServletResponse response) {
        if (q.isBlank()) {
            return "portal/search";
        }
        try {
            model.addAttribute("found", subjects.search(q));
            model.addAttribute("asked", q);
        } catch (CreditException refusal) {
            if (refusal.code() != DisclosureError.SEARCH_BY_ID_NUMBER
                    && refusal.code() != DisclosureError.SEARCH_TOO_SHORT) {
                throw refusal;
            }
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("refused", refusal.code().name());
            model.addAttribute("arguments", refusal.arguments());
        }
        return "portal/search";
    }

    @GetMapping("/subjects/{code}")
    String subject(@PathVariable String code, Model model) {
        var subject = subjects.subject(code);
        var rules = packs.today();
        model.addAttribute("subject", subject);
        model.addAttribute("rules", rules);
        model.addAttribute("measures", subject.listIds().stream().collect(Collectors.toMap(ListId::value, (Function<
                        ListId, List<Measure>>)
                list -> applying(list, subject.kind()))));
        return "portal/subject";
    }

    private List<Measure> applying(ListId list, SubjectKind kind) {
        return packs.today().measures().values().stream()
                .filter(measure -> measure.state() == EntryState.ACTIVE)
                .filter(measure -> measure.lists().contains(list.value()))
                .filter(measure -> measure.targets().contains(kind))
                .toList();
    }
}
