package org.xinheng.platform.disclosure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.shared.Actor;

/** What changed, for business systems: from wherever they left off, and what they took in. */
@RestController
@RequestMapping("/api/v1/changes")
class ChangeApi {

    private final ChangeFeed feed;
    private final ChangeSnapshot snapshot;
    private final AcknowledgeChanges acknowledge;

    ChangeApi(ChangeFeed feed, ChangeSnapshot snapshot, AcknowledgeChanges acknowledge) {
        this.feed = feed;
        this.snapshot = snapshot;
        this.acknowledge = acknowledge;
    }

    record TakenIn(@Nullable List<String> cursors) {}

    record Acknowledged(int acknowledged) {}

    @GetMapping
    ResponseEntity<ChangeFeed.Page> changes(@RequestParam(required = false) @Nullable String after, Actor client) {
        return unkept(feed.after(given(after), client));
    }

    @GetMapping("/snapshot")
    ResponseEntity<ChangeSnapshot.Page> snapshot(@RequestParam(required = false) @Nullable String after, Actor client) {
        return unkept(snapshot.page(given(after), client));
    }

    @PostMapping("/ack")
    Acknowledged acknowledge(@RequestBody TakenIn takenIn, Actor client) {
        if (takenIn.cursors() == null) {
            throw new CreditException(DisclosureError.CURSOR_INVALID);
        }
        acknowledge.acknowledge(takenIn.cursors(), client);
        return new Acknowledged(takenIn.cursors().size());
    }

    private static @Nullable String given(@Nullable String after) {
        return after == null || after.isBlank() ? null : after;
    }

    private static <T> ResponseEntity<T> unkept(T body) {
        return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").body(body);
    }
}
