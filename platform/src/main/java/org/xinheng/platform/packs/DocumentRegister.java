package org.xinheng.platform.packs;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.pack.Citations;
import org.xinheng.kernel.pack.Document;
import org.xinheng.kernel.pack.DocumentLevel;
import org.xinheng.kernel.pack.Pack;
import org.xinheng.platform.audit.Order;

/** The register of documents of the rules in force (依据文件库): what there is, what holds, and what rests on each. */
@Component
public class DocumentRegister {

    private static final Comparator<Document> BY_RANK = Comparator.comparing(Document::level)
            .thenComparing(Document::inForceFrom, Comparator.reverseOrder())
            .thenComparing(Document::id);

    private final Packs packs;
    private final Order order;

    DocumentRegister(Packs packs, Order order) {
        this.packs = packs;
        this.order = order;
    }

    /** How a document stands on a day. */
    public enum State {
        IN_FORCE,
        /** Its first day has not come. */
        TO_COME,
        /** Its last day has passed: repealed, replaced or run out. */
        ENDED;

        static State of(Document document, LocalDate day) {
            if (document.inForceOn(day)) {
                return IN_FORCE;
            }
            return day.isBefore(document.inForceFrom()) ? TO_COME : ENDED;
        }
    }

    /**
     * @param resting how many entries cite it
     * @param lapsed whether entries with effect cite it although it no longer holds
     */
    public record Line(Document document, State state, int resting, boolean lapsed) {}

    /**
     * A part of the documents found.
     *
     * @param found how many there are in all
     * @param next id of the last one here, after which the next page begins; null on the last page
     */
    public record Page(
            List<Line> lines, int found, @Nullable String next) {

        /** Those after a document; from the beginning where it is not among them. */
        public static Page of(List<Line> found, @Nullable String after, int limit) {
            int from = 0;
            for (int i = 0; i < found.size(); i++) {
                if (found.get(i).document().id().equals(after)) {
                    from = i + 1;
                }
            }
            var lines = found.stream().skip(from).limit(limit).toList();
            return new Page(
                    lines,
                    found.size(),
                    from + limit < found.size() ? lines.getLast().document().id() : null);
        }
    }

    /**
     * A document and all around it.
     *
     * @param repealedBy what repealed or replaced it; null where nothing did
     * @param repeals what it repealed or replaced itself
     * @param resting entries that cite it, by the kind of entry
     * @param lapsed those of them that should not cite it any more
     */
    public record Detail(
            Document document,
            State state,
            @Nullable Document repealedBy,
            List<Document> repeals,
            SequencedMap<String, List<Citations.Citation>> resting,
            List<Citations.Citation> lapsed) {}

    /**
     * The documents by rank, the newest first.
     *
     * @param words part of a title, number or issuer; blank = all
     */
    public List<Line> find(@Nullable String words, @Nullable DocumentLevel level, @Nullable State state) {
        var rules = packs.today();
        var today = order.today();
        var citations = Citations.of(rules);
        var wanted = words == null ? "" : comparable(words);
        return rules.documents().values().stream()
                .filter(document -> level == null || document.level() == level)
                .filter(document ->
                        wanted.isEmpty() || comparable(text(document)).contains(wanted))
                .sorted(BY_RANK)
                .map(document -> line(document, citations, today))
                .filter(line -> state == null || line.state() == state)
                .toList();
    }

    private static Line line(Document document, Map<String, List<Citations.Citation>> citations, LocalDate today) {
        var resting = citations.getOrDefault(document.id(), List.of());
        var state = State.of(document, today);
        return new Line(
                document,
                state,
                resting.size(),
                state != State.IN_FORCE && resting.stream().anyMatch(Citations.Citation::needsItInForce));
    }

    public Optional<Detail> get(String id) {
        Pack rules = packs.today();
        var document = rules.documents().get(id);
        if (document == null) {
            return Optional.empty();
        }
        var state = State.of(document, order.today());
        var cited = Citations.of(rules).getOrDefault(id, List.of());
        var resting = new LinkedHashMap<String, List<Citations.Citation>>();
        cited.forEach(citation ->
                resting.computeIfAbsent(citation.kind(), _ -> new ArrayList<>()).add(citation));
        var repealing = document.repealedBy();
        return Optional.of(new Detail(
                document,
                state,
                repealing == null ? null : rules.documents().get(repealing),
                rules.documents().values().stream()
                        .filter(other -> id.equals(other.repealedBy()))
                        .toList(),
                resting,
                state == State.IN_FORCE
                        ? List.of()
                        : cited.stream()
                                .filter(Citations.Citation::needsItInForce)
                                .toList()));
    }

    private static String text(Document document) {
        var english = document.title().en();
        return document.title().zh() + " " + (english == null ? "" : english) + " "
                + (document.number() == null ? "" : document.number()) + " " + document.issuer();
    }

    /** Width, case and the brackets around a year do not matter. */
    private static String comparable(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s〔〕()\\[\\]《》]+", "");
    }
}
