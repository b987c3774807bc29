package org.xinheng.kernel.item;

import java.io.IOException;
import java.io.InputStream;

/** A file's bytes, readable more than once and never as a plain file: received files are stored encrypted. */
@FunctionalInterface
public interface Content {

    /** A fresh stream from the first byte; whoever opens it closes it. */
    InputStream open() throws IOException;
}
