package org.xinheng.platform.vault;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is said about someone in several fields, sealed under its owner's key as JSON; for those whom deletion leaves nothing. */
@Component
public class SealedContent {

    private final Vault vault;
    private final JsonMapper json;

    SealedContent(Vault vault, JsonMapper json) {
        this.vault = vault;
        this.json = json;
    }

    public byte[] seal(UUID owner, Object content) {
        return vault.seal(owner, json.writeValueAsBytes(content));
    }

    /** Null for nothing, and where it was deleted. */
    public <T> @Nullable T open(UUID owner, byte @Nullable [] sealed, Class<T> type) {
        return sealed != null && vault.open(owner, sealed) instanceof Opened.Clear clear
                ? json.readValue(clear.bytes(), type)
                : null;
    }

    /** Opens many, in their order; what was deleted is not among them. */
    public <T> Map<UUID, T> openAll(Map<UUID, byte[]> sealed, Class<T> type) {
        var contents = new LinkedHashMap<UUID, T>();
        vault.openAll(sealed).forEach((owner, opened) -> {
            if (opened instanceof Opened.Clear clear) {
                contents.put(owner, json.readValue(clear.bytes(), type));
            }
        });
        return contents;
    }
}
