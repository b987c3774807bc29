package org.xinheng.platform.intake;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xinheng.platform.Synthetic;
import org.xinheng.platform.intake.HostileRequest.Call;
import org.xinheng.platform.intake.HostileRequest.Senders;
import org.xinheng.platform.intake.Sender.Answer;
import tools.jackson.databind.json.JsonMapper;

/** Requests with wrong tokens, wrong bodies, wrong addresses and wrong clocks. */
final class HostileRequests {

    private static final String PENALTY = "administrative-penalty";
    private static final String JSON = "application/json";
    private static final String SUBMISSIONS = "/api/v1/submissions";

    private HostileRequests() {}

    static List<HostileRequest> all() {
        var requests = new ArrayList<HostileRequest>();
        requests.addAll(tokens());
        requests.addAll(uploads());
        requests.addAll(calls());
        requests.addAll(questions());
        requests.addAll(clocks());
        return requests;
    }

    private static HostileRequest refused(String name, int status, String code, Call call) {
        return new HostileRequest(name, status, code, call);
    }

    private static byte[] table(int n) {
        return Tables.csv(
                StandardCharsets.UTF_8,
                List.of(Tables.penalty(6400 + n, "常市监罚字〔2026〕" + (6400 + n) + "号", "2026-11-18")));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Answer json(Sender sender, String path, String body) {
        return sender.post(path, JSON, utf8(body));
    }

    private static List<HostileRequest> tokens() {
        return List.of(
                refused("no token", 401, "UNAUTHENTICATED", to -> to.with("").upload(PENALTY, "a.csv", table(1))),
                refused(
                        "a token that is none",
                        401,
                        "UNAUTHENTICATED",
                        to -> to.with("Bearer 123").get(SUBMISSIONS + "/1")),
                refused(
                        "name and secret where a token belongs",
                        401,
                        "UNAUTHENTICATED",
                        to -> to.with("Basic " + Base64.getEncoder().encodeToString(utf8("intake-regulator:secret")))
                                .get(SUBMISSIONS + "/1")),
                refused(
                        "a token that has run out",
                        401,
                        "UNAUTHENTICATED",
                        to -> withToken(to, true, -Duration.ofHours(2).toSeconds())),
                refused("a token of somebody else's key", 401, "UNAUTHENTICATED", to -> withToken(to, false, 600)),
                refused(
                        "a token that says it needs no signature",
                        401,
                        "UNAUTHENTICATED",
                        to -> to.with("Bearer "
                                        + part("{\"alg\":\"none\"}") + "."
                                        + part(
                                                "{\"sub\":\"x\",\"agency\":\"market-regulator\",\"roles\":[\"REPORTER\"]}")
                                        + ".")
                                .get(SUBMISSIONS + "/1")),
                refused("a token whose words were changed", 401, "UNAUTHENTICATED", to -> {
                    var parts = to.tokens()
                            .sign(true, Instant.now(), Instant.now().plusSeconds(600))
                            .split("\\.");
                    return to.with("Bearer " + parts[0] + "."
                                    + part("{\"sub\":\"x\",\"agency\":\"tax\",\"roles\":[\"REPORTER\"]}") + "."
                                    + parts[2])
                            .get(SUBMISSIONS + "/1");
                }),
                refused(
                        "a token in the address",
                        401,
                        "UNAUTHENTICATED",
                        to -> to.with("")
                                .get(SUBMISSIONS + "/1?access_token="
                                        + to.tokens()
                                                .sign(
                                                        true,
                                                        Instant.now(),
                                                        Instant.now().plusSeconds(600)))));
    }

    private static Answer withToken(Senders to, boolean ours, long seconds) {
        var expires = Instant.now().plusSeconds(seconds);
        return to.with("Bearer " + to.tokens().sign(ours, expires.minusSeconds(1800), expires))
                .get(SUBMISSIONS + "/1");
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(utf8(json));
    }

    private static List<HostileRequest> uploads() {
        var edge = "--b\r\nContent-Disposition: form-data; name=\"";
        var file = edge + "file\"; filename=\"a.csv\"\r\n\r\na,b\r\n";
        var form = "multipart/form-data; boundary=b";
        return List.of(
                refused(
                        "an item nobody knows",
                        404,
                        "ITEM_NOT_FOUND",
                        to -> to.regulator().upload("../../etc/passwd", "a.csv", table(10))),
                refused(
                        "a form without a file",
                        400,
                        "FILE_MISSING",
                        to -> to.regulator()
                                .post(SUBMISSIONS, form, utf8(edge + "item\"\r\n\r\n" + PENALTY + "\r\n--b--\r\n"))),
                refused(
                        "a form with two files",
                        400,
                        "FILE_MISSING",
                        to -> to.regulator()
                                .post(
                                        SUBMISSIONS,
                                        form,
                                        utf8(file + file + edge + "item\"\r\n\r\n" + PENALTY + "\r\n--b--\r\n"))),
                refused(
                        "a form without an item",
                        400,
                        "ITEM_MISSING",
                        to -> to.regulator().post(SUBMISSIONS, form, utf8(file + "--b--\r\n"))),
                refused(
                        "a form without its boundary",
                        400,
                        "UPLOAD_BROKEN",
                        to -> to.regulator().post(SUBMISSIONS, "multipart/form-data", utf8(file + "--b--\r\n"))),
                refused(
                        "a form that stops in the middle",
                        400,
                        "UPLOAD_BROKEN",
                        to -> to.regulator()
                                .post(SUBMISSIONS, form, utf8(edge + "item\"\r\n\r\n" + PENALTY + "\r\n" + file))),
                refused(
                        "a thousand fields before the file",
                        400,
                        "UPLOAD_BROKEN",
                        to -> to.regulator().post(SUBMISSIONS, form, utf8(fields(1_000) + file + "--b--\r\n"))),
                refused("a workbook of fifty-one megabytes", 413, "FILE_TOO_LARGE", to -> {
                    var large = new byte[51 << 20];
                    large[0] = 'P';
                    large[1] = 'K';
                    return to.regulator().upload(PENALTY, "large.xlsx", large);
                }),
                refused(
                        "a bomb that says how large it is",
                        413,
                        "FILE_TOO_LARGE",
                        to -> to.regulator().upload(PENALTY, "bomb.xlsx", Archives.bomb(true))),
                refused(
                        "a bomb that lies about its size",
                        413,
                        "FILE_TOO_LARGE",
                        to -> to.regulator().upload(PENALTY, "bomb.xlsx", Archives.bomb(false))),
                refused(
                        "a key of five thousand characters",
                        400,
                        "IDEMPOTENCY_KEY_INVALID",
                        to -> to.regulator().upload(PENALTY, "a.csv", table(11), "Idempotency-Key", "k".repeat(5_000))),
                refused("a key that came with other content", 409, "IDEMPOTENCY_KEY_REUSED", to -> {
                    to.regulator().upload(PENALTY, "a.csv", table(12), "Idempotency-Key", "hostile-12");
                    return to.regulator().upload(PENALTY, "a.csv", table(13), "Idempotency-Key", "hostile-12");
                }),
                refused(
                        "a picture where a form belongs",
                        415,
                        "UNSUPPORTED_MEDIA_TYPE",
                        to -> to.regulator().post(SUBMISSIONS, "image/png", new byte[] {1})),
                refused("another agency's submission", 404, "SUBMISSION_NOT_FOUND", to -> {
                    var sent = to.regulator().upload(PENALTY, "a.csv", table(14));
                    return to.housing().get(sent.header("location"));
                }),
                refused(
                        "SQL where an id belongs",
                        404,
                        "SUBMISSION_NOT_FOUND",
                        to -> to.regulator().get(SUBMISSIONS + "/1'%20or%20'1'='1")));
    }

    private static String fields(int count) {
        var fields = new StringBuilder();
        for (int i = 0; i < count; i++) {
            fields.append("--b\r\nContent-Disposition: form-data; name=\"f")
                    .append(i)
                    .append("\"\r\n\r\nx\r\n");
        }
        return fields.toString();
    }

    private static List<HostileRequest> calls() {
        return List.of(
                refused(
                        "JSON that breaks off",
                        400,
                        "MALFORMED_REQUEST",
                        to -> json(to.regulator(), SUBMISSIONS, "{\"item\":\"" + PENALTY)),
                refused(
                        "JSON a hundred thousand deep",
                        400,
                        "MALFORMED_REQUEST",
                        to -> json(to.regulator(), SUBMISSIONS, "[".repeat(100_000))),
                refused(
                        "a field nobody knows",
                        400,
                        "UNKNOWN_FIELD",
                        to -> json(
                                to.regulator(),
                                SUBMISSIONS,
                                "{\"item\":\"" + PENALTY + "\",\"rows\":[],\"admin\":true}")),
                refused(
                        "rows that are none",
                        400,
                        "ROWS_MISSING",
                        to -> json(to.regulator(), SUBMISSIONS, "{\"item\":\"" + PENALTY + "\",\"rows\":[]}")),
                refused(
                        "a row that is a list",
                        400,
                        "MALFORMED_REQUEST",
                        to -> json(to.regulator(), SUBMISSIONS, "{\"item\":\"" + PENALTY + "\",\"rows\":[[1,2]]}")),
                refused(
                        "a column of what may not be collected",
                        400,
                        "UNKNOWN_FIELD",
                        to -> json(
                                to.regulator(),
                                SUBMISSIONS,
                                "{\"item\":\"" + PENALTY + "\",\"rows\":[{\"宗教信仰\":\"无\"}]}")),
                refused(
                        "a NUL in a row of JSON",
                        400,
                        "MALFORMED_REQUEST",
                        to -> json(
                                to.regulator(),
                                SUBMISSIONS,
                                "{\"item\":\"" + PENALTY + "\",\"rows\":[{\"备注\":\"a\\u0000b\"}]}")),
                refused(
                        "fifty thousand and one rows in a call",
                        413,
                        "TOO_MANY_ROWS",
                        to -> json(
                                to.regulator(),
                                SUBMISSIONS,
                                "{\"item\":\"" + PENALTY + "\",\"rows\":[" + "{},".repeat(50_000) + "{}]}")),
                refused(
                        "a call of sixty-five megabytes",
                        413,
                        "REQUEST_TOO_LARGE",
                        to -> json(to.regulator(), SUBMISSIONS, "{\"item\":\"" + " ".repeat(65 << 20))));
    }

    private static String check(Map<String, Object> changes) {
        var check = new LinkedHashMap<String, Object>();
        check.put("subject", Map.of("code", Synthetic.organisation(6450)));
        check.put("matter", "construction-bidding");
        check.put("purpose", "评标");
        check.put("officer", "李工");
        check.putAll(changes);
        return new JsonMapper().writeValueAsString(check);
    }

    private static List<HostileRequest> questions() {
        return List.of(
                refused(
                        "a check at a matter of SQL",
                        404,
                        "MATTER_NOT_FOUND",
                        to -> json(
                                to.housing(),
                                "/api/v1/checks",
                                check(Map.of("matter", "x'; drop table record.version; --")))),
                refused(
                        "a check of a code that is none",
                        400,
                        "INVALID_CREDIT_CODE",
                        to -> json(
                                to.housing(),
                                "/api/v1/checks",
                                check(Map.of("subject", Map.of("code", "<script>alert(1)</script>"))))),
                refused(
                        "a check with a NUL in its purpose",
                        400,
                        "MALFORMED_REQUEST",
                        to -> json(to.housing(), "/api/v1/checks", check(Map.of("purpose", "a\u0000b")))),
                refused(
                        "a check whose id is no id",
                        400,
                        "MALFORMED_REQUEST",
                        to -> to.housing().get("/api/v1/checks/00000000-0000-0000-0000-00000000000g")),
                refused(
                        "a public search with a NUL",
                        400,
                        "MALFORMED_REQUEST",
                        to -> to.with("").get("/api/v1/public/subjects?q=a%00b")),
                refused(
                        "a public search for a person's number",
                        400,
                        "SEARCH_BY_ID_NUMBER",
                        to -> to.with("")
                                .get("/api/v1/public/subjects?q="
                                        + Synthetic.citizen(LocalDate.parse("1980-01-01"), 645))),
                refused(
                        "an address that climbs",
                        400,
                        "MALFORMED_REQUEST",
                        to -> to.regulator().get("/api/v1/items/..;/..;/etc/template.xlsx")),
                refused(
                        "an address nobody answers",
                        404,
                        "NOT_FOUND",
                        to -> to.regulator().get("/api/v1/wp-login.php")),
                refused(
                        "a method nobody answers",
                        405,
                        "METHOD_NOT_ALLOWED",
                        to -> to.regulator().put(SUBMISSIONS, JSON, utf8("{}"))));
    }

    private static List<HostileRequest> clocks() {
        return List.of(
                refused(
                        "a question about tomorrow",
                        400,
                        "FUTURE_NOT_KNOWN",
                        to -> json(to.housing(), "/api/v1/subjects/file", """
                        {"subject":{"code":"%s"},"purpose":"核查","asOf":"2027-01-01"}
                        """.formatted(Synthetic.organisation(6450)))),
                refused(
                        "a decision reported before it was made",
                        400,
                        "DAY_IN_FUTURE",
                        to -> json(to.housing(), "/api/v1/matters/construction-bidding/decisions", """
                        {"subject":{"code":"%s"},"reference":"R-1","decidedOn":"2027-01-01","outcome":"AWARDED"}
                        """.formatted(
                                        Synthetic.organisation(6450)))),
                refused(
                        "a day that is no day",
                        400,
                        "MALFORMED_REQUEST",
                        to -> json(to.housing(), "/api/v1/matters/construction-bidding/decisions", """
                        {"subject":{"code":"%s"},"reference":"R-1","decidedOn":"昨天","outcome":"AWARDED"}
                        """.formatted(
                                        Synthetic.organisation(6450)))),
                refused(
                        "a token from a clock that is two hours ahead",
                        401,
                        "UNAUTHENTICATED",
                        to -> to.with("Bearer "
                                        + to.tokens()
                                                .sign(
                                                        true,
                                                        Instant.now().plusSeconds(7_200),
                                                        Instant.now().plusSeconds(9_000)))
                                .get(SUBMISSIONS + "/1")));
    }
}
