package org.xinheng.platform;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** What visitors find who follow every link of every page once: addresses of things there are, and the forms about them. */
final class Explored {

    /** Pages of one kind that one visitor looks at. */
    private static final int PAGES = 2;

    private final List<PathPattern> patterns;
    private final Map<String, Found> links = new HashMap<>();
    private final Map<String, Form> forms = new TreeMap<>();
    private final Set<String> faults = new TreeSet<>();

    Explored(Collection<MappedAddress> mapped) {
        patterns = mapped.stream()
                .map(MappedAddress::pattern)
                .distinct()
                .map(PathPatternParser.defaultInstance::parse)
                .sorted()
                .toList();
    }

    /**
     * An address that was opened.
     *
     * @param variables of its pattern
     */
    record Found(Visitor visitor, Map<String, String> variables) {}

    /**
     * @param fields each with what the page puts into it, or else what somebody might type
     * @param needed those of them that a browser would not leave empty
     */
    record Form(Visitor visitor, Map<String, String> variables, Map<String, String> fields, Set<String> needed) {

        /** As somebody sends it who fills in no more than must be. */
        Map<String, String> sent() {
            var sent = new LinkedHashMap<>(fields);
            sent.replaceAll((name, value) -> needed.contains(name) ? value : "");
            return sent;
        }
    }

    private record Match(String pattern, Map<String, String> variables) {}

    private @Nullable Match match(String path) {
        var container = PathContainer.parsePath(path);
        for (var pattern : patterns) {
            var match = pattern.matchAndExtract(container);
            if (match != null) {
                return new Match(pattern.getPatternString(), match.getUriVariables());
            }
        }
        return null;
    }

    /** @param things addresses that are looked at however many of their kind there are */
    void explore(Visitor visitor, List<String> beginnings, List<String> things) {
        var waiting = new ArrayDeque<String>(beginnings);
        waiting.addAll(things);
        var seen = new HashSet<String>();
        var opened = new HashMap<String, Integer>();
        while (!waiting.isEmpty()) {
            var address = waiting.poll();
            var match = match(path(address));
            if (match == null
                    || !seen.add(path(address))
                    || opened.merge(match.pattern(), 1, Integer::sum) > PAGES && !things.contains(address)) {
                continue;
            }
            var answer = visitor.get(address);
            if (answer.status() >= 500) {
                faults.add(address + " for " + visitor + ": " + answer.status());
            }
            if (answer.status() == 302) {
                waiting.addFirst(path(answer.header("location")));
            }
            if (answer.status() != 200) {
                continue;
            }
            links.putIfAbsent(match.pattern(), new Found(visitor, match.variables()));
            if (answer.header("content-type").startsWith("text/html")) {
                var page = Jsoup.parse(answer.text());
                take(page, visitor);
                for (var link : page.select("a[href^=/]")) {
                    waiting.add(link.attr("href").replaceFirst("#.*", ""));
                }
            }
        }
    }

    private static String path(String address) {
        return address.replaceFirst("^https?://[^/]+", "").replaceFirst("[?#;].*", "");
    }

    private void take(Document page, Visitor visitor) {
        for (var form : page.select("form[action]")) {
            var match = match(path(form.attr("action")));
            if (match == null) {
                continue;
            }
            var fields = new LinkedHashMap<String, String>();
            var needed = new HashSet<String>();
            for (var field : form.select("[name]")) {
                if (!field.attr("name").equals("_csrf") && !field.attr("type").equals("file")) {
                    fields.merge(field.attr("name"), value(field), (before, now) -> before.isEmpty() ? now : before);
                    if (field.hasAttr("required")
                            || field.tagName().equals("select")
                            || !field.val().isEmpty()) {
                        needed.add(field.attr("name"));
                    }
                }
            }
            var key = form.attr("method").toUpperCase(Locale.ROOT) + " " + match.pattern();
            var known = forms.get(key);
            if (known == null || !known.fields().keySet().containsAll(fields.keySet())) {
                var first = new Form(visitor, match.variables(), fields, needed);
                if (known != null) {
                    first = fields.size() > known.fields().size() ? first : known;
                    known.fields().forEach(fields::putIfAbsent);
                    needed.addAll(known.needed());
                }
                forms.put(key, new Form(first.visitor(), first.variables(), fields, needed));
            }
        }
    }

    private static String value(Element field) {
        if (field.tagName().equals("select")) {
            return field.select("option[value]").stream()
                    .map(option -> option.attr("value"))
                    .filter(value -> !value.isEmpty())
                    .findFirst()
                    .orElse("");
        }
        if (!field.val().isEmpty()) {
            return field.val();
        }
        return switch (field.attr("type")) {
            case "date" -> SettableClock.START.toString();
            case "month" -> "2026-10";
            case "number" -> "1";
            default -> "虚构";
        };
    }

    @Nullable
    Found at(String pattern) {
        return links.get(pattern);
    }

    @Nullable
    Form form(MappedAddress address) {
        return forms.get(address.toString());
    }

    /** What stands in an address that begins as this one does. */
    Map<String, String> variables(MappedAddress address) {
        for (var beginning : address.beginnings()) {
            for (var known : links.entrySet()) {
                if (known.getKey().startsWith(beginning)) {
                    return known.getValue().variables();
                }
            }
        }
        return Map.of();
    }

    /** Pages that failed without any hostile value. */
    Set<String> faults() {
        return faults;
    }
}
