package org.xinheng.platform.console;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.pack.CreditList;
import org.xinheng.platform.listing.Act;
import org.xinheng.platform.listing.Course;
import org.xinheng.platform.listing.DeterminationState;

/**
 * The table of a determination's course as a drawing: the straight way down on the left, what may come in between beside
 * it, the ends that lead off on the right. Lengths in units of the drawing.
 */
record CourseDiagram(int width, int height, List<Box> boxes, List<Arrow> arrows) {

    private static final int BOX_WIDTH = 168;
    private static final int BOX_HEIGHT = 34;
    private static final int STEP = 66;
    private static final int BESIDE = 250;
    private static final int GAP = 110;

    /** A state; {@code tone} is past, now or ahead. */
    record Box(DeterminationState state, int x, int y, int width, int height, String tone) {}

    /** An act that leads from one state to another; {@code words} whether there is room for its name. */
    record Arrow(Act act, String path, int x, int y, boolean words) {}

    /** @param now null where nobody is being determined: the course as such */
    static CourseDiagram of(CreditList list, @Nullable DeterminationState now, Set<DeterminationState> past) {
        var edges = Course.of(list);
        var way = Course.way(list);
        var others = edges.stream()
                .flatMap(edge -> Stream.of(edge.from(), edge.to()))
                .filter(state -> !way.contains(state))
                .distinct()
                .toList();
        var beside = others.stream().filter(state -> !state.ended()).toList();
        var ends = others.stream().filter(DeterminationState::ended).toList();
        var places = new HashMap<DeterminationState, Box>();
        for (int i = 0; i < way.size(); i++) {
            places.put(way.get(i), box(way.get(i), 4, 4 + i * STEP, now, past));
        }
        int first = edges.stream()
                .filter(edge -> way.contains(edge.from()) && beside.contains(edge.to()))
                .mapToInt(edge -> way.indexOf(edge.from()))
                .min()
                .orElse(0);
        for (int i = 0; i < beside.size(); i++) {
            places.put(beside.get(i), box(beside.get(i), BESIDE, 4 + (first + i) * STEP + STEP / 2, now, past));
        }
        int height = Math.max(way.size(), first + beside.size() + 1) * STEP - STEP + BOX_HEIGHT + 8;
        int right = (beside.isEmpty() ? 4 : BESIDE) + BOX_WIDTH + GAP;
        for (int i = 0; i < ends.size(); i++) {
            int y = (height - BOX_HEIGHT) * (2 * i + 1) / (2 * ends.size());
            places.put(ends.get(i), box(ends.get(i), right, y, now, past));
        }
        var boxes = places.values().stream()
                .sorted((one, other) -> one.state().compareTo(other.state()))
                .toList();
        return new CourseDiagram(right + BOX_WIDTH + 4, height, boxes, arrows(edges, places));
    }

    private static List<Arrow> arrows(List<Course.Edge> edges, Map<DeterminationState, Box> places) {
        var arrows = new ArrayList<Arrow>();
        for (var edge : edges) {
            var from = places.get(edge.from());
            var to = places.get(edge.to());
            if (from == null || to == null) {
                throw new IllegalStateException("a state without a place: " + edge);
            }
            if (from == to) {
                arrows.add(loop(edge.act(), from));
            } else if (from.x() == to.x()) {
                arrows.add(down(edge.act(), from, to));
            } else if (from.x() < to.x()) {
                arrows.add(across(edge.act(), from.x() + BOX_WIDTH, from, to.x() - 2, to));
            } else {
                arrows.add(across(edge.act(), from.x(), from, to.x() + BOX_WIDTH + 2, to));
            }
        }
        return List.copyOf(arrows);
    }

    private static Box box(
            DeterminationState state, int x, int y, @Nullable DeterminationState now, Set<DeterminationState> past) {
        var tone = state == now ? "now" : past.contains(state) ? "past" : "ahead";
        return new Box(state, x, y, BOX_WIDTH, BOX_HEIGHT, tone);
    }

    private static Arrow down(Act act, Box from, Box to) {
        int x = from.x() + BOX_WIDTH / 2;
        int start = from.y() + BOX_HEIGHT;
        return new Arrow(act, "M%d %dV%d".formatted(x, start, to.y() - 2), x + 10, (start + to.y()) / 2 + 4, true);
    }

    private static Arrow across(Act act, int start, Box from, int end, Box to) {
        int y = from.y() + BOX_HEIGHT / 2;
        int last = to.y() + BOX_HEIGHT / 2;
        int middle = (start + end) / 2;
        return new Arrow(
                act,
                "M%d %dC%d %d %d %d %d %d".formatted(start, y, middle, y, middle, last, end, last),
                middle,
                y,
                false);
    }

    private static Arrow loop(Act act, Box box) {
        int x = box.x() + BOX_WIDTH;
        int top = box.y() + 8;
        return new Arrow(
                act,
                "M%d %dC%d %d %d %d %d %d".formatted(x, top, x + 30, top, x + 30, top + 18, x + 2, top + 18),
                x,
                top,
                false);
    }
}
