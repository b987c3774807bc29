package org.xinheng.platform.disclosure;

import java.util.UUID;

/** By what authority somebody asks about a person (查询依据). */
public sealed interface Authority {

    /**
     * A public body's statutory task.
     *
     * @param basis the statute and article, as the asker writes it
     */
    record Statute(String basis) implements Authority {}

    /** The person's own consent, for guests. */
    record Consent(UUID consentId) implements Authority {}
}
