package org.xinheng.kernel.policy;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads tasks, groups and safeguards out of the outline. A numbered block is a task if it names units and nothing within
 * it does; the level at which most tasks stand tells the rest from headings.
 */
final class Division {

    private static final Pattern NOTE = Pattern.compile("^(?:注|备注|说明|附注|联系人|联系电话|抄送|主送|（此件|\\(此件|（联系|公开方式|信息公开).*");

    private final FrontMatter front;
    private final List<Annex> annexes;
    private final Contents contents = new Contents();
    private @Nullable String titleOfTasks;

    Division(List<Part> parts, FrontMatter front) {
        this.front = front;
        annexes = Annex.of(parts);
    }

    PolicyDocument read() {
        for (var annex : annexes) {
            readAnnex(annex);
        }
        var tasks = contents.finish(front.date());
        annexes.reversed().stream()
                .flatMap(annex -> annex.parts().reversed().stream())
                .filter(part -> !(part instanceof Block block && block.sort() != null))
                .findFirst()
                .ifPresent(this::tellIfItBreaksOff);
        return contents.document(title(), front, tasks);
    }

    private void tellIfItBreaksOff(Part last) {
        if (last instanceof Block block
                && !Plain.finished(block.text())
                && !isNote(block.bare())
                && (Plain.hasClauses(block.words()) || !block.allocation().closed())) {
            contents.doubt(Doubt.Kind.BREAKS_OFF, block.lines().getLast().number(), block.bare());
        }
    }

    private @Nullable String title() {
        if (front.title() != null || titleOfTasks != null) {
            return front.title() != null ? front.title() : titleOfTasks;
        }
        return annexes.stream()
                .map(Annex::ownTitle)
                .filter(title -> title != null && !title.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private void readAnnex(Annex annex) {
        annex.heading().forEach(block -> contents.pass(Passage.Kind.HEADING, block));
        int before = contents.tasks();
        new Outline(annex, front.title(), contents).read();
        if (contents.tasks() > before && titleOfTasks == null) {
            titleOfTasks = annex.ownTitle();
        }
    }

    /** Remarks and contacts below the text, which no stop ends. */
    static boolean isNote(String bare) {
        return NOTE.matcher(bare).matches();
    }
}
