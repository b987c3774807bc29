package org.xinheng.kernel.policy;

/**
 * One of the safeguards (保障措施) of a closing chapter.
 *
 * @param number as printed: 一是, 二是 …
 */
public record Safeguard(String number, String text, int line) {}
