package org.xinheng.platform.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A draw that anyone can repeat: each of the numbered things gets the SHA-256 of "seed:number" (numbers from 1, in
 * decimal, UTF-8), and those with the smallest hashes are drawn. The seed is chosen by the platform and recorded with the
 * draw, before anyone knows what it yields.
 */
final class RandomDraw {

    private RandomDraw() {}

    /** The numbers drawn of 1 to {@code population}, in ascending order. */
    static List<Integer> draw(String seed, int population, int size) {
        if (size < 1 || size > population) {
            throw new IllegalArgumentException("cannot draw " + size + " of " + population);
        }
        record Ticket(int number, String hash) {}
        var digest = sha256();
        return IntStream.rangeClosed(1, population)
                .mapToObj(number -> new Ticket(
                        number,
                        HexFormat.of()
                                .formatHex(digest.digest((seed + ":" + number).getBytes(StandardCharsets.UTF_8)))))
                .sorted(Comparator.comparing(Ticket::hash))
                .limit(size)
                .map(Ticket::number)
                .sorted()
                .toList();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
