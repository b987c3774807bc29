package org.xinheng.kernel.pack;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where what the cities' four documents name went: each of their behaviours, measures, models, agencies, memoranda,
 * matters and cited documents beside the entries of the packs that take it up.
 */
final class Coverage {

    private static final String NAMED = "named-in-documents.tsv";

    private final SequencedMap<String, Pack> cities;

    /** @param cities packs by the name of the city as the documents' citations begin, such as 常州 */
    Coverage(SequencedMap<String, Pack> cities) {
        this.cities = cities;
    }

    /** One row of the documents' tables: a term and where it is named. */
    record Named(String kind, String table, String term, String cited) {}

    /**
     * An entry that takes a term up.
     *
     * @param reason why it has no effect; null where it has
     */
    record Place(String id, String state, @Nullable String reason) {}

    static List<Named> named() {
        try (var in = requireNonNull(Coverage.class.getResourceAsStream(NAMED), NAMED)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .map(cells -> new Named(cells[0], cells[1], cells[2], cells[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Entries for the term with the cities they hold in. */
    SequencedMap<Place, List<String>> places(Named row) {
        var places = new LinkedHashMap<Place, List<String>>();
        cities.forEach((city, pack) -> {
            if (!row.kind().equals("agency") || row.cited().contains(city)) {
                find(row, pack)
                        .distinct()
                        .forEach(place -> places.computeIfAbsent(place, _ -> new ArrayList<>())
                                .add(city));
            }
        });
        return places;
    }

    /** Rows that have no place in some city whose document names them. */
    List<Named> empty() {
        return named().stream()
                .filter(row -> {
                    var in = places(row).values();
                    return in.isEmpty()
                            || cities.keySet().stream()
                                    .filter(row.cited()::contains)
                                    .anyMatch(city -> in.stream().noneMatch(held -> held.contains(city)));
                })
                .toList();
    }

    String markdown() {
        var text = new StringBuilder(HEAD);
        var rows = named();
        var tables = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.kind() + "\t" + row.table(), LinkedHashMap::new, Collectors.toList()));
        text.append("\n| kind | rows | taken up |\n|---|---|---|\n");
        rows.stream()
                .collect(Collectors.groupingBy(Named::kind, LinkedHashMap::new, Collectors.toList()))
                .forEach((kind, of) -> text.append("| %s | %d | %d |\n"
                        .formatted(
                                kind,
                                of.size(),
                                of.stream()
                                        .filter(row -> !places(row).isEmpty())
                                        .count())));
        tables.forEach((table, of) -> {
            text.append("\n## %s: %s\n\n| 文件用语 | 出处 | 去向 | 适用 | 状态 | 理由 |\n|---|---|---|---|---|---|\n"
                    .formatted(of.getFirst().kind(), of.getFirst().table()));
            of.forEach(row -> places(row)
                    .forEach((place, in) -> text.append("| %s | %s | `%s` | %s | %s | %s |\n"
                            .formatted(
                                    row.term(),
                                    row.cited(),
                                    place.id(),
                                    in.size() == cities.size() ? "三市" : String.join("、", in),
                                    place.state(),
                                    place.reason() == null ? "" : place.reason()))));
        });
        return text.toString();
    }

    private static final String HEAD = """
            # Coverage

            Generated from the packs by `CoverageTest`; do not edit. Where each behaviour, measure, kind of model, agency, memorandum,
            matter and basis that the four documents of the first three cities name went: the entry of the packs, the cities it holds in,
            its state, and why it has no effect where it has none.

            The documents: 常州2018 = 市政府关于建立完善守信联合激励和失信联合惩戒制度的实施意见重点任务分工表; 常州2019 = 常信用办〔2019〕10号;
            启东2019 = 关于建立完善守信联合激励和失信联合惩戒制度的实施方案 (2019-09-10); 淮安2021 = 淮信用办〔2021〕17号.
            """;

    private static Stream<Place> find(Named row, Pack pack) {
        return switch (row.kind()) {
            case "behaviour" -> named(row, pack.behaviours()).map(Coverage::behaviour);
            case "incentive", "restraint" -> {
                var kind = row.kind().equals("incentive") ? MeasureKind.INCENTIVE : MeasureKind.RESTRAINT;
                yield Stream.concat(
                        named(row, pack.measures())
                                .filter(measure -> measure.kind() == kind)
                                .map(measure -> new Place(measure.id(), word(measure.state()), zh(measure.reason()))),
                        named(row, pack.refusals()).map(Coverage::refusal));
            }
            case "model" ->
                Stream.concat(
                        named(row, pack.lists())
                                .filter(list -> list.kind() == ListKind.INCENTIVE)
                                .map(list -> new Place(list.id(), word(list.state()), zh(list.reason()))),
                        named(row, pack.refusals()).map(Coverage::refusal));
            case "memorandum" ->
                named(row, pack.memoranda())
                        .map(memorandum ->
                                new Place(memorandum.id(), word(memorandum.state()), zh(memorandum.reason())));
            case "matter" ->
                named(row, pack.matters())
                        .map(matter -> new Place(
                                matter.id(),
                                "核查事项",
                                matter.powerItem() == null ? "文件没有公布权力事项编码。" : "权力事项 " + matter.powerItem()));
            case "agency" -> agencies(row, pack);
            case "document" ->
                pack.documents().values().stream()
                        .filter(document -> isCited(row.term(), document))
                        .map(document ->
                                new Place(document.id(), document.inForceOn(pack.effective()) ? "有效" : "已失效", null));
            default -> throw new IllegalArgumentException(row.kind());
        };
    }

    private static <E extends PackEntry.Named> Stream<E> named(Named row, Map<String, E> entries) {
        return entries.values().stream()
                .filter(entry ->
                        entry.namedAs().stream().anyMatch(name -> plain(name).equals(plain(row.term()))));
    }

    private static Place behaviour(Behaviour behaviour) {
        var state = switch (behaviour.disposition()) {
            case LISTABLE -> "可列入 " + String.join("、", behaviour.lists());
            case RECORDED -> "只随决定记录";
            case DORMANT -> "休眠";
            case REFUSED -> "拒绝";
        };
        return new Place(behaviour.id(), state, zh(behaviour.reason()));
    }

    private static Place refusal(Refusal refusal) {
        return new Place(
                refusal.id(), word(EntryState.REFUSED), refusal.reason().zh());
    }

    private static Stream<Place> agencies(Named row, Pack pack) {
        return Stream.concat(
                pack.agencies().values().stream()
                        .filter(agency -> isName(row.term(), agency.label(), agency.aliases()))
                        .map(agency -> new Place(
                                agency.id(),
                                agency.until() != null
                                        ? "至" + agency.until() + "，现为" + String.join("、", successors(agency.id(), pack))
                                        : agency.guest() ? "非公共机构" : "在任",
                                null)),
                pack.groups().values().stream()
                        .filter(group -> isName(row.term(), group.label(), group.aliases()))
                        .map(group ->
                                new Place(group.id(), "统称，指" + group.members().size() + "个单位", null)));
    }

    private static List<String> successors(String id, Pack pack) {
        return pack.agencies().values().stream()
                .filter(agency -> agency.predecessors().contains(id))
                .map(Agency::id)
                .toList();
    }

    private static boolean isName(String term, Label label, List<String> aliases) {
        return Stream.concat(Stream.of(label.zh()), aliases.stream())
                .anyMatch(name -> plain(name).equals(plain(term)));
    }

    /** By its number, or where it has none by its title. */
    private static boolean isCited(String term, Document document) {
        if (document.number() != null && plain(term).endsWith(plain(document.number()))) {
            return true;
        }
        var title = plain(document.title().zh());
        return !term.contains("〔")
                && (title.contains(plain(term)) || plain(term).contains(title));
    }

    private static String word(EntryState state) {
        return switch (state) {
            case ACTIVE -> "有效";
            case DORMANT -> "休眠";
            case FORWARDED -> "转送";
            case REFUSED -> "拒绝";
        };
    }

    private static @Nullable String zh(@Nullable Label label) {
        return label == null ? null : label.zh();
    }

    /** Full and half width and kinds of quotation marks are printed at random. */
    private static String plain(String text) {
        return text.replaceAll("[“”\"]", "\"")
                .replace('（', '(')
                .replace('）', ')')
                .replace('，', ',')
                .replaceAll("\\s", "");
    }
}
