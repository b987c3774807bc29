package org.xinheng.kernel.policy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.policy.Marker.Level;

/** A numbered block, what stands below it without a number of its own, and the numbered blocks within it. */
final class Node {

    private final @Nullable Block head;
    private final List<Part> own = new ArrayList<>();
    private final List<Node> children = new ArrayList<>();
    private @Nullable Allocation allocation;

    private Node(@Nullable Block head) {
        this.head = head;
    }

    /** The outline of these parts. */
    static Node of(List<Part> parts) {
        var root = new Node(null);
        var path = new ArrayDeque<Node>();
        path.push(root);
        for (var part : parts) {
            if (part instanceof Block block && block.marker() != null) {
                while (path.peek().isWithinOrBeside(block.marker().level())) {
                    path.pop();
                }
                var node = new Node(block);
                path.peek().children.add(node);
                path.push(node);
            } else {
                path.peek().own.add(part);
            }
        }
        return root;
    }

    private boolean isWithinOrBeside(Level level) {
        var own = level();
        return own != null && own.compareTo(level) >= 0;
    }

    @Nullable
    Level level() {
        return head == null || head.marker() == null ? null : head.marker().level();
    }

    boolean isAt(Level level) {
        return level() == level;
    }

    boolean isAbove(Level level) {
        var own = level();
        return own != null && own.compareTo(level) < 0;
    }

    Block head() {
        if (head == null) {
            throw new IllegalStateException("the root has no head");
        }
        return head;
    }

    String number() {
        var marker = head().marker();
        return marker == null ? "" : marker.number();
    }

    List<Part> own() {
        return own;
    }

    List<Node> children() {
        return children;
    }

    /** The words of the head parted into text and units. */
    Allocation allocation() {
        if (allocation == null) {
            allocation = head().allocation();
        }
        return allocation;
    }

    boolean headNamesUnits() {
        return head != null && allocation().units() != null;
    }

    /** Whether it names units itself, not counting what stands within its numbered blocks. */
    boolean namesUnits() {
        return headNamesUnits() || own.stream().anyMatch(Node::namesUnits);
    }

    static boolean namesUnits(Part part) {
        return switch (part) {
            case Table table -> true;
            case Block block -> block.sort() == null && block.allocation().units() != null;
        };
    }

    boolean childrenNameUnits() {
        return children.stream().anyMatch(child -> child.namesUnits() || child.childrenNameUnits());
    }

    Stream<Node> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Node::all));
    }
}
