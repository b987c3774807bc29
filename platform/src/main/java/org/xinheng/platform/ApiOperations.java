package org.xinheng.platform;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says of every operation of the API what the code alone cannot: what it is for, what goes in and out where that is no plain
 * JSON, and the stable codes of its refusals. It stands in {@code api/operations.json}; a test holds it against the code.
 */
@Component
class ApiOperations implements OpenApiCustomizer {

    static final String FILE = "api/operations.json";
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String PROBLEM = "Problem";
    private static final String REFERENCE = "#/components/schemas/";

    private final Described described;

    ApiOperations(JsonMapper json) {
        try (var file = new ClassPathResource(FILE).getInputStream()) {
            described = json.readValue(file, Described.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What the file holds.
     *
     * @param everywhere problems of every operation with a token, by status
     * @param withBody problems of every operation that takes JSON, by status
     * @param required fields a caller must give, by schema
     * @param operations by method and path, such as {@code POST /api/v1/checks}
     */
    record Described(
            Map<String, List<String>> everywhere,
            Map<String, List<String>> withBody,
            Map<String, List<String>> required,
            Map<String, Words> operations) {}

    /**
     * One operation.
     *
     * @param summary one line, Chinese and English
     * @param description more, where there is more to say
     * @param status of success
     * @param body media type to schema; null: as the code has it
     * @param answer media type to schema of success; {@code binary} is a file; null: as the code has it
     * @param problems stable codes by status
     */
    record Words(
            String summary,
            @Nullable String description,
            @Nullable String status,
            @Nullable Map<String, String> body,
            @Nullable Map<String, String> answer,
            Map<String, List<String>> problems) {}

    Described described() {
        return described;
    }

    @Override
    public void customise(OpenAPI api) {
        var schemas = api.getComponents().getSchemas();
        schemas.put(PROBLEM, problem());
        // A file that is streamed is no object with properties.
        schemas.remove("StreamingResponseBody");
        described.required().forEach((name, fields) -> {
            Schema<?> schema = schemas.get(name);
            if (schema != null) {
                schema.setRequired(fields);
            }
        });
        api.getPaths().addPathItem("/oauth2/token", token());
        api.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    var words = described.operations().get(method + " " + path);
                    if (words != null) {
                        describe(operation, words, path);
                    }
                }));
    }

    private void describe(Operation operation, Words words, String path) {
        operation.setSummary(words.summary());
        operation.setDescription(words.description());
        if (words.body() != null) {
            operation.setRequestBody(new RequestBody().required(true).content(content(words.body())));
        }
        var responses = operation.getResponses();
        var status = words.status() == null ? responses.keySet().iterator().next() : words.status();
        var success = new ApiResponse().description("OK");
        var before = responses.values().iterator().next().getContent();
        success.setContent(words.answer() != null ? content(words.answer()) : json(before));
        var all = new ApiResponses();
        all.addApiResponse(status, success);
        problems(words, path, takesJson(operation))
                .forEach((code, problems) -> all.addApiResponse(code, refusal(problems)));
        operation.setResponses(all);
    }

    /** The code does not say that it writes JSON; everything but files is. */
    private static @Nullable Content json(@Nullable Content content) {
        if (content == null || !content.containsKey("*/*")) {
            return content;
        }
        return new Content().addMediaType("application/json", content.get("*/*"));
    }

    private static boolean takesJson(Operation operation) {
        var body = operation.getRequestBody();
        return body != null && body.getContent() != null && body.getContent().containsKey("application/json");
    }

    private Map<String, Set<String>> problems(Words words, String path, boolean json) {
        var problems = new TreeMap<String, Set<String>>();
        if (!path.startsWith("/oauth2/")) {
            described.everywhere().forEach((status, codes) -> {
                if (!path.startsWith("/api/v1/public/") || !Set.of("401", "403").contains(status)) {
                    problems.computeIfAbsent(status, _ -> new TreeSet<>()).addAll(codes);
                }
            });
        }
        words.problems()
                .forEach((status, codes) ->
                        problems.computeIfAbsent(status, _ -> new TreeSet<>()).addAll(codes));
        return problems;
    }

    private static ApiResponse refusal(Set<String> codes) {
        Schema<Object> narrowed = new JsonSchema();
        narrowed.addProperty("code", string(codes));
        Schema<Object> schema = new JsonSchema();
        schema.setAllOf(List.of(new JsonSchema().$ref(REFERENCE + PROBLEM), narrowed));
        return new ApiResponse()
                .description(String.join(", ", codes))
                .content(new Content().addMediaType(PROBLEM_JSON, new MediaType().schema(schema)));
    }

    private static Schema<Object> string(Set<String> values) {
        Schema<Object> schema = type("string");
        schema.setEnum(new ArrayList<>(values));
        return schema;
    }

    private static Schema<Object> type(String name) {
        Schema<Object> schema = new JsonSchema();
        schema.addType(name);
        return schema;
    }

    private static Content content(Map<String, String> schemas) {
        var content = new Content();
        new LinkedHashMap<>(schemas)
                .forEach((media, name) -> content.addMediaType(media, new MediaType().schema(schema(name))));
        return content;
    }

    /** A schema by its name; {@code A|B} is one of them; {@code binary} is a file, {@code form:a,b} a form of texts. */
    private static Schema<Object> schema(String name) {
        if (name.equals("binary")) {
            Schema<Object> file = type("string");
            file.setFormat("binary");
            return file;
        }
        if (name.startsWith("form:")) {
            Schema<Object> form = type("object");
            for (var field : name.substring("form:".length()).split(",")) {
                form.addProperty(field, field.equals("file") ? schema("binary") : type("string"));
            }
            return form;
        }
        if (name.contains("|")) {
            Schema<Object> either = new JsonSchema();
            for (var one : name.split("\\|")) {
                either.addOneOfItem(schema(one));
            }
            return either;
        }
        Schema<Object> reference = new JsonSchema();
        reference.set$ref(REFERENCE + name);
        return reference;
    }

    private static Schema<Object> problem() {
        Schema<Object> problem = type("object");
        problem.setDescription(
                "RFC 9457. The code is stable; the detail is in the asked language; no person's data in either.");
        problem.addProperty("title", type("string"));
        problem.addProperty("status", type("integer"));
        problem.addProperty("code", type("string"));
        problem.addProperty("detail", type("string"));
        Schema<Object> arguments = type("array");
        arguments.setItems(type("string"));
        problem.addProperty("arguments", arguments);
        problem.setRequired(List.of("status", "code", "detail"));
        return problem;
    }

    private static PathItem token() {
        Schema<Object> answer = type("object");
        answer.addProperty("access_token", type("string"));
        answer.addProperty("token_type", type("string"));
        answer.addProperty("expires_in", type("integer"));
        var operation = new Operation()
                .operationId("token")
                .addTagsItem("token")
                .security(List.of())
                .responses(new ApiResponses()
                        .addApiResponse(
                                "200",
                                new ApiResponse()
                                        .description("OK")
                                        .content(new Content()
                                                .addMediaType("application/json", new MediaType().schema(answer)))));
        return new PathItem().post(operation);
    }
}
