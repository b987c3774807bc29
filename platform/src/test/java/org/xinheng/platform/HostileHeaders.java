package org.xinheng.platform;

import java.util.List;
import java.util.Map;

/** Headers nobody's browser sends. */
final class HostileHeaders {

    static final List<Map.Entry<String, String>> ALL = List.of(
            Map.entry("Accept-Language", "xx-%%;q=zwei, *;q=9"),
            Map.entry("Accept-Language", "zh".repeat(1_500)),
            Map.entry("Accept", "no/such;q=/x"),
            Map.entry("Accept", "///"),
            Map.entry("If-Match", "\"never-closed"),
            Map.entry("If-None-Match", "W/\"\",*,x"),
            Map.entry("If-Modified-Since", "the thirtieth of February"),
            Map.entry("Range", "bytes=9-1,-0,x"),
            Map.entry("Cookie", "language=%zz; contrast=\"; JSESSIONID=../../x; =;"),
            Map.entry("X-Forwarded-Proto", "gopher://x"),
            Map.entry("X-Forwarded-Host", "<script>:99999999"),
            Map.entry("X-Forwarded-Port", "1000000000"),
            Map.entry("X-Forwarded-Prefix", "//evil.example/%zz"),
            Map.entry("Forwarded", "for=\";proto=;host=[::x"),
            Map.entry("X-Request-Id", "'; drop table x; --"),
            Map.entry("X-HTTP-Method-Override", "DELETE"),
            Map.entry("Origin", "null"),
            Map.entry("Referer", "javascript:alert(1)"),
            Map.entry("Idempotency-Key", "k".repeat(5_000)),
            Map.entry("Transfer", "x".repeat(7_000)),
            Map.entry("Large", "x".repeat(60_000)));

    static final List<String> PAGES =
            List.of("/", "/sign-in", "/console/inbox", "/api/v1/public/lists", "/api/v1/checks/" + MappedAddress.NIL);

    static final List<String> DOORS = List.of(
            "/console/integrity/decisions",
            "/console/submissions",
            "/api/v1/checks",
            "/api/v1/submissions",
            "/api/v1/checks/batch");

    static final List<String> CONTENT_TYPES = List.of(
            "text/",
            "application/json;charset=no-such-charset",
            "application/json; charset=\"",
            "application/x-www-form-urlencoded;charset=no-such-charset",
            "multipart/form-data;boundary=",
            "multipart/form-data;boundary=" + "b".repeat(5_000),
            "*/*",
            "x");

    private HostileHeaders() {}
}
