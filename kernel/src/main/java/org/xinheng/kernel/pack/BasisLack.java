package org.xinheng.kernel.pack;

/** Why the documents an entry cites do not carry it. */
public enum BasisLack {
    NONE_CITED("cites no document"),
    NOT_IN_REGISTER("cites no document of the register"),
    NOT_IN_FORCE("cites no document in force that day"),
    OUTSIDE_TERRITORY("cites no document that holds in this territory"),
    LEVEL_TOO_LOW("cites no document of the level it needs"),
    NO_REVIEW_NUMBER("favours some competitors over others without a fair-competition review number");

    private final String message;

    BasisLack(String message) {
        this.message = message;
    }

    public String message() {
        return message;
    }
}
