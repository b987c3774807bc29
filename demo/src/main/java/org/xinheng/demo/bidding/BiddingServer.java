package org.xinheng.demo.bidding;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.demo.story.PublicApi;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the bidding system's own server does: it alone has the credentials of the client {@code bidding-system}, decides
 * at which matter is asked, and hands the platform's answer to its page as it is.
 */
@RestController
class BiddingServer {

    private static final String CLIENT = "bidding-system";

    private final Environment environment;
    private final JsonMapper json;
    private volatile @Nullable PublicApi platform;

    BiddingServer(Environment environment, JsonMapper json) {
        this.environment = environment;
        this.json = json;
    }

    @PostMapping("/demo/bidding/check")
    ResponseEntity<String> check(@RequestBody Map<String, Object> asked) {
        var question = Map.of(
                "subject", Map.of("code", code(asked)),
                "matter", "construction-bidding",
                "purpose", "评标资格审查",
                "reference", "DEMO-ZB-0117",
                "officer", "评标组长甲");
        return handOn(platform().post(CLIENT, "/api/v1/checks", question, null));
    }

    /** The widget may send the code alone or as the API has it, {@code subject.code}. */
    private static String code(Map<String, Object> asked) {
        var subject = asked.get("subject");
        var code = subject instanceof Map<?, ?> whom ? whom.get("code") : asked.get("code");
        return code == null ? "" : code.toString();
    }

    /** The feedback of the page's officer; {@code checkId} says to which check. */
    @PostMapping("/demo/bidding/check/feedback")
    ResponseEntity<String> feedback(@RequestBody Map<String, Object> said) {
        var feedback = new LinkedHashMap<>(said);
        var check = String.valueOf(feedback.remove("checkId"));
        if (!check.matches("[0-9a-fA-F-]{36}")) {
            return ResponseEntity.badRequest().build();
        }
        return handOn(platform().post(CLIENT, "/api/v1/checks/" + check + "/feedback", feedback, null));
    }

    private static ResponseEntity<String> handOn(PublicApi.Answer answer) {
        return ResponseEntity.status(answer.status())
                .header("Content-Type", answer.contentType())
                .header("Cache-Control", "no-store")
                .body(answer.body());
    }

    /** Known only once the server listens. */
    private PublicApi platform() {
        var known = platform;
        if (known == null) {
            known = new PublicApi(
                    URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port")), json);
            platform = known;
        }
        return known;
    }
}
