package org.xinheng.kernel.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.policy.FrontMatter.Sort;

/**
 * The notice, or one of its annexes.
 *
 * @param path what the paths of its tasks begin with: label and title of a numbered annex, nothing else
 * @param ownTitle null where none is printed
 * @param heading blocks of label and title
 */
record Annex(List<String> path, @Nullable String ownTitle, List<Block> heading, List<Part> parts) {

    private static final int LONGEST_TITLE = 60;
    private static final int SHORT_END = 15;
    private static final int LINES_OF_A_TITLE = 3;

    /** Cuts a document where an annex begins. */
    static List<Annex> of(List<Part> parts) {
        var annexes = new ArrayList<Annex>();
        for (int i = 0; i < parts.size(); ) {
            int end = i + 1;
            while (end < parts.size() && !begins(parts.get(end))) {
                end++;
            }
            annexes.add(read(parts.subList(i, end)));
            i = end;
        }
        return annexes;
    }

    private static boolean begins(Part part) {
        return part instanceof Block block && block.sort() == Sort.ANNEX;
    }

    private static Annex read(List<Part> parts) {
        if (!begins(parts.getFirst())) {
            return new Annex(List.of(), titleAboveTable(parts), List.of(), parts);
        }
        var label = AnnexLabel.of(((Block) parts.getFirst()).bare());
        var heading = new ArrayList<Block>();
        heading.add((Block) parts.getFirst());
        var title = new StringBuilder(label == null ? "" : label.title());
        int next = 1;
        for (; next < parts.size() && heading.size() <= LINES_OF_A_TITLE; next++) {
            if (!(parts.get(next) instanceof Block block)
                    || !isTitle(block)
                    || PrintedTitle.isEnd(title.toString()) && !mayFollow(block.bare())) {
                break;
            }
            title.append(block.bare());
            heading.add(block);
        }
        var own = title.isEmpty() ? null : title.toString();
        var path = label == null || label.number() == null ? List.<String>of() : List.of(label.label() + title);
        return new Annex(path, own, heading, parts.subList(next, parts.size()));
    }

    /** 《某意见》 above 任务分工, or above （2020年）. */
    private static boolean mayFollow(String bare) {
        return bare.matches("[（(].*[）)]") || bare.length() <= SHORT_END && PrintedTitle.isEnd(bare);
    }

    private static boolean isTitle(Block block) {
        return block.sort() == null
                && block.marker() == null
                && block.bare().length() <= LONGEST_TITLE
                && !Plain.finished(block.text())
                && block.bare().indexOf('。') < 0
                && block.allocation().units() == null;
    }

    /** In a document without annexes, a table's title is the line right above it. */
    private static @Nullable String titleAboveTable(List<Part> parts) {
        String title = null;
        for (var part : parts) {
            if (part instanceof Table) {
                return title;
            }
            if (part instanceof Block block) {
                if (isTitle(block)) {
                    title = block.bare();
                } else if (block.sort() == null || block.sort() == Sort.TITLE) {
                    title = block.sort() == Sort.TITLE ? block.bare() : null;
                }
            }
        }
        return null;
    }
}
