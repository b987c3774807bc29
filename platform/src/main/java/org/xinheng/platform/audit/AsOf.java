package org.xinheng.platform.audit;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The time of a question: validity on {@code day}, as known at {@code knownAt}.
 *
 * @param knownAt never later than the newest moment of the order, so that the answer stays the same for ever
 */
public record AsOf(LocalDate day, Instant knownAt) {}
