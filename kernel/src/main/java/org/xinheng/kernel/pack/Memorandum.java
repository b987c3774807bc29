package org.xinheng.kernel.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A memorandum of cooperation on joint incentives or restraints (合作备忘录): the measures several departments agreed on for
 * one kind of target. It groups measures and grounds none: each stands on its own basis.
 *
 * @param namedAs the words documents name its targets by
 * @param state dormant where nothing of it has effect here
 * @param initiator id of the agency that supplies the list; null where it is outside the city
 * @param lists ids of the lists of its targets
 * @param measures ids of the measures that carry it out here
 * @param reason why it is dormant; null for an active one
 */
public record Memorandum(
        String id,
        Label label,
        List<String> namedAs,
        EntryState state,
        @Nullable String initiator,
        List<String> lists,
        List<String> measures,
        List<SubjectKind> targets,
        @Nullable Label reason,
        List<Basis> basis,
        String source,
        boolean verified)
        implements PackEntry.Grounded, PackEntry.Named {}
