package org.xinheng.platform.disclosure;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.audit.AsOf;
import org.xinheng.platform.audit.Order;
import tools.jackson.databind.json.JsonMapper;

/**
 * Open data (开放数据): each dataset as CSV and JSON with its schema and licence. Streamed, so that its size does not matter;
 * may be cached for a short while, since nothing in it speaks against anybody.
 */
@RestController
@RequestMapping("/api/v1/public/open-data")
class OpenDataApi {

    private static final String ADDRESS = "/api/v1/public/open-data/";
    private static final String CACHED = "public, max-age=600";

    private final List<OpenDataset> datasets;
    private final Order order;
    private final MessageSource messages;
    private final JsonMapper json;
    private final String licence;

    /** @param licence under which the city lets its open data be used; the city's own decision */
    OpenDataApi(
            List<OpenDataset> datasets,
            Order order,
            MessageSource messages,
            JsonMapper json,
            @Value("${xinheng.open-data-licence:CC-BY-4.0}") String licence) {
        this.datasets = datasets;
        this.order = order;
        this.messages = messages;
        this.json = json;
        this.licence = licence;
    }

    record Described(String id, String title, String description, String csv, String json, String schema) {}

    record Datasets(String licence, String statement, List<Described> datasets) {}

    /** A field of a Table Schema. */
    record SchemaField(String name, String type, String title) {}

    record Schema(String dataset, String licence, String statement, List<SchemaField> fields) {}

    @GetMapping
    Datasets datasets(Locale locale) {
        return new Datasets(
                licence,
                words("open-data.statement", locale),
                datasets.stream()
                        .map(dataset -> new Described(
                                dataset.id(),
                                words("open-data." + dataset.id() + ".title", locale),
                                words("open-data." + dataset.id() + ".words", locale),
                                ADDRESS + dataset.id() + ".csv",
                                ADDRESS + dataset.id() + ".json",
                                ADDRESS + dataset.id() + "/schema"))
                        .toList());
    }

    @GetMapping("/{dataset}/schema")
    Schema schema(@PathVariable String dataset, Locale locale) {
        return new Schema(
                dataset,
                licence,
                words("open-data.statement", locale),
                require(dataset).columns().stream()
                        .map(column -> new SchemaField(
                                column.name(),
                                column.type().name().toLowerCase(Locale.ROOT),
                                words("open-data.column." + column.name(), locale)))
                        .toList());
    }

    @GetMapping("/{dataset}.csv")
    void csv(@PathVariable String dataset, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var wanted = require(dataset);
        var asOf = order.now();
        if (unchanged(wanted, asOf, request, response)) {
            return;
        }
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + dataset + ".csv\"");
        var out = response.getWriter();
        // The mark tells spreadsheets that it is UTF-8.
        out.write('\uFEFF');
        line(out, wanted.columns().stream().map(OpenDataset.Column::name).toList());
        wanted.rows(asOf, row -> line(out, row));
        require(out);
    }

    @GetMapping("/{dataset}.json")
    void json(@PathVariable String dataset, HttpServletRequest request, HttpServletResponse response, Locale locale)
            throws IOException {
        var wanted = require(dataset);
        var asOf = order.now();
        if (unchanged(wanted, asOf, request, response)) {
            return;
        }
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        var out = response.getWriter();
        var head = json.writeValueAsString(new Head(
                dataset,
                licence,
                words("open-data.statement", locale),
                ADDRESS + dataset + "/schema",
                asOf.day(),
                asOf.knownAt()));
        out.write(head.substring(0, head.length() - 1));
        out.write(",\"rows\":[");
        var first = new boolean[] {true};
        wanted.rows(asOf, row -> {
            out.write(first[0] ? "\n" : ",\n");
            first[0] = false;
            out.write(json.writeValueAsString(object(wanted, row)));
        });
        out.write("\n]}");
        require(out);
    }

    private record Head(
            String dataset, String licence, String statement, String schema, LocalDate day, Instant dataAsOf) {}

    /** The same data of the same day, which the caller has already. */
    private static boolean unchanged(
            OpenDataset dataset, AsOf asOf, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CACHED);
        var moment = asOf.knownAt();
        return new ServletWebRequest(request, response)
                .checkNotModified("\"%s-%s-%d%06d\""
                        .formatted(dataset.id(), asOf.day(), moment.getEpochSecond(), moment.getNano() / 1_000));
    }

    private static LinkedHashMap<String, @Nullable Object> object(OpenDataset dataset, List<@Nullable String> row) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < row.size(); i++) {
            var column = dataset.columns().get(i);
            var value = row.get(i);
            object.put(
                    column.name(),
                    value != null && column.type() == OpenDataset.Type.INTEGER ? (Object) Long.valueOf(value) : value);
        }
        return object;
    }

    private static void line(Writer out, List<@Nullable String> values) {
        try {
            for (int i = 0; i < values.size(); i++) {
                var text = Objects.requireNonNullElse(values.get(i), "");
                // A text that a spreadsheet would take for a formula is made a text.
                var harmless = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
                out.write(i == 0 ? "\"" : ",\"");
                out.write(harmless.replace("\"", "\"\""));
                out.write('"');
            }
            out.write("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A writer of a response keeps quiet when the caller has gone. */
    private static void require(PrintWriter out) throws IOException {
        if (out.checkError()) {
            throw new IOException("the caller has gone");
        }
    }

    private OpenDataset require(String id) {
        return datasets.stream()
                .filter(dataset -> dataset.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new CreditException(DisclosureError.DATASET_NOT_FOUND, ""));
    }

    private String words(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
