package org.xinheng.platform;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.xinheng.platform.access.CurrentActor;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.Role;

/** What stands around every page: whose portal it is, who is signed in and where in the console they may go. */
@Component("frame")
class PageFrame {

    /**
     * A place of the console (工作台).
     *
     * @param key last part of its address and of its message key
     * @param roles who is shown it; empty = every officer
     */
    public record Place(String key, String icon, Set<Role> roles) {}

    private static final List<Place> PLACES = List.of(
            new Place("inbox", "inbox", Set.of()),
            new Place("check", "shield-check", Set.of(Role.CHECKER)),
            new Place("submissions", "upload", Set.of(Role.REPORTER)),
            new Place("records", "file-text", Set.of(Role.REPORTER)),
            new Place("collection", "chart-bar", Set.of(Role.REPORTER, Role.CREDIT_OFFICE, Role.AUDITOR)),
            new Place(
                    "subjects",
                    "building",
                    Set.of(
                            Role.REPORTER,
                            Role.DETERMINER,
                            Role.LEGAL_REVIEWER,
                            Role.DECIDER,
                            Role.CREDIT_OFFICE,
                            Role.AUDITOR)),
            new Place(
                    "lists",
                    "list-check",
                    Set.of(Role.DETERMINER, Role.LEGAL_REVIEWER, Role.DECIDER, Role.CREDIT_OFFICE)),
            new Place("joint-actions", "users-group", Set.of(Role.CHECKER, Role.DETERMINER, Role.CREDIT_OFFICE)),
            new Place("tasks", "checklist", Set.of(Role.REPORTER, Role.CREDIT_OFFICE, Role.AUDITOR)),
            new Place("reports", "report", Set.of(Role.CREDIT_OFFICE)),
            new Place("indicators", "chart-histogram", Set.of()),
            new Place("assessments", "clipboard-check", Set.of()),
            new Place(
                    "integrity",
                    "building-bank",
                    Set.of(Role.REPORTER, Role.DETERMINER, Role.CREDIT_OFFICE, Role.AUDITOR)),
            new Place("measures", "scale", Set.of()),
            new Place("documents", "files", Set.of()),
            new Place("withdrawals", "send", Set.of(Role.CREDIT_OFFICE, Role.AUDITOR)),
            new Place("packs", "package", Set.of(Role.CREDIT_OFFICE, Role.AUDITOR)),
            new Place("audit", "link", Set.of(Role.AUDITOR)));

    private static final Pattern PLAIN = Pattern.compile("(?!.*\\d{7})[a-z0-9-]{0,40}");

    private final Packs packs;
    private final PageWords words;

    PageFrame(Packs packs, PageWords words) {
        this.packs = packs;
        this.words = words;
    }

    /** The name the city gives its portal, such as 信用常州; of a pack without one, the label of its last layer. */
    public String portalName() {
        var city = packs.today().layers().getLast();
        return words.of(city.portalName() == null ? city.label() : city.portalName());
    }

    /** The colour the city gives its pages, as declarations of style; null for the common one. */
    public @Nullable String accent() {
        var accent = packs.today().layers().getLast().accent();
        if (accent == null) {
            return null;
        }
        int rgb = Integer.parseInt(accent.substring(1), 16);
        return "--accent: %s; --accent-rgb: %d, %d, %d".formatted(accent, rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
    }

    /** {@code large} for those who chose large type; null otherwise. Asks nothing of the database. */
    public @Nullable String text() {
        return chosen(Display.TEXT, "large");
    }

    /** {@code high} for those who chose high contrast; null otherwise. Asks nothing of the database. */
    public @Nullable String contrast() {
        return chosen(Display.CONTRAST, "high");
    }

    private static @Nullable String chosen(Display what, String value) {
        var request = request();
        return request != null && value.equals(what.chosen(request)) ? value : null;
    }

    /** Address of this page, to come back to; where a form was answered the page before it, which has an address. */
    public String here() {
        var request = request();
        if (request == null || !request.getMethod().equals("GET")) {
            return actor() == null ? "/" : "/console";
        }
        var failed = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed != null ? failed : request.getRequestURI() + query(request);
    }

    /** Ids and days only: what somebody typed may be the number of a person, which no page repeats in an address. */
    private static String query(HttpServletRequest request) {
        boolean plain = request.getParameterMap().values().stream()
                .flatMap(Arrays::stream)
                .allMatch(value -> value != null && PLAIN.matcher(value).matches());
        return plain && request.getQueryString() != null ? "?" + request.getQueryString() : "";
    }

    private static @Nullable HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest()
                : null;
    }

    /** Null when nobody signed in. */
    public @Nullable Actor actor() {
        return CurrentActor.find();
    }

    /** Name of the signed-in officer's agency; null for subjects' own accounts. */
    public @Nullable String agency() {
        var actor = actor();
        return actor == null || actor.agency() == null
                ? null
                : words.agency(actor.agency().value());
    }

    /** The places of the console for whoever is signed in. */
    public List<Place> places() {
        var actor = actor();
        if (actor == null || actor.kind() != Actor.Kind.OFFICER) {
            return List.of();
        }
        return PLACES.stream()
                .filter(place ->
                        place.roles().isEmpty() || place.roles().stream().anyMatch(actor::may))
                .toList();
    }
}
