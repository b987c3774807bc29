package org.xinheng.platform.jointaction;

/** How a check came out. */
public enum Outcome {
    PROMPTS,
    /** Within what has been collected, nothing applies at this matter. */
    NO_PROMPT,
    /** Organisations only; of persons and sole traders it is {@link #NO_PROMPT}. */
    NOT_IDENTIFIED
}
