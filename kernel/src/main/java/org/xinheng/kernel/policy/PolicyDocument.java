package org.xinheng.kernel.policy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy document as far as it could be read.
 *
 * @param issuer who signed it, else who stands in the letterhead; never a web page's 发布机构
 * @param passages the whole document in order
 */
public record PolicyDocument(
        @Nullable String title,
        @Nullable String documentNumber,
        @Nullable String issuer,
        @Nullable LocalDate issueDate,
        List<Task> tasks,
        List<PersonGroup> groups,
        List<Safeguard> safeguards,
        List<Passage> passages,
        List<Doubt> doubts) {

    public PolicyDocument {
        tasks = List.copyOf(tasks);
        groups = List.copyOf(groups);
        safeguards = List.copyOf(safeguards);
        passages = List.copyOf(passages);
        doubts = List.copyOf(doubts);
    }

    /** The passages taken for this, in order. */
    public List<Passage> passages(Passage.Kind kind) {
        return passages.stream().filter(passage -> passage.kind() == kind).toList();
    }
}
