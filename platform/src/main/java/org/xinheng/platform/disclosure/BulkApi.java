package org.xinheng.platform.disclosure;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.ListId;
import tools.jackson.databind.json.JsonMapper;

/** A whole list for a registered recipient: a line of JSON for each organisation on it, in the ledger before it leaves. */
@RestController
class BulkApi {

    private final BulkLists lists;
    private final JsonMapper json;

    BulkApi(BulkLists lists, JsonMapper json) {
        this.lists = lists;
        this.json = json;
    }

    @GetMapping("/api/v1/bulk/lists/{list}")
    void list(@PathVariable ListId list, Actor client, HttpServletResponse response) throws IOException {
        BulkLists.Page page = lists.page(list, null, client);
        response.setContentType("application/x-ndjson");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var out = response.getWriter();
        while (true) {
            for (var entry : page.entries()) {
                out.write(json.writeValueAsString(entry));
                out.write('\n');
            }
            out.flush();
            if (page.last() == null) {
                return;
            }
            page = lists.page(list, page.last(), client);
        }
    }
}
