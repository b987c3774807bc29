package org.xinheng.kernel.policy;

/**
 * A stretch of the document and what it was taken for. The passages together hold every character of the document that
 * is not blank, each once.
 *
 * @param line where it begins
 * @param text as printed, without blanks
 */
public record Passage(Kind kind, int line, String text) {

    /** What a passage was taken for. */
    public enum Kind {
        METADATA,
        HEADING,
        TASK,
        GROUP,
        SAFEGUARD,
        PARAGRAPH
    }
}
