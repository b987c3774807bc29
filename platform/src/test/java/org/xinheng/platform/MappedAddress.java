package org.xinheng.platform;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.xinheng.platform.intake.StreamedUpload;
import org.xinheng.platform.shared.Actor;

/**
 * An address of the platform as it is mapped, with what its handler says it takes.
 *
 * @param fields names of request parameters with a value each that is none of the hostile ones
 * @param upload whether it takes a form with a file
 * @param body the record that its JSON is read into; null where it reads none
 */
record MappedAddress(
        RequestMethod method,
        String pattern,
        Map<String, String> variables,
        Map<String, String> fields,
        boolean upload,
        @Nullable Class<?> body) {

    static final String NIL = "00000000-0000-0000-0000-000000000000";

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)[^}]*}");

    /** All that are ours, in the order of their patterns. */
    static List<MappedAddress> all(RequestMappingHandlerMapping mappings) {
        var all = new ArrayList<MappedAddress>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            if (!handler.getBeanType().getName().startsWith("org.xinheng")) {
                return;
            }
            for (var method : mapping.getMethodsCondition().getMethods()) {
                for (var pattern : mapping.getPatternValues()) {
                    all.add(of(method, pattern, handler));
                }
            }
        });
        all.sort(Comparator.comparing(MappedAddress::toString));
        return all;
    }

    private static MappedAddress of(RequestMethod method, String pattern, HandlerMethod handler) {
        var variables = new LinkedHashMap<String, String>();
        VARIABLE.matcher(pattern).results().forEach(found -> variables.put(found.group(1), "x"));
        var fields = new LinkedHashMap<String, String>();
        boolean upload = false;
        Class<?> body = null;
        for (var parameter : handler.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            var type = parameter.getParameterType();
            var name = name(parameter);
            if (parameter.hasParameterAnnotation(PathVariable.class)) {
                variables.put(name, plain(type, name));
            } else if (parameter.hasParameterAnnotation(RequestBody.class)) {
                body = type;
            } else if (type == StreamedUpload.class) {
                upload = true;
            } else if (parameter.hasParameterAnnotation(RequestParam.class)) {
                if (!Map.class.isAssignableFrom(type)) {
                    fields.put(name, plain(element(parameter), name));
                }
            } else if (type.isRecord() && type != Actor.class) {
                for (var component : type.getRecordComponents()) {
                    fields.put(component.getName(), plain(element(component), component.getName()));
                }
            }
        }
        return new MappedAddress(method, pattern, variables, fields, upload, body);
    }

    private static String name(MethodParameter parameter) {
        var path = parameter.getParameterAnnotation(PathVariable.class);
        var asked = parameter.getParameterAnnotation(RequestParam.class);
        var given = path != null ? path.value() : asked != null ? asked.value() : "";
        return given.isEmpty() ? String.valueOf(parameter.getParameterName()) : given;
    }

    private static Class<?> element(MethodParameter parameter) {
        return Collection.class.isAssignableFrom(parameter.getParameterType())
                ? parameter.nested().getNestedParameterType()
                : parameter.getParameterType();
    }

    private static Class<?> element(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType many
                        && many.getActualTypeArguments()[0] instanceof Class<?> one
                ? one
                : component.getType();
    }

    /** A value that a form could send for this type. */
    private static String plain(Class<?> type, String name) {
        if (type == UUID.class || type.isRecord() && type.getRecordComponents()[0].getType() == UUID.class) {
            return NIL;
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
            return "true";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type) || type == BigDecimal.class) {
            return "1";
        }
        return switch (name) {
            case "agency", "agencies" -> "housing";
            case "item" -> "administrative-penalty";
            case "matter" -> "construction-bidding";
            case "list" -> "market-regulation-serious";
            case "code" -> Synthetic.organisation(1);
            default -> "虚构";
        };
    }

    /** This address with some values in it, encoded already. */
    String filled(Map<String, String> encoded) {
        var filled = pattern;
        for (var variable : encoded.entrySet()) {
            filled = filled.replaceFirst(
                    "\\{" + variable.getKey() + "[^}]*}", Matcher.quoteReplacement(variable.getValue()));
        }
        return filled;
    }

    boolean isApi() {
        return pattern.startsWith("/api/");
    }

    /** Its beginnings that end with a variable, as patterns of their own, the longest first. */
    List<String> beginnings() {
        var parts = pattern.split("/");
        var beginnings = new ArrayList<String>();
        for (int length = parts.length; length > 1; length--) {
            if (parts[length - 1].startsWith("{")) {
                beginnings.add(String.join("/", Arrays.copyOf(parts, length)));
            }
        }
        return beginnings;
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
