package org.xinheng.platform.jointaction;

import org.jspecify.annotations.Nullable;
import org.xinheng.platform.disclosure.Authority;
import org.xinheng.platform.shared.MatterId;

/**
 * The question at a matter (核查).
 *
 * @param purpose what the answer is for
 * @param reference the asker's own file number; required for persons and sole traders
 * @param officer who asks, as the asking system names them
 * @param authority on what ground a person or sole trader is asked about
 */
public record Question(
        Asked subject,
        MatterId matter,
        String purpose,
        @Nullable String reference,
        String officer,
        @Nullable Authority authority) {}
