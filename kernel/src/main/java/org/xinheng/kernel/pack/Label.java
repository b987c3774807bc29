package org.xinheng.kernel.pack;

import org.jspecify.annotations.Nullable;

/** A text for people: Chinese always, English where there is an official or plain one. */
public record Label(String zh, @Nullable String en) {}
