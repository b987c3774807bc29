package org.xinheng.platform.console;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.xinheng.kernel.pack.Basis;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.platform.disclosure.Authority;
import org.xinheng.platform.disclosure.Inquiry;
import org.xinheng.platform.disclosure.LogInquiry;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.SubjectId;

/**
 * Stands before every page that shows something about one natural person or sole trader (promise 8): each look is logged
 * with purpose, matter and authority before anything is shown. Who handles a case looks on the ground the case itself
 * gives; anybody else states one, once for each thing and session.
 */
@Component
class PersonDoor {

    /** Asks for the grounds; nothing about the person stands on it. */
    static final String PAGE = "console/subject-purpose";

    private static final String STATED = "grounds-stated:";

    private final LogInquiry log;
    private final HttpServletRequest request;

    /** @param request the running one, whichever that is */
    PersonDoor(LogInquiry log, HttpServletRequest request) {
        this.log = log;
        this.request = request;
    }

    /**
     * What somebody looks for, at what, and by what authority.
     *
     * @param purpose empty where the officer must say it; the rest then is a suggestion
     */
    record Grounds(String purpose, String matter, String basis) implements Serializable {

        /** What a piece of work is done for, resting on what the packs say it rests on. */
        static Grounds of(String purpose, String matter, List<Basis> basis, Pack rules) {
            return new Grounds(purpose, matter, words(basis, rules));
        }

        boolean complete() {
            return !purpose.isBlank() && !matter.isBlank() && !basis.isBlank();
        }

        private static String words(List<Basis> basis, Pack rules) {
            return basis.stream()
                    .map(one -> {
                        var document = rules.documents().get(one.document());
                        return document == null
                                ? null
                                : "《" + document.title().zh().replaceAll("^《|》$", "") + "》" + one.article();
                    })
                    .filter(Objects::nonNull)
                    .distinct()
                    .collect(Collectors.joining("；"));
        }
    }

    /**
     * Logs the look and lets in; without grounds prepares {@link #PAGE} and does not.
     *
     * @param thing what is looked at, by its id
     * @param person null where nobody here is identified
     * @param work the ground the officer's own work gives; null or incomplete where it must be stated
     */
    boolean opens(UUID thing, @Nullable SubjectId person, @Nullable Grounds work, Actor actor, Model model) {
        var grounds = work != null && work.complete() ? work : stated(thing);
        if (grounds == null) {
            ask(thing, work, request.getRequestURI() + query(), model);
            return false;
        }
        log(person, grounds, actor);
        return true;
    }

    /** @param person null where nobody here is identified by what was asked */
    void log(@Nullable SubjectId person, Grounds grounds, Actor actor) {
        log.about(
                person,
                new Inquiry(
                        grounds.purpose(), grounds.matter(), null, new Authority.Statute(grounds.basis()), null, null),
                actor);
    }

    /** Prepares {@link #PAGE}. */
    static void ask(UUID thing, @Nullable Grounds typed, String back, Model model) {
        model.addAttribute("address", "/console/grounds/" + thing);
        model.addAttribute("back", back);
        model.addAttribute("asked", typed);
    }

    /** Keeps what an officer stated about a thing until the session ends. */
    void state(UUID thing, Grounds grounds) {
        request.getSession().setAttribute(STATED + thing, grounds);
    }

    private @Nullable Grounds stated(UUID thing) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(STATED + thing) instanceof Grounds grounds ? grounds : null;
    }

    private String query() {
        var query = request.getMethod().equals("GET") ? request.getQueryString() : null;
        return query == null ? "" : "?" + query;
    }
}
