package org.xinheng.kernel.policy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Brackets of a text. People open one kind and close another, so any opening bracket pairs with any closing one; 《》 and
 * 〈〉 belong to titles and are none.
 *
 * @param pairs in the order of their ends
 * @param unclosed positions of opening brackets nothing closes
 */
record Brackets(List<Pair> pairs, List<Integer> unclosed) {

    private static final String OPENING = "（([【〔［{｛﹝〖﹙";
    private static final String CLOSING = "）)]】〕］}｝﹞〗﹚";

    /** @param close position of the closing bracket */
    record Pair(int open, int close) {

        String content(String text) {
            return text.substring(open + 1, close);
        }
    }

    static boolean opens(char c) {
        return OPENING.indexOf(c) >= 0;
    }

    static boolean closes(char c) {
        return CLOSING.indexOf(c) >= 0;
    }

    static Brackets of(String text) {
        var pairs = new ArrayList<Pair>();
        var open = new ArrayDeque<Integer>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (opens(c)) {
                open.push(i);
            } else if (closes(c) && !open.isEmpty()) {
                pairs.add(new Pair(open.pop(), i));
            }
        }
        return new Brackets(pairs, List.copyOf(open).reversed());
    }
}
