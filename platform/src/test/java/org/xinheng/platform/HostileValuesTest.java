package org.xinheng.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.xinheng.platform.ThingsOnPages.Visitors;

/**
 * Every address there is, with every value nobody should write: the answer is a page or a problem that says so, never a
 * fault of ours. On a database of its own, for some of it is accepted.
 */
@PlatformTest
@TestPropertySource(properties = "spring.application.name=hostile-values")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileValuesTest {

    /** Of a page that is no page, as much as tells what it is. */
    private static final int ENOUGH = 150;

    @Autowired
    ApplicationContext context;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    Callers callers;

    @LocalServerPort
    int port;

    private List<MappedAddress> addresses;
    private Explored explored;
    private Visitors visitors;

    @BeforeAll
    void lookAtEveryPage() {
        addresses = MappedAddress.all(mappings);
        var things = new ThingsOnPages(context, callers, port);
        visitors = things.visitors();
        things.make();
        explored = new Explored(addresses);
        var beginnings = addresses.stream()
                .filter(address -> address.method() == RequestMethod.GET && !address.isApi())
                .map(MappedAddress::pattern)
                .filter(pattern -> !pattern.contains("{"))
                .collect(Collectors.toCollection(ArrayList::new));
        for (var visitor : visitors.people()) {
            explored.explore(visitor, beginnings, things.addresses());
        }
    }

    @Test
    void everyPageAndEveryCallIsLookedAt() {
        assertThat(addresses)
                .extracting(MappedAddress::toString)
                .hasSizeGreaterThan(200)
                .contains(
                        "GET /", "GET /console/tasks/{id}", "POST /console/tasks/{id}/closing", "POST /api/v1/checks");
        var pages = addresses.stream()
                .filter(address -> address.method() == RequestMethod.GET && !address.isApi())
                .toList();
        assertThat(pages.stream().filter(page -> explored.at(page.pattern()) != null))
                .as("pages that opened without any hostile value")
                .hasSizeGreaterThan(pages.size() * 3 / 4);
    }

    @Test
    void whoFollowsLinksMeetsNoFault() {
        assertThat(explored.faults()).isEmpty();
    }

    @Test
    void noValueInAnAddressOrAFormIsAFaultOfOurs() {
        var faults = new TreeSet<String>();
        for (var address : addresses) {
            if (address.body() != null) {
                continue;
            }
            for (var request : requests(address)) {
                var fault = fault(send(address, request), address.isApi());
                if (fault != null) {
                    faults.add(address + " " + request.what() + ": " + fault);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void noCallOfTheApiIsAFaultOfOurs() {
        var called =
                addresses.stream().filter(address -> address.body() != null).toList();
        assertThat(called).hasSizeGreaterThan(5);
        var faults = new TreeSet<String>();
        for (var address : called) {
            var path = address.filled(address.variables());
            for (var body : HostileBodies.of(Objects.requireNonNull(address.body()))) {
                var fault = fault(visitors.system().post(path, "application/json", body.json()), true);
                if (fault != null) {
                    faults.add(address + " " + body.what() + ": " + fault);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void noFormWithAFileIsAFaultOfOurs() {
        var doors = addresses.stream().filter(MappedAddress::upload).toList();
        assertThat(doors).hasSizeGreaterThan(5);
        var faults = new TreeSet<String>();
        for (var door : doors) {
            var form = explored.form(door);
            assertThat(form != null || door.isApi())
                    .as("a page with the form of %s", door)
                    .isTrue();
            var visitor = form == null ? visitors.system() : form.visitor();
            var fields = form == null ? Map.of("item", "administrative-penalty") : form.fields();
            var path = door.filled(form == null ? door.variables() : form.variables());
            for (var upload : HostileUploads.of(fields)) {
                var fault = fault(visitor.send("POST", path, upload.type(), upload.body()), door.isApi());
                if (fault != null) {
                    faults.add(door + " " + upload.what() + ": " + fault);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void noHeaderIsAFaultOfOurs() {
        var faults = new TreeSet<String>();
        for (var header : HostileHeaders.ALL) {
            for (var path : HostileHeaders.PAGES) {
                var answer = at(path).get(path, header.getKey(), header.getValue());
                var fault = fault(answer, path.startsWith("/api/"));
                if (fault != null) {
                    faults.add(path + " " + header + ": " + fault);
                }
            }
        }
        for (var type : HostileHeaders.CONTENT_TYPES) {
            for (var path : HostileHeaders.DOORS) {
                var fault = fault(at(path).post(path, type, "title=x"), path.startsWith("/api/"));
                if (fault != null) {
                    faults.add(path + " Content-Type " + type + ": " + fault);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private Visitor at(String path) {
        return path.startsWith("/api/") ? visitors.system() : visitors.office();
    }

    @Test
    void whatCannotBeReadIsSaidWithItsCodeInTheLanguageOfTheReader() {
        for (var address : List.of(
                "/console/tasks?document=no-id",
                "/console/tasks/timeline?year=1000000000",
                "/console/collection?from=2026-13",
                "/console/integrity/defaulters?on=2026-02-30")) {
            var chinese = visitors.office().get(address, "Accept-Language", "zh-CN");
            var english = visitors.office().get(address, "Accept-Language", "en");

            assertThat(chinese.status()).as(address).isEqualTo(400);
            assertThat(chinese.text()).contains("data-code=\"VALUE_NOT_READABLE\"", "格式不对");
            assertThat(english.text()).contains("data-code=\"VALUE_NOT_READABLE\"", "lang=\"en\"", "correct it");
        }
        assertThat(visitors.office()
                        .get("/console/tasks?document=&agency=&role=")
                        .status())
                .as("what is empty is not given")
                .isEqualTo(200);
        assertThat(visitors.nobody().get("/lists/%ED%A0%80").text())
                .contains("data-code=\"MALFORMED_REQUEST\"", "无法读取的字符");
        assertThat(visitors.nobody()
                        .get("/lists/%ED%A0%80", "Accept-Language", "en")
                        .text())
                .contains("data-code=\"MALFORMED_REQUEST\"", "lang=\"en\"", "cannot be read");
    }

    /** @param what for whoever reads the failure */
    private record Hostile(String what, Visitor visitor, String address, String pairs) {}

    private List<Hostile> requests(MappedAddress address) {
        var form = explored.form(address);
        var variables = new LinkedHashMap<>(address.variables());
        variables.putAll(form == null ? explored.variables(address) : form.variables());
        variables.keySet().retainAll(address.variables().keySet());
        var fields = new LinkedHashMap<>(address.fields());
        var sent = new LinkedHashMap<>(address.fields());
        if (form != null) {
            fields.putAll(form.fields());
            sent.putAll(form.sent());
        }
        var visitor = visitor(address, form);
        var requests = new ArrayList<Hostile>();
        for (var variable : variables.entrySet()) {
            var values = HostileValue.instead(variable.getValue());
            if (requests.isEmpty()) {
                values.addAll(HostileValue.BEFORE_HANDLERS);
            }
            for (var value : values) {
                var wrong = encoded(variables);
                wrong.put(variable.getKey(), value.inPath());
                if (!value.inPath().isEmpty()) {
                    requests.add(new Hostile(
                            "{" + variable.getKey() + "} " + value,
                            visitor,
                            address.filled(wrong),
                            pairs(encoded(sent), null, value, false)));
                }
            }
        }
        var path = address.filled(encoded(variables));
        boolean hasRoom = address.method() != RequestMethod.GET;
        for (var field : fields.keySet()) {
            var values = HostileValue.instead(fields.getOrDefault(field, ""));
            if (requests.isEmpty()) {
                values.addAll(HostileValue.BEFORE_HANDLERS);
            }
            for (var value : values) {
                requests.add(
                        new Hostile(field + " " + value, visitor, path, pairs(encoded(sent), field, value, hasRoom)));
            }
        }
        return requests;
    }

    private Visitor visitor(MappedAddress address, Explored.@Nullable Form form) {
        var found = explored.at(address.pattern());
        if (address.isApi()) {
            return visitors.system();
        }
        return form != null ? form.visitor() : found != null ? found.visitor() : visitors.office();
    }

    private static Map<String, String> encoded(Map<String, String> plain) {
        var encoded = new LinkedHashMap<>(plain);
        encoded.replaceAll((_, value) -> Visitor.encoded(value));
        return encoded;
    }

    private static String pairs(
            Map<String, String> fields, @Nullable String wrong, HostileValue value, boolean hasRoom) {
        return fields.entrySet().stream()
                .map(field -> {
                    var name = field.getKey();
                    if (!name.equals(wrong)) {
                        return name + "=" + field.getValue();
                    }
                    return hasRoom ? value.inForm(name, field.getValue()) : value.inQuery(name, field.getValue());
                })
                .collect(Collectors.joining("&"));
    }

    private static Visitor.Answer send(MappedAddress address, Hostile request) {
        var query = request.pairs().isEmpty() ? "" : "?" + request.pairs();
        return switch (address.method()) {
            case GET -> request.visitor().get(request.address() + query);
            case POST ->
                request.visitor().post(request.address(), "application/x-www-form-urlencoded", request.pairs());
            default ->
                request.visitor().send(address.method().name(), request.address() + query, "text/plain", new byte[0]);
        };
    }

    /** Null where the answer is one that may be given. */
    private static @Nullable String fault(Visitor.Answer answer, boolean call) {
        var begins = answer.status() + " "
                + answer.text().substring(0, Math.min(ENOUGH, answer.text().length()));
        if (answer.status() >= 500) {
            return begins;
        }
        boolean said = call
                ? answer.header("content-type").startsWith("application/problem+json")
                        && answer.text().contains("\"code\"")
                : answer.text().contains("<main");
        return !answer.refuses() || said ? null : begins;
    }
}
