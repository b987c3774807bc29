package org.xinheng.platform.console;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.xinheng.kernel.pack.CreditList;
import org.xinheng.platform.listing.Act;
import org.xinheng.platform.listing.Course;
import org.xinheng.platform.listing.DeterminationState;

/**
 * The table of a determination's course as a drawing: the way down on the left, the ends that lead off it on the right.
 * Lengths in units of the drawing.
 */
record CourseDiagram(int width, int height, List<Box> boxes, List<Arrow> arrows) {

    private static final int BOX_WIDTH = 168;
    private static final int BOX_HEIGHT = 34;
    private static final int STEP = 66;
    private static final int RIGHT = 360;

    /** A state; {@code tone} is past, now or ahead. */
    record Box(DeterminationState state, int x, int y, int width, int height, String tone) {}

    /** An act that leads from one state to another; {@code words} whether there is room for its name. */
    record Arrow(Act act, String path, int x, int y, boolean words) {}

    static CourseDiagram of(CreditList list, DeterminationState now, Set<DeterminationState> past) {
        var way = Course.way(list);
        var ends = Course.of(list).stream()
                .map(Course.Edge::to)
                .filter(DeterminationState::ended)
                .distinct()
                .toList();
        var places = new HashMap<DeterminationState, Box>();
        for (int i = 0; i < way.size(); i++) {
            places.put(way.get(i), box(way.get(i), 4, 4 + i * STEP, now, past));
        }
        int height = way.size() * STEP - STEP + BOX_HEIGHT + 8;
        for (int i = 0; i < ends.size(); i++) {
            int y = (height - BOX_HEIGHT) * (2 * i + 1) / (2 * ends.size());
            places.put(ends.get(i), box(ends.get(i), RIGHT, y, now, past));
        }
        var arrows = new ArrayList<Arrow>();
        for (var edge : Course.of(list)) {
            var from = places.get(edge.from());
            var to = places.get(edge.to());
            if (from != null && to != null) {
                arrows.add(edge.to().ended() ? across(edge.act(), from, to) : down(edge.act(), from, to));
            }
        }
        var boxes = places.values().stream()
                .sorted((one, other) -> one.state().compareTo(other.state()))
                .toList();
        return new CourseDiagram(RIGHT + BOX_WIDTH + 4, height, boxes, arrows);
    }

    private static Box box(
            DeterminationState state, int x, int y, DeterminationState now, Set<DeterminationState> past) {
        var tone = state == now ? "now" : past.contains(state) ? "past" : "ahead";
        return new Box(state, x, y, BOX_WIDTH, BOX_HEIGHT, tone);
    }

    private static Arrow down(Act act, Box from, Box to) {
        int x = from.x() + BOX_WIDTH / 2;
        int start = from.y() + BOX_HEIGHT;
        return new Arrow(act, "M%d %dV%d".formatted(x, start, to.y() - 2), x + 10, (start + to.y()) / 2 + 4, true);
    }

    private static Arrow across(Act act, Box from, Box to) {
        int start = from.x() + BOX_WIDTH;
        int y = from.y() + BOX_HEIGHT / 2;
        int end = to.y() + BOX_HEIGHT / 2;
        int middle = (start + to.x()) / 2;
        return new Arrow(
                act,
                "M%d %dC%d %d %d %d %d %d".formatted(start, y, middle, y, middle, end, to.x() - 2, end),
                middle,
                y,
                false);
    }
}
