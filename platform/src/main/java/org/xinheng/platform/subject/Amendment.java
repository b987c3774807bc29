package org.xinheng.platform.subject;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.identifier.IdType;
import org.xinheng.platform.shared.SubjectId;

/** A change to who or what a subject is. Prints nothing of a person. */
public sealed interface Amendment {

    AmendmentKind kind();

    /** The other subject it is about; null where it is about one alone. */
    default @Nullable SubjectId other() {
        return null;
    }

    /**
     * Another name.
     *
     * @param name the new one
     * @param from first day it is borne
     * @param idType and {@code number} of a person, whose name is part of how they are found; null for others
     */
    record Rename(
            String name,
            LocalDate from,
            @Nullable IdType idType,
            @Nullable String number) implements Amendment {

        @Override
        public AmendmentKind kind() {
            return AmendmentKind.RENAMED;
        }

        @Override
        public String toString() {
            return "Rename[…]";
        }
    }

    /** The same organisation under another code from that day; who asks by the old one still means it. */
    record CodeChange(String code, LocalDate from) implements Amendment {

        @Override
        public AmendmentKind kind() {
            return AmendmentKind.CODE_CHANGED;
        }
    }

    /** The sole trader goes on as a company (个转企): linked, never transferred. */
    record Continuation(SubjectId other) implements Amendment {

        @Override
        public AmendmentKind kind() {
            return AmendmentKind.CONTINUED;
        }
    }

    /** This subject and the other are one; from then on whoever reads one reads both. */
    record Merge(SubjectId other) implements Amendment {

        @Override
        public AmendmentKind kind() {
            return AmendmentKind.MERGED;
        }
    }

    /** It was wrong that they are one. Nothing was moved, so nothing has to be moved back. */
    record Split() implements Amendment {

        @Override
        public AmendmentKind kind() {
            return AmendmentKind.SPLIT;
        }
    }

    /** Cancelled (注销), a person dead, on that day. */
    record Closure(LocalDate on) implements Amendment {

        @Override
        public AmendmentKind kind() {
            return AmendmentKind.CLOSED;
        }
    }

    /** It was wrong that the subject is no more. */
    record Reopening() implements Amendment {

        @Override
        public AmendmentKind kind() {
            return AmendmentKind.REOPENED;
        }
    }
}
