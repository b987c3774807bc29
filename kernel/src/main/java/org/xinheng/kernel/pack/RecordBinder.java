package org.xinheng.kernel.pack;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Turns the nodes of one YAML file into records, by the records' components in kebab-case. Reports every fault with
 * its line and goes on; what could not be bound is null.
 */
final class RecordBinder {

    /** What a component means that the file leaves out and that cannot be null. */
    private static final Map<Class<?>, Object> WHEN_LEFT_OUT = Map.of(
            boolean.class,
            false,
            int.class,
            0,
            List.class,
            List.of(),
            EntryState.class,
            EntryState.ACTIVE,
            MeasureOrigin.class,
            MeasureOrigin.JOINT,
            Procedure.class,
            new Procedure(0, 0, false, false),
            Retention.CarriedOut.class,
            Retention.CarriedOut.BY_JOB);

    private final String file;
    private final List<Fault> faults;
    private @Nullable String entry;

    RecordBinder(String file, List<Fault> faults) {
        this.file = file;
        this.faults = faults;
    }

    /** Names the entry in the faults that follow. */
    void enter(@Nullable String id) {
        entry = id;
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    void fault(Node at, String message) {
        faults.add(new Fault(file, line(at), entry, message));
    }

    /** The nodes of a mapping by key; a key said twice is a fault. */
    Map<String, Node> keys(MappingNode node) {
        var keys = new LinkedHashMap<String, Node>();
        for (var tuple : node.getValue()) {
            var key = text(tuple.getKeyNode());
            if (key != null && keys.put(key, tuple.getValueNode()) != null) {
                fault(tuple.getKeyNode(), "key '" + key + "' is said twice");
            }
        }
        return keys;
    }

    /** The record this mapping says, or null after faults. Keys in {@code others} are left to the caller. */
    <R extends Record> @Nullable R bind(Class<R> type, MappingNode node, Set<String> others) {
        var keys = new HashMap<>(keys(node));
        var components = type.getRecordComponents();
        var values = new @Nullable Object[components.length];
        int before = faults.size();
        for (int i = 0; i < components.length; i++) {
            values[i] = component(components[i], keys.remove(kebab(components[i].getName())), node);
        }
        keys.forEach((key, value) -> {
            if (!others.contains(key)) {
                fault(value, "unknown key '" + key + "'");
            }
        });
        return faults.size() == before ? construct(type, values) : null;
    }

    private @Nullable Object component(RecordComponent component, @Nullable Node value, MappingNode node) {
        if (value != null && !Tag.NULL.equals(value.getTag())) {
            return value(component.getGenericType(), value);
        }
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            return null;
        }
        var leftOut = WHEN_LEFT_OUT.get(component.getType());
        if (leftOut == null) {
            fault(node, "'" + kebab(component.getName()) + "' is missing");
        }
        return leftOut;
    }

    private @Nullable Object value(Type type, Node node) {
        if (type instanceof ParameterizedType list) {
            return list(list.getActualTypeArguments()[0], node);
        }
        var target = (Class<?>) type;
        if (target.isRecord()) {
            return switch (node) {
                case MappingNode mapping -> bind(target.asSubclass(Record.class), mapping, Set.of());
                case ScalarNode scalar when target == Label.class -> label(scalar);
                default -> wrong(node, "a mapping");
            };
        }
        var text = text(node);
        return text == null ? null : scalar(target, text, node);
    }

    private @Nullable List<Object> list(Type element, Node node) {
        if (!(node instanceof SequenceNode sequence)) {
            fault(node, "must be a list");
            return null;
        }
        var values = new ArrayList<Object>();
        for (var child : sequence.getValue()) {
            var value = value(element, child);
            if (value != null) {
                values.add(value);
            }
        }
        return List.copyOf(values);
    }

    private @Nullable Object scalar(Class<?> type, String text, Node node) {
        try {
            if (type == String.class) {
                return text;
            }
            if (type == int.class || type == Integer.class) {
                return Integer.valueOf(text);
            }
            if (type == LocalDate.class) {
                return LocalDate.parse(text);
            }
            if (type == Period.class) {
                return Period.parse(text);
            }
            if (type == boolean.class) {
                return text.equals("true") || text.equals("false")
                        ? (Object) text.equals("true")
                        : wrong(node, "true or false");
            }
            return constant(type, text, node);
        } catch (NumberFormatException e) {
            return wrong(node, "a whole number");
        } catch (DateTimeParseException e) {
            return wrong(node, type == LocalDate.class ? "a day such as 2026-04-01" : "a period such as P3Y or P6M");
        }
    }

    private @Nullable Object constant(Class<?> type, String text, Node node) {
        for (var constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().replace('_', '-').equalsIgnoreCase(text.replace('_', '-'))) {
                return constant;
            }
        }
        if (type == CountedFact.class) {
            var refusal = PunishmentCount.refusal(text);
            if (refusal.isPresent()) {
                fault(node, "'" + text + "' " + refusal.get());
                return null;
            }
        }
        var names = Arrays.stream(type.getEnumConstants())
                .map(constant ->
                        ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        return wrong(node, "one of " + String.join(", ", names));
    }

    private @Nullable Label label(ScalarNode node) {
        var text = text(node);
        return text == null ? null : new Label(text, null);
    }

    private @Nullable Object wrong(Node node, String wanted) {
        fault(node, (node instanceof ScalarNode scalar ? "'" + scalar.getValue() + "' " : "") + "must be " + wanted);
        return null;
    }

    /** The text of a scalar; null after a fault where it is none or blank. */
    @Nullable
    String text(Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            fault(node, "must be a single value");
            return null;
        }
        if (scalar.getValue().isBlank()) {
            fault(node, "must not be blank");
            return null;
        }
        return scalar.getValue().strip();
    }

    private static <R extends Record> R construct(Class<R> type, @Nullable Object[] values) {
        try {
            var types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no record " + type.getName() + " from " + Arrays.toString(values), e);
        }
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
