package org.xinheng.platform.subject;

/** What an amendment changes, and the fact it leaves in the order. */
public enum AmendmentKind {
    RENAMED("SubjectRenamed"),
    CODE_CHANGED("SubjectCodeChanged"),
    CONTINUED("SubjectContinued"),
    MERGED("SubjectMerged"),
    SPLIT("SubjectSplit"),
    CLOSED("SubjectClosed"),
    REOPENED("SubjectReopened");

    private final String fact;

    AmendmentKind(String fact) {
        this.fact = fact;
    }

    /** Stable name of the fact. */
    public String fact() {
        return fact;
    }

    /** Whether the subject is no more afterwards. */
    public boolean closes() {
        return this == CLOSED;
    }
}
