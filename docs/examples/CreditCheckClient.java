import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/*
 * A business system that checks a bidder, shows what applies, says what its officer did and files the slip.
 *   java CreditCheckClient.java http://localhost:8080 bidding-system demo 91320499MAXHR0034M
 * A JDK 25 and nothing else. A real client reads JSON with its own library; here a pattern does.
 */
final HttpClient http = HttpClient.newHttpClient();
String base = "";
String token = "";

void main(String[] args) throws Exception {
    base = args[0];
    token = fetchToken(args[1], args[2]);
    IO.println("token of " + args[1]);

    var answer = check(args[3], "construction-bidding", "bid evaluation", "CZ-2026-0117", "Zhang");
    var id = text(answer, "checkId");
    IO.println("check " + id + ": " + text(answer, "outcome") + ", data as of " + text(answer, "dataAsOf"));

    for (var prompt : prompts(answer)) {
        IO.println("  " + text(prompt, "kind") + " " + text(prompt, "nature") + ": " + measure(prompt)
                + ", until " + text(prompt, "until") + ", feedback due " + text(prompt, "feedbackDue"));
        // Here a human reads the prompt and decides. Nothing may follow from the answer by itself.
        feedBack(id, text(prompt, "promptId"), "NOT_APPLIED",
                "weighed under article 18 of the regulation cited; the bid is admitted for its small value");
        IO.println("  feedback recorded");
    }

    var slip = http.send(to("/api/v1/checks/" + id + "/slip.pdf").build(), BodyHandlers.ofFile(Path.of(id + ".pdf")));
    IO.println("slip " + slip.statusCode() + " " + slip.body().getFileName());
}

/** Client credentials by HTTP Basic; the token lasts half an hour, so fetch one and keep it. */
String fetchToken(String client, String secret) throws Exception {
    var basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes());
    var request = HttpRequest.newBuilder(URI.create(base + "/oauth2/token"))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials"));
    return text(send(request), "access_token");
}

String check(String code, String matter, String purpose, String reference, String officer) throws Exception {
    return post("/api/v1/checks", """
            {"subject": {"code": "%s"}, "matter": "%s", "purpose": "%s", "reference": "%s", "officer": "%s"}
            """.formatted(code, matter, purpose, reference, officer));
}

void feedBack(String check, String prompt, String outcome, String reason) throws Exception {
    post("/api/v1/checks/" + check + "/feedback", """
            {"promptId": "%s", "outcome": "%s", "reason": "%s", "decidedBy": "Zhang"}
            """.formatted(prompt, outcome, reason));
}

HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
            .header("Authorization", "Bearer " + token)
            .header("Accept-Language", "en");
}

String post(String path, String json) throws Exception {
    return send(to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
}

/** The body; a refusal is application/problem+json with a stable code. 429 says in Retry-After how many seconds to wait. */
String send(HttpRequest.Builder request) throws Exception {
    var answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() == 429) {
        Thread.sleep(1_000 * answer.headers().firstValueAsLong("Retry-After").orElse(1));
        return send(request);
    }
    if (answer.statusCode() >= 400) {
        throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return answer.body();
}

String text(String json, String field) {
    var found = Pattern.compile("\"" + field + "\":\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(json);
    return found.find() ? found.group(1) : "-";
}

String measure(String prompt) {
    return text(prompt.substring(prompt.indexOf("\"measure\":")), "name");
}

/** Each prompt of an answer: it begins with its id and ends with the day its feedback is due. */
Iterable<String> prompts(String answer) {
    return Pattern.compile("\"promptId\":.*?\"feedbackDue\":\"[^\"]*\"").matcher(answer).results().map(MatchResult::group).toList();
}
