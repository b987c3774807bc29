package org.xinheng.e2e;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which pages there are: follows links from where somebody begins, so that a page added tomorrow is found without being
 * named here. Of pages that differ only in whom or what they show, a few stand for all.
 */
final class PageFinder {

    private static final int IN_A_FOLDER = 12;

    private static final Pattern NO_PAGE = Pattern.compile(
            "/(api|oauth2|demo|display|webjars|widget)(/.*)?|.*\\.(csv|xlsx|pdf|docx|json|ndjson|svg|js|css)");
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9A-HJ-NP-RTUW-Y]{18}");
    private static final Pattern NAMED_ENTRY =
            Pattern.compile("(?<=/(lists|items|matters|measures|indicators|documents|agencies)/)[^/]+");

    private final Deque<String> waiting = new ArrayDeque<>();
    private final Set<String> known = new HashSet<>();
    private final Map<String, Integer> ofAKind = new HashMap<>();
    private final Map<String, Integer> inAFolder = new HashMap<>();

    private final int most;

    /** @param most how many pages of a kind stand for all */
    PageFinder(List<String> beginnings, int most) {
        this.most = most;
        waiting.addAll(beginnings);
        known.addAll(beginnings);
    }

    Optional<String> next() {
        return Optional.ofNullable(waiting.poll());
    }

    /** Takes the links of a page, as addresses on this site. */
    void follow(List<String> links) {
        for (var link : links) {
            var address = link.replaceFirst("#.*", "");
            var path = address.replaceFirst("\\?.*", "");
            if (NO_PAGE.matcher(path).matches() || !known.add(address)) {
                continue;
            }
            var folder = path.substring(0, path.lastIndexOf('/'));
            boolean roomy = folder.isEmpty() || folder.equals("/console");
            if (ofAKind.merge(kind(address), 1, Integer::sum) <= most
                    && (roomy || inAFolder.merge(folder, 1, Integer::sum) <= IN_A_FOLDER)) {
                waiting.add(address);
            }
        }
    }

    /** The address without what tells one page of a kind from another. */
    static String kind(String address) {
        int question = address.indexOf('?');
        var path = question < 0 ? address : address.substring(0, question);
        var names = question < 0
                ? ""
                : Stream.of(address.substring(question + 1).split("&"))
                        .map(parameter -> parameter.replaceFirst("=.*", ""))
                        .sorted()
                        .collect(Collectors.joining("&", "?", ""));
        return NAMED_ENTRY.matcher(ID.matcher(path).replaceAll("*")).replaceAll("*") + names;
    }
}
