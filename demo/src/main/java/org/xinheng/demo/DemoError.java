package org.xinheng.demo;

import org.xinheng.kernel.ErrorCode;

/** Refusals of the demo. */
public enum DemoError implements ErrorCode {
    /** Business time only goes forward. Arguments: wanted day, present day. */
    CLOCK_BACKWARD(Kind.REFUSED),
    /** The folder holds something else than a demo of this city. Argument: folder. */
    NOT_A_DEMO_FOLDER(Kind.CONFLICT),
    /** Arguments: folder, city of the demo in it. */
    DEMO_OF_ANOTHER_CITY(Kind.CONFLICT),
    /** A file did not come to its end. Arguments: key of the file, what became of it. */
    LOADING_FAILED(Kind.REFUSED);

    private final Kind kind;

    DemoError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
