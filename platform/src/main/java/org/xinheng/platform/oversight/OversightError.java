package org.xinheng.platform.oversight;

import org.xinheng.kernel.ErrorCode;

/** Refusals about policy documents and their tasks. */
public enum OversightError implements ErrorCode {
    POLICY_DOCUMENT_NOT_FOUND(Kind.MISSING),
    /** The same document is here already; the argument is its title. */
    DOCUMENT_ALREADY_IMPORTED(Kind.CONFLICT),
    /** It was confirmed or discarded, and stays as it is. */
    DOCUMENT_NOT_IN_REVIEW(Kind.CONFLICT),
    /** Somebody corrected it meanwhile: look again. */
    DRAFT_CHANGED_MEANWHILE(Kind.CONFLICT),
    /** Another document brought some of its tasks since it was read; the argument is how many. */
    TASKS_IN_WORK_MEANWHILE(Kind.CONFLICT),
    /** Nothing would be tracked. */
    NO_TASK_TO_CONFIRM(Kind.REFUSED),
    POLICY_TASK_NOT_FOUND(Kind.MISSING),
    /** The agency is not accountable for this task. */
    NOT_YOUR_TASK(Kind.FORBIDDEN),
    POLICY_TASK_CLOSED(Kind.CONFLICT),
    /** The step does not follow from where the work stands. */
    WORK_STEP_NOT_NEXT(Kind.CONFLICT),
    /** A completion is reported, and a task closed, with evidence only. */
    EVIDENCE_REQUIRED(Kind.REFUSED),
    /** A link begins with http:// or https://. */
    EVIDENCE_LINK_INVALID(Kind.INVALID),
    /** More pieces of evidence, or files, than one report may carry; the argument is how many it may. */
    EVIDENCE_TOO_MUCH(Kind.INVALID),
    /** No such activity of the own agency. */
    EVIDENCE_NOT_FOUND(Kind.MISSING),
    /** A field the act needs is missing; the argument names it. */
    WORK_FIELD_REQUIRED(Kind.INVALID),
    /** Sending back, refusing and closing without everybody's report need a reason. */
    WORK_REASON_REQUIRED(Kind.REFUSED),
    /** Somebody answered meanwhile. */
    ALREADY_ANSWERED(Kind.CONFLICT),
    /** More time than the task has now. */
    EXTENSION_NOT_LATER(Kind.INVALID),
    UNKNOWN_AGENCY(Kind.INVALID),
    /** Nobody is far enough behind. */
    NOBODY_BEHIND(Kind.CONFLICT),
    CIRCULAR_NOT_FOUND(Kind.MISSING);

    private final Kind kind;

    OversightError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
