package org.xinheng.kernel.pack;

import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a list (名单): who owns it, who may be entered, how, for how long.
 *
 * @param namedAs the words documents name it, or a kind of its members, by
 * @param nationwide whether the list exists nationwide; a nationwide one may rest on a department rule
 * @param owner id of the agency that determines, or that receives for the city
 * @param field which of the four grave fields; null for other than serious lists
 * @param evidence item ids of the records a determination may rest on
 * @param term how long a listing lasts from the day it takes effect; null = until ended
 * @param earliestExit how long before an early exit may be asked; null = no early exit
 * @param entry who may be entered, exit how one leaves, remedy where to object
 * @param reason why it is dormant; null for an active one
 */
public record CreditList(
        String id,
        Label label,
        List<String> namedAs,
        ListKind kind,
        ListOrigin origin,
        EntryState state,
        boolean nationwide,
        String owner,
        @Nullable SeriousField field,
        List<SubjectKind> targets,
        List<Basis> basis,
        List<String> evidence,
        @Nullable Period term,
        @Nullable Period earliestExit,
        Label entry,
        Label exit,
        Label remedy,
        Procedure procedure,
        @Nullable Label reason,
        String source,
        boolean verified)
        implements PackEntry.Grounded, PackEntry.Named {}
