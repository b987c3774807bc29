package org.xinheng.platform;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/** JSON of a record in which one value is what it should not be. */
final class HostileBodies {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("null", "null"),
            Map.entry("an object", "{\"a\":{\"b\":1}}"),
            Map.entry("a list", "[[]]"),
            Map.entry("a number", "-1"),
            Map.entry("a large number", "99999999999999999999"),
            Map.entry("a number beyond numbers", "1e99999"),
            Map.entry("a truth", "true"),
            Map.entry("nothing", "\"\""),
            Map.entry("an unknown name", "\"NO_SUCH_NAME\""),
            Map.entry("half a character", "\"\\ud800\""),
            Map.entry("a far day", "\"+999999999-12-31\""),
            Map.entry("a long text", "\"" + "长".repeat(10_000) + "\""),
            Map.entry("control characters", "\"\\u0001\\u001b\\u202e'\\\"><script>\""),
            Map.entry("a thousand lists", "[".repeat(1_000) + "]".repeat(1_000)));

    private static final Map<String, String> WHOLE = Map.of(
            "nothing",
            "",
            "null",
            "null",
            "a list",
            "[]",
            "a text",
            "\"x\"",
            "a number",
            "1",
            "half an object",
            "{\"subject\":");

    private HostileBodies() {}

    /** @param what for whoever reads the failure */
    record Body(String what, String json) {}

    static List<Body> of(Class<?> type) {
        var bodies = new ArrayList<Body>();
        WHOLE.forEach((what, json) -> bodies.add(new Body(what, json)));
        var sample = sample(type, "");
        bodies.add(new Body("as it should be", JSON.writeValueAsString(sample)));
        if (sample instanceof Map<?, ?> object) {
            spoil(object, "", sample, bodies);
            var more = new LinkedHashMap<Object, Object>(object);
            more.put("noSuchField", 1);
            bodies.add(new Body("an unknown field", JSON.writeValueAsString(more)));
        }
        return bodies;
    }

    /** Replaces each value in turn, in place, and puts it back. */
    @SuppressWarnings("unchecked")
    private static void spoil(Map<?, ?> object, String path, Object whole, List<Body> bodies) {
        var fields = (Map<String, Object>) object;
        for (var name : List.copyOf(fields.keySet())) {
            var before = fields.get(name);
            VALUES.forEach((what, json) -> {
                fields.put(name, new RawValue(json));
                bodies.add(new Body(path + name + " " + what, JSON.writeValueAsString(whole)));
            });
            fields.put(name, before);
            if (before instanceof Map<?, ?> inner) {
                spoil(inner, path + name + ".", whole, bodies);
            }
            if (before instanceof List<?> list && list.getFirst() instanceof Map<?, ?> inner) {
                spoil(inner, path + name + "[].", whole, bodies);
            }
        }
    }

    private static Object sample(Type generic, String name) {
        var type = generic instanceof ParameterizedType many ? (Class<?>) many.getRawType() : (Class<?>) generic;
        if (generic instanceof ParameterizedType many && List.class.isAssignableFrom(type)) {
            return List.of(sample(many.getActualTypeArguments()[0], name));
        }
        if (Map.class.isAssignableFrom(type)) {
            return new LinkedHashMap<>(Map.of("处罚决定文书号", "虚"));
        }
        if (type == UUID.class
                || type.isRecord()
                        && type.getPackageName().endsWith(".shared")
                        && type.getRecordComponents()[0].getType() == UUID.class) {
            return MappedAddress.NIL;
        }
        if (type == LocalDate.class) {
            return SettableClock.START.toString();
        }
        if (type == YearMonth.class) {
            return "2026-10";
        }
        if (type.isEnum()) {
            return ((Enum<?>) type.getEnumConstants()[0]).name();
        }
        if (type == boolean.class || type == Boolean.class) {
            return true;
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type) && type != BigDecimal.class) {
            return 1;
        }
        if (type.isRecord() && !type.getPackageName().endsWith(".shared")) {
            var object = new LinkedHashMap<String, Object>();
            for (var component : type.getRecordComponents()) {
                object.put(component.getName(), sample(component.getGenericType(), component.getName()));
            }
            return object;
        }
        if (type.isInterface()) {
            return new LinkedHashMap<>(Map.of("kind", "STATUTE", "basis", "虚构的依据"));
        }
        return switch (name) {
            case "code" -> Synthetic.organisation(1);
            case "matter" -> "construction-bidding";
            case "item" -> "administrative-penalty";
            default -> "虚构";
        };
    }
}
